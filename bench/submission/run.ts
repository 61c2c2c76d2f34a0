/**
 * Submission of a sheet of thirty items, durable, journal included, over HTTP with 64 clients, against pgbench doing the
 * same SQL transaction, one per submission, with 64 clients on the same server and disk, in turns.
 */
import { readConfig } from '../../src/kernel/config.ts';
import { silentLog } from '../../src/kernel/log.ts';
import { openService } from '../../src/server/service.ts';
import { startServer } from '../../test/support/server-process.ts';
import { prepareLoad } from '../../test/support/submitters.ts';
import { withFolder } from '../place.ts';
import { atLeast, type Finding, median, told } from '../report.ts';
import type { Result } from './load.ts';
import { findPgbench, runPgbench, writeScript } from './pgbench.ts';
import { recordSubmission } from './record.ts';
import { storm } from './storm.ts';

const CLIENTS = 64;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 8);
/** Half of what pgbench reaches. */
const LIMIT = 0.5;

export async function submission(say: (text: string) => void): Promise<readonly Finding[]> {
  const program = findPgbench();
  if (program === null)
    return [{ name: 'submission', value: 'pgbench is not installed', limit: 'pgbench', holds: false }];
  return withFolder(async (folder) => {
    const env = { DATA_DIR: folder };
    // This process keeps the embedded database open, so that both sides use the same running server.
    const service = await openService(readConfig(env), silentLog);
    try {
      say(`municipalities: ${2 * CLIENTS}`);
      const load = await prepareLoad(service, { tenants: 2 * CLIENTS, departments: 1 });
      const people = load.submitters.slice(0, CLIENTS);
      const [recorder, ...rest] = load.submitters.slice(CLIENTS);
      if (recorder === undefined) throw new Error('no municipality for pgbench');
      const recorded = await recordSubmission(service, load, recorder);
      say(`statements per submission: ${recorded.statements.length}`);
      const script = await writeScript(service.connection, recorded, [recorder, ...rest], folder);
      const server = await startServer(env);
      try {
        const rounds: { readonly http: Result; readonly tps: number }[] = [];
        let revisions: readonly number[] = people.map(() => 0);
        for (let round = 1; round <= ROUNDS; round += 1) {
          const { hostname, port } = new URL(server.address);
          const http = await storm(folder, {
            host: hostname,
            port: Number(port),
            seconds: SECONDS,
            clients: people.map((person, index) => ({ ...person, revision: revisions[index] ?? 0 })),
            sheet: JSON.stringify(load.sheet(0)).replace('（0）', '（@）'),
          });
          revisions = http.revisions;
          const { tps, latency } = runPgbench(program, service.connection, script, CLIENTS, SECONDS);
          rounds.push({ http, tps });
          say(
            `round ${round}: HTTP ${http.perSecond.toFixed(0)}/s (p50 ${http.p50.toFixed(1)} ms, p99 ${http.p99.toFixed(1)} ms), pgbench ${tps.toFixed(0)}/s (mean ${latency}), ratio ${(http.perSecond / tps).toFixed(2)}`,
          );
        }
        return [
          told('submissions over HTTP, 64 clients', `${median(rounds.map(({ http }) => http.perSecond)).toFixed(0)}/s`),
          told(
            '  p50 / p99',
            `${median(rounds.map(({ http }) => http.p50)).toFixed(1)} / ${median(rounds.map(({ http }) => http.p99)).toFixed(1)} ms`,
          ),
          told('pgbench, same transaction, 64 clients', `${median(rounds.map(({ tps }) => tps)).toFixed(0)}/s`),
          atLeast('submission against pgbench', median(rounds.map(({ http, tps }) => http.perSecond / tps)), LIMIT),
        ];
      } finally {
        await server.stop();
      }
    } finally {
      await service.close();
    }
  });
}
