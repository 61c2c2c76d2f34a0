/** A private server from Debian's PostgreSQL for the second test run. Needs Node 24. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatPostgresUrl } from '../src/kernel/postgres/connection.ts';
import { openEmbedded } from '../src/kernel/postgres/embedded.ts';

/**
 * Starts it in a temporary folder, as a user other than root, without a network port.
 * @param {string} binDir
 */
export async function openDebianServer(binDir) {
  const dataDir = mkdtempSync(join(tmpdir(), `machimori-test-${process.pid}-`));
  chmodSync(dataDir, 0o711);
  const server = await openEmbedded({ dataDir, binDir, log: () => undefined, fsync: false });
  const { host, user, database, version } = server;
  return {
    version,
    url: formatPostgresUrl({ host, port: 5432, user, database }),
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
