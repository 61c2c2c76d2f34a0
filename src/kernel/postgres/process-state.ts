import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './errors.ts';
import { asUser, isRoot } from './service-user.ts';

/** True when a process of this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** What `postmaster.pid` says, as far as we need it. */
export interface PidFile {
  readonly pid: number;
  readonly sockets: string | undefined;
}

/** Reads `postmaster.pid` of a cluster; `undefined` when there is none or it is not readable as one. */
export function readPidFile(cluster: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number.parseInt(lines[0] ?? '', 10);
    // Line 5 is the socket folder.
    const sockets = lines[4]?.trim();
    return Number.isNaN(pid) ? undefined : { pid: Math.abs(pid), sockets: sockets === '' ? undefined : sockets };
  } catch {
    return undefined;
  }
}

/**
 * True when the process is a PostgreSQL process of this cluster. Numbers are used again after a restart of the machine
 * or of a container, so that a living number alone proves nothing; the working folder of a server process is its cluster.
 */
export function servesCluster(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') return worksIn(pid, cluster);
  const listed = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  return listed.stdout.includes('postgres');
}

function worksIn(pid: number, cluster: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    // Root in a container may not look at another user's process; that user may.
    if (!isRoot() || !commandLine(pid).includes('postgres')) return false;
    const owner = statSync(cluster, { throwIfNoEntry: false });
    if (owner === undefined) return false;
    const { output } = asUser({ name: String(owner.uid), uid: owner.uid, gid: owner.gid }, 'readlink', [
      `/proc/${pid}/cwd`,
    ]);
    return output.trim() === cluster;
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** The living processes of a cluster, the server itself or back ends it left behind. Empty where /proc is absent. */
export function processesOf(cluster: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && servesCluster(pid, cluster));
}
