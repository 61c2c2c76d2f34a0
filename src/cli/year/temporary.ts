/** The whole product over a database that lives only as long as the work: for replays and proofs. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ManualClock, manualClock } from '../../kernel/clock.ts';
import type { Config } from '../../kernel/config.ts';
import { createJobRunner, type JobRunner } from '../../kernel/job.ts';
import type { Log } from '../../kernel/log.ts';
import { openService, type Service } from '../../server/service.ts';

export interface TemporaryService extends Service {
  readonly clock: ManualClock;
  readonly jobs: JobRunner;
}

export async function openTemporary(config: Config, log: Log): Promise<TemporaryService> {
  const folder = mkdtempSync(join(tmpdir(), 'machimori-year-'));
  // As root the database runs as another user, who must be able to enter.
  chmodSync(folder, 0o711);
  const clock = manualClock('2026-04-01T00:00:00.000Z');
  const { DATABASE_URL: _, S3_ENDPOINT: __, ...rest } = config;
  const service = await openService({ ...rest, DATA_DIR: folder }, log, {
    clock,
    temporary: true,
  });
  const jobs = createJobRunner({
    database: service.database,
    blobs: service.blobs,
    clock,
    log,
    modules: service.modules,
  });
  return {
    ...service,
    clock,
    jobs,
    async close() {
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
