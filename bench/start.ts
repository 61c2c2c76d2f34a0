/** Start of a server whose database is already made, and its memory at rest. */
import { readFileSync } from 'node:fs';
import { readConfig } from '../src/kernel/config.ts';
import { silentLog } from '../src/kernel/log.ts';
import { openService } from '../src/server/service.ts';
import { startServer } from '../test/support/server-process.ts';
import { prepareLoad } from '../test/support/submitters.ts';
import { withFolder } from './place.ts';
import { type Finding, median, within } from './report.ts';

const START_LIMIT = 3;
const MEMORY_LIMIT = 300;
const STARTS = 5;
const REST = 10_000;

/** Seconds from starting the process to the first good answer of /readyz. */
export async function start(): Promise<readonly Finding[]> {
  return withFolder(async (folder) => {
    const env = { DATA_DIR: folder };
    const first = await startServer(env);
    await first.stop();
    const seconds: number[] = [];
    for (let round = 0; round < STARTS; round += 1) {
      const from = performance.now();
      const server = await startServer(env);
      for (;;) {
        const response = await fetch(`${server.address}/readyz`).catch(() => null);
        if (response?.ok === true) break;
      }
      seconds.push((performance.now() - from) / 1000);
      await server.stop();
    }
    return [within('start to ready, database made before', median(seconds), START_LIMIT, 's')];
  });
}

/** Resident memory of the Node process ten seconds after the start, with a municipality in the database. */
export async function memory(): Promise<readonly Finding[]> {
  return withFolder(async (folder) => {
    const env = { DATA_DIR: folder };
    const service = await openService(readConfig(env), silentLog);
    await prepareLoad(service, { tenants: 1, departments: 50 });
    await service.close();
    const server = await startServer(env);
    await new Promise((resolve) => setTimeout(resolve, REST));
    const megabytes = residentOf(server.pid);
    await server.stop();
    return [within('memory at rest', megabytes, MEMORY_LIMIT, 'MB')];
  });
}

/** Megabytes (10⁶ bytes) that the process holds. */
export function residentOf(pid: number, what: 'VmRSS' | 'VmHWM' = 'VmRSS'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kibibytes = new RegExp(`^${what}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  if (kibibytes === undefined) throw new Error(`process ${pid} has ended`);
  return (Number(kibibytes) * 1024) / 1_000_000;
}
