/**
 * Office files of a year's end: report, deck, list, and the whole package of the Chiba year. Times depend on the machine, so
 * each is also told against LibreOffice converting the same report to PDF in the same run.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type DocumentFormat,
  renderDocx,
  renderFile,
  renderPdf,
  renderPptx,
  renderXlsx,
} from '../src/documents/index.ts';
import { readSpreadsheet } from '../src/importers/xlsx/read.ts';
import { readConfig } from '../src/kernel/config.ts';
import { discoverModules } from '../src/kernel/discovery.ts';
import { AppError } from '../src/kernel/error.ts';
import { silentLog } from '../src/kernel/log.ts';
import type { Context } from '../src/kernel/module.ts';
import { mayUse } from '../src/kernel/caller.ts';
import { engagementContract } from '../src/modules/engagement/contract.ts';
import { observer } from '../src/cli/commands/trace.ts';
import { replay } from '../src/cli/year/replay.ts';
import { openTemporary } from '../src/cli/year/temporary.ts';
import { loadYear } from '../src/cli/year/years.ts';
import { ledger, report, slides } from './office-sample.ts';
import { withFolder } from './place.ts';
import { answerOf } from './process.ts';
import { type Finding, median, told, within } from './report.ts';
import { residentOf } from './start.ts';

const ROUNDS = 3;
/** Megabytes. */
const MEMORY = 500;
const LIMITS = { docx: 0.3, pdf: 1.5, pptx: 1, 'xlsx write': 2, 'xlsx read': 2 } as const;
type Job = keyof typeof LIMITS;

const NAMES: Readonly<Record<Job, string>> = {
  docx: 'Word: 50 pages, 10 charts, 30 tables',
  pdf: 'PDF of the same report',
  pptx: 'PowerPoint: 40 slides',
  'xlsx write': 'Excel: 5,000 × 20, written',
  'xlsx read': 'Excel: the same, read',
};

interface Measured {
  readonly times: Record<Job, number>;
  readonly processor: Record<Job, number>;
  readonly peak: number;
}

/** Times and highest memory of processes of their own, and LibreOffice on the same report. */
export async function office(say: (text: string) => void): Promise<readonly Finding[]> {
  return withFolder(async (folder) => {
    const own = fileURLToPath(import.meta.url);
    const { times, processor, peak } = await answerOf<Measured>([own, 'files', folder]);
    say('LibreOffice …');
    const base = convert(folder);
    say('the Chiba year …');
    const packed = await answerOf<Packed>([own, 'year']);
    const lines = (Object.keys(LIMITS) as Job[]).flatMap((job) => [
      within(NAMES[job], times[job], LIMITS[job], 's'),
      // A machine with other work on it takes longer, but no more of its processors.
      told('  time of processors', `${processor[job].toFixed(2)} s`),
      ...(base === null ? [] : [told(`  against LibreOffice`, `${(times[job] / base).toFixed(2)} ×`)]),
    ]);
    return [
      ...(base === null ? [] : [told('LibreOffice: the report to PDF', `${base.toFixed(2)} s`)]),
      ...lines,
      within('every document of the Chiba year', packed.seconds, 10, 's'),
      told('  files', String(packed.files)),
      ...(base === null ? [] : [told('  against LibreOffice', `${(packed.seconds / base).toFixed(2)} ×`)]),
      within('highest memory, office files', peak, MEMORY, 'MB'),
      within('highest memory, every document of the year', packed.peak, MEMORY, 'MB'),
    ];
  });
}

/** Seconds that LibreOffice takes for the report, or null where it is not installed. */
function convert(folder: string): number | null {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const run = (): boolean =>
    spawnSync(
      'soffice',
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'report.docx')],
      {
        stdio: 'ignore',
      },
    ).status === 0;
  // The first run makes the profile.
  if (!run()) return null;
  const from = performance.now();
  run();
  return (performance.now() - from) / 1000;
}

interface Packed {
  readonly seconds: number;
  readonly files: number;
  readonly peak: number;
}

/** Seconds in which every document of the replayed year is made in every format, as for the delivery, and what it takes. */
async function wholeYear(): Promise<Packed> {
  const service = await openTemporary(readConfig({}), silentLog);
  try {
    const script = await loadYear('chiba-2026');
    const { tenantId } = await replay(script, service);
    const modules = await discoverModules();
    const { application } = service;
    const lead = {
      ...observer(tenantId, 0),
      party: 'contractor' as const,
      roles: ['audit-lead' as const, 'project-manager' as const],
    };
    const { engagements } = await application.client(engagementContract, lead).listEngagements({});
    const engagementId = engagements[0]?.id ?? '';
    const from = performance.now();
    let files = 0;
    for (const { contract, documents } of modules) {
      for (const provider of documents) {
        if (!mayUse(contract, provider.permission, lead)) continue;
        const subjects = await application.run(lead, async (context: Context) =>
          provider.subjects === undefined
            ? [null]
            : (await provider.subjects(context, engagementId)).map(({ id }) => id),
        );
        for (const subject of subjects) {
          for (const format of provider.formats) {
            files += await application.run(lead, (context: Context) =>
              make(context, provider, { engagementId, subject, format }),
            );
          }
        }
      }
    }
    return { seconds: (performance.now() - from) / 1000, files, peak: residentOf(process.pid, 'VmHWM') };
  } finally {
    await service.close();
  }
}

async function make(
  context: Context,
  provider: { build(context: Context, request: Request): Promise<unknown>; readonly title: string },
  request: Request,
): Promise<number> {
  try {
    await renderFile(await provider.build(context, request), request.format, provider.title);
    return 1;
  } catch (error) {
    // Its occasion never came in this year.
    if (error instanceof AppError) return 0;
    throw error;
  }
}

interface Request {
  readonly engagementId: string;
  readonly subject: string | null;
  readonly format: DocumentFormat;
}

async function measure(folder: string): Promise<Measured> {
  const empty = (): Record<Job, number[]> => ({ docx: [], pdf: [], pptx: [], 'xlsx write': [], 'xlsx read': [] });
  const [seconds, processor] = [empty(), empty()];
  const time = async <T>(job: Job, round: number, work: () => Promise<T>): Promise<T> => {
    const [from, before] = [performance.now(), process.cpuUsage()];
    const result = await work();
    const { user, system } = process.cpuUsage(before);
    // The first round loads the libraries and the fonts.
    if (round === 0) return result;
    seconds[job].push((performance.now() - from) / 1000);
    processor[job].push((user + system) / 1e6);
    return result;
  };
  for (let round = 0; round <= ROUNDS; round += 1) {
    writeFileSync(join(folder, 'report.docx'), await time('docx', round, () => renderDocx(report(round))));
    await time('pdf', round, () => renderPdf(report(round)));
    await time('pptx', round, () => renderPptx(slides(round)));
    const list = await time('xlsx write', round, () => renderXlsx(ledger(round)));
    await time('xlsx read', round, () => readSpreadsheet(list));
  }
  const medians = (all: Record<Job, number[]>): Record<Job, number> => ({
    docx: median(all.docx),
    pdf: median(all.pdf),
    pptx: median(all.pptx),
    'xlsx write': median(all['xlsx write']),
    'xlsx read': median(all['xlsx read']),
  });
  return { times: medians(seconds), processor: medians(processor), peak: residentOf(process.pid, 'VmHWM') };
}

const [, started, what, place = ''] = process.argv;
if (started === fileURLToPath(import.meta.url)) {
  process.stdout.write(JSON.stringify(what === 'year' ? await wholeYear() : await measure(place)));
}
