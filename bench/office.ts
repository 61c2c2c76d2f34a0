/**
 * Office files of a year's end: report, deck, list, and the whole package of the Chiba year. Times depend on the machine, so
 * each is also told against LibreOffice converting the same report to PDF in the same run.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { renderDocx, renderPdf, renderPptx, renderXlsx } from '../src/documents/index.ts';
import { readSpreadsheet } from '../src/importers/xlsx/read.ts';
import { ledger, report, slides } from './office-sample.ts';
import { wholeYear } from './office-year.ts';
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
    const { times, processor, peak } = await answerOf<Measured>([own, folder]);
    say('LibreOffice …');
    const base = convert(folder);
    say('the Chiba year …');
    const packed = await wholeYear();
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

const [, started, place] = process.argv;
if (started === fileURLToPath(import.meta.url) && place !== undefined) {
  process.stdout.write(JSON.stringify(await measure(place)));
}
