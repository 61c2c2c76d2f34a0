/**
 * Every document of the Chiba year in every format, as for the delivery. The year is played by another process than the one
 * that makes the documents: what playing it takes is not theirs.
 */
import { fileURLToPath } from 'node:url';
import { observer } from '../src/cli/commands/trace.ts';
import { type Replay, replay } from '../src/cli/year/replay.ts';
import { loadYear } from '../src/cli/year/years.ts';
import { type DocumentFormat, renderFile } from '../src/documents/index.ts';
import { type Caller, mayUse } from '../src/kernel/caller.ts';
import { type ManualClock, manualClock } from '../src/kernel/clock.ts';
import { readConfig } from '../src/kernel/config.ts';
import { AppError } from '../src/kernel/error.ts';
import { createJobRunner } from '../src/kernel/job.ts';
import { silentLog } from '../src/kernel/log.ts';
import type { Context } from '../src/kernel/module.ts';
import { engagementContract } from '../src/modules/engagement/contract.ts';
import { openService, type Service } from '../src/server/service.ts';
import { withFolder } from './place.ts';
import { answerOf } from './process.ts';
import { residentOf } from './start.ts';

const YEAR = 'chiba-2026';

export interface MadeYear {
  readonly seconds: number;
  readonly files: number;
  /** Megabytes. */
  readonly peak: number;
}

/** What it takes to make the documents of the year. */
export const wholeYear = (): Promise<MadeYear> =>
  withFolder(async (folder) => {
    const clock = manualClock('2026-04-01T00:00:00.000Z');
    const service = await openService(readConfig({ DATA_DIR: folder }), silentLog, { clock, temporary: true });
    const { tenantId, now } = await play(service, clock);
    await service.close();
    return answerOf<MadeYear>([fileURLToPath(import.meta.url), folder, String(tenantId), now.toISOString()]);
  });

async function play(service: Service, clock: ManualClock): Promise<Replay> {
  const jobs = createJobRunner({ ...service, clock, log: silentLog });
  return replay(await loadYear(YEAR), { ...service, clock, jobs });
}

async function makeAll(folder: string, tenantId: number, now: string): Promise<MadeYear> {
  const clock = manualClock(now);
  const service = await openService(readConfig({ DATA_DIR: folder }), silentLog, { clock, temporary: true });
  try {
    const lead: Caller = {
      ...observer(tenantId, 0),
      party: 'contractor',
      roles: ['audit-lead', 'project-manager'],
    };
    // As in a server that has been running for a while: the first pass loads the libraries and the fonts.
    await everyDocument(service, lead);
    const from = performance.now();
    const files = await everyDocument(service, lead);
    return { seconds: (performance.now() - from) / 1000, files, peak: residentOf(process.pid, 'VmHWM') };
  } finally {
    await service.close();
  }
}

/** @returns how many files were made */
async function everyDocument({ application, modules }: Service, lead: Caller): Promise<number> {
  const { engagements } = await application.client(engagementContract, lead).listEngagements({});
  const engagementId = engagements[0]?.id ?? '';
  let files = 0;
  for (const { contract, documents } of modules) {
    for (const provider of documents) {
      if (!mayUse(contract, provider.permission, lead)) continue;
      const subjects = await application.run(lead, async (context: Context) =>
        provider.subjects === undefined ? [null] : (await provider.subjects(context, engagementId)).map(({ id }) => id),
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
  return files;
}

interface Request {
  readonly engagementId: string;
  readonly subject: string | null;
  readonly format: DocumentFormat;
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

const [, started, place, tenant, now] = process.argv;
if (started === fileURLToPath(import.meta.url) && place !== undefined && now !== undefined) {
  process.stdout.write(JSON.stringify(await makeAll(place, Number(tenant), now)));
}
