import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { parsePostgresUrl } from '../src/kernel/postgres/connection.ts';
import { openEmbedded } from '../src/kernel/postgres/embedded.ts';
import { isAlive, readPidFile, servesCluster } from '../src/kernel/postgres/process-state.ts';

const prefix = 'machimori-test-';

/**
 * Gives the whole test run one PostgreSQL server: the one that TEST_DATABASE_URL names, otherwise an embedded one in a
 * temporary folder (without writing through to the disk: nobody needs this data after a crash).
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') {
    project.provide('testServer', parsePostgresUrl(given));
    return () => Promise.resolve();
  }
  removeLeftovers();
  const dataDir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // As root the server runs as another user, who must be able to enter.
  chmodSync(dataDir, 0o711);
  const server = await openEmbedded({
    dataDir,
    binDir: process.env['POSTGRES_BIN'],
    log: () => undefined,
    fsync: false,
  });
  project.provide('testServer', { host: server.host, port: 5432, user: server.user, database: server.database });
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/** Ends the servers of earlier runs that were killed, and deletes their folders. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    if (isAlive(Number(name.slice(prefix.length).split('-')[0]))) continue;
    const folder = join(tmpdir(), name);
    const cluster = join(folder, 'postgres', 'cluster');
    try {
      const pid = readPidFile(cluster)?.pid;
      if (pid !== undefined && servesCluster(pid, cluster)) process.kill(pid, 'SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's run; not ours to clean.
    }
  }
}
