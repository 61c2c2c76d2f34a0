/** A whole contract year on the simulated clock, then every document of it once. */
import { fileURLToPath } from 'node:url';
import { once } from 'node:events';
import { join } from 'node:path';
import { readConfig } from '../src/kernel/config.ts';
import { silentLog } from '../src/kernel/log.ts';
import { observer } from '../src/cli/commands/trace.ts';
import { replay } from '../src/cli/year/replay.ts';
import { openTemporary } from '../src/cli/year/temporary.ts';
import { loadYear } from '../src/cli/year/years.ts';
import { withFolder } from './place.ts';
import { startProcess } from './process.ts';
import { type Finding, told, within } from './report.ts';
import { residentOf } from './start.ts';

const YEAR = 'chiba-2026';
const REPLAY_LIMIT = 20;
const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

/** Seconds of the replay itself, without starting the program and its database. */
export async function year(): Promise<readonly Finding[]> {
  const service = await openTemporary(readConfig({}), silentLog);
  try {
    const script = await loadYear(YEAR);
    const from = performance.now();
    const { steps, tenantId } = await replay(script, service);
    const seconds = (performance.now() - from) / 1000;
    const { database } = service;
    const facts = await database.transaction(tenantId, (tx) =>
      tx
        .db<{ journal: { tenant_id: number; seq: string } }>()
        .selectFrom('journal')
        .select((eb) => eb.fn.countAll<string>().as('count'))
        .where('tenant_id', '=', observer(tenantId, 0).tenantId)
        .executeTakeFirstOrThrow(),
    );
    return [
      told(`year ${YEAR}`, `${steps} steps, ${facts.count} facts`),
      within(`replay of ${YEAR}`, seconds, REPLAY_LIMIT, 's'),
    ];
  } finally {
    await service.close();
  }
}

/** Highest memory of `machimori year`, which replays, renders every document and packs them. */
export async function documents(): Promise<readonly Finding[]> {
  return withFolder(async (folder) => {
    const child = startProcess([MAIN, 'year', YEAR, '--out', join(folder, 'out'), '--json'], 'ignore');
    let highest = 0;
    const watching = setInterval(() => {
      try {
        highest = Math.max(highest, residentOf(child.pid ?? 0, 'VmHWM'));
      } catch {
        // It has ended.
      }
    }, 100);
    const [code] = (await once(child, 'exit')) as [number | null];
    clearInterval(watching);
    if (code !== 0)
      return [{ name: 'documents', value: `machimori year ended with ${code}`, limit: 'success', holds: false }];
    return [told('highest memory, year with every document', `${highest.toFixed(0)} MB`)];
  });
}
