import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresError, messageOf } from './errors.ts';
import type { Place } from './place.ts';
import { isAlive, processesOf, readPidFile, servesCluster } from './process-state.ts';
import { databaseEnvironment, identity } from './service-user.ts';

/** A server process that was started here. `ended` holds the reason as soon as it has ended. */
export interface Started {
  readonly pid: number;
  ended: string | undefined;
}

const largestLog = 10 * 1024 * 1024;

/** The number of the running server of this cluster, whoever started it; `undefined` when none runs. */
export function runningServer(place: Place): number | undefined {
  const file = readPidFile(place.cluster);
  return file !== undefined && servesCluster(file.pid, place.cluster) ? file.pid : undefined;
}

/**
 * Starts the server of the cluster in a session of its own, so that a Ctrl-C in the terminal reaches only the program,
 * which then ends its requests before it stops the database. The server outlives this process when that is killed.
 */
export function startServer(place: Place, binaries: Binaries, fsync: boolean): Started {
  clearFalseLocks(place);
  const log = openLog(place);
  try {
    const child = spawn(join(binaries.folder, 'postgres'), serverArguments(place, fsync), {
      cwd: '/',
      env: databaseEnvironment(),
      detached: true,
      stdio: ['ignore', log.descriptor, log.descriptor],
      ...identity(place.user),
    });
    return watch(child, place, log.offset);
  } finally {
    closeSync(log.descriptor);
  }
}

/** Stops the server: open transactions are rolled back, everything committed is on disk. Returns when it is gone. */
export async function stopServer(place: Place, signal: 'SIGINT' | 'SIGQUIT' = 'SIGINT'): Promise<void> {
  const pid = runningServer(place);
  if (pid === undefined) return;
  process.kill(pid, signal);
  while (isAlive(pid) && servesCluster(pid, place.cluster)) await pause(20);
}

/** Waits so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

function serverArguments(place: Place, fsync: boolean): string[] {
  const settings = {
    listen_addresses: '',
    port: 5432,
    unix_socket_directories: place.sockets,
    unix_socket_permissions: '0700',
    shared_buffers: '128MB',
    max_wal_size: '1GB',
    max_connections: 200,
    fsync: fsync ? 'on' : 'off',
    synchronous_commit: fsync ? 'on' : 'off',
    full_page_writes: fsync ? 'on' : 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The log names no person: neither statements nor the values in an error's detail are written.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  };
  return ['-D', place.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function openLog(place: Place): { descriptor: number; offset: number } {
  try {
    if (sizeOf(place.logFile) > largestLog) renameSync(place.logFile, `${place.logFile}.1`);
    const descriptor = openSync(place.logFile, 'a', 0o600);
    if (place.user !== undefined) chownSync(place.logFile, place.user.uid, place.user.gid);
    return { descriptor, offset: sizeOf(place.logFile) };
  } catch (error) {
    throw new EmbeddedPostgresError(
      'folder-not-writable',
      `データベースの記録「${place.logFile}」に書き込めません。空き容量と権限を確かめてください。`,
      messageOf(error),
      error,
    );
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function watch(child: ChildProcess, place: Place, offset: number): Started {
  const started: Started = { pid: child.pid ?? 0, ended: undefined };
  child.on('error', (error) => {
    started.ended = error.message;
  });
  child.on('exit', (code, signal) => {
    const written = textFrom(place.logFile, offset);
    const fatal = written.split('\n').filter((line) => /\b(FATAL|PANIC):/.test(line));
    started.ended = fatal.at(-1) ?? `exit ${signal ?? code}: ${written.trim().slice(-500)}`;
  });
  child.unref();
  return started;
}

function textFrom(file: string, offset: number): string {
  try {
    return readFileSync(file).subarray(offset).toString('utf8');
  } catch (error) {
    return messageOf(error);
  }
}

/**
 * PostgreSQL refuses to start while the number in `postmaster.pid` or in the lock of its socket is alive, even when
 * another program has that number by now, or when a killed server waits to be buried. The files are removed only when
 * this machine shows that no process at all works in the cluster.
 */
function clearFalseLocks(place: Place): void {
  if (process.platform !== 'linux') return;
  const pidFile = join(place.cluster, 'postmaster.pid');
  const socketLock = join(place.sockets, '.s.PGSQL.5432.lock');
  const held = [pidFile, socketLock].filter((path) => isAlive(firstNumber(path)));
  if (held.length === 0 || processesOf(place.cluster).length > 0) return;
  for (const path of held) rmSync(path, { force: true });
}

/** The process number on the first line of a lock file; 0 when there is none. */
function firstNumber(path: string): number {
  try {
    return Math.abs(Number.parseInt(readFileSync(path, 'utf8'), 10)) || 0;
  } catch {
    return 0;
  }
}
