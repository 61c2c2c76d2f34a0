import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { codeOf, EmbeddedPostgresError, messageOf } from './errors.ts';
import { canEnter, isRoot, serviceUserFor, type ServiceUser } from './service-user.ts';

/** Where one database lives and who runs it. Every folder exists and belongs to that user. */
export interface Place {
  /** The cluster itself (PGDATA); may not exist yet. */
  readonly cluster: string;
  /** Folder of the Unix socket, mode 0700, with a path short enough for a socket address. */
  readonly sockets: string;
  /** Server log. */
  readonly logFile: string;
  /** Folder for a copy of the server programs, readable by the user. */
  readonly cache: string;
  readonly user: ServiceUser | undefined;
}

/** Longest path of a Unix socket in bytes: 108 on Linux and 104 on macOS, each with a closing zero. */
const longestSocketPath = 103;
const socketName = '.s.PGSQL.5432';
/** Shared state of a program that runs as root. */
const systemFolder = '/var/lib/machimori';

/**
 * Settles the folders of the database that belongs to `dataDir`, making what is missing.
 *
 * Ordinarily everything lies in `<dataDir>/postgres`. As root the database runs as another user; where that user
 * cannot enter `dataDir` (a clone below /root), the database lies in a folder below /var/lib/machimori and
 * `<dataDir>/postgres-location.json` says so. That file decides from then on, so that a later change of modes never
 * makes an empty second database.
 */
export function settlePlace(dataDir: string): Place {
  const data = makeDataDir(dataDir);
  const local = join(data, 'postgres');
  const chosen = movedTo(data) ?? chooseBase(data, local);
  const user = serviceUserFor(join(chosen, 'cluster'));
  makeOwned(chosen, user);
  // The system shows the working folder of a process without symbolic links; that is how a server is recognised.
  const base = realpathSync(chosen);
  const cluster = join(base, 'cluster');
  makeOwned(join(base, 'log'), user);
  if (!canEnter(base, user)) throw ofAnotherUser(base);
  const sockets = socketFolder(base, user);
  const cache = isRoot() ? join(systemFolder, 'programs') : join(base, 'programs');
  return { cluster, sockets, logFile: join(base, 'log', 'postgres.log'), cache, user };
}

/** The error for a folder that the present user may not use. */
export function ofAnotherUser(folder: string): EmbeddedPostgresError {
  const owner = lstatSync(folder).uid;
  return new EmbeddedPostgresError(
    'folder-of-another-user',
    `データベースのフォルダー「${folder}」は別の利用者（番号 ${owner}）のものです。その利用者で起動するか、DATA_DIR に別のフォルダーを指定してください。`,
  );
}

function makeDataDir(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true });
    return realpathSync(dataDir);
  } catch (error) {
    throw notWritable(resolve(dataDir), error);
  }
}

function notWritable(folder: string, error: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'folder-not-writable',
    `データのフォルダー「${folder}」を作成できないか、書き込めません。権限を確かめるか、DATA_DIR に別のフォルダーを指定してください。`,
    messageOf(error),
    error,
  );
}

const locationFile = 'postgres-location.json';
const location = z.object({ dataDir: z.string(), postgres: z.string() });

function movedTo(data: string): string | undefined {
  const file = join(data, locationFile);
  if (!existsSync(file)) return undefined;
  const recorded = location.parse(JSON.parse(readFileSync(file, 'utf8')));
  // A copied data folder must not write into the database of the original.
  if (recorded.dataDir !== data && existsSync(join(recorded.dataDir, locationFile))) {
    throw new EmbeddedPostgresError(
      'folder-moved',
      `「${data}」は「${recorded.dataDir}」の写しですが、データベースは元のフォルダーのものです。写しには machimori backup と restore を使ってください。`,
    );
  }
  if (!isRoot()) throw ofAnotherUser(file);
  return recorded.postgres;
}

function chooseBase(data: string, local: string): string {
  if (existsSync(join(local, 'cluster')) || !isRoot()) return local;
  if (canEnter(data, serviceUserFor(join(local, 'cluster')))) return local;
  // Never the folder of an earlier data folder of this name: who deletes `dataDir` means to begin anew.
  const base = join(systemFolder, `${hash(data)}-${randomBytes(4).toString('hex')}`);
  try {
    openSystemFolder();
    const record = `${JSON.stringify({ dataDir: data, postgres: base }, undefined, 2)}\n`;
    writeFileSync(join(data, locationFile), record, { flag: 'wx' });
  } catch (error) {
    // Another program of ours has just chosen.
    const chosen = codeOf(error) === 'EEXIST' ? movedTo(data) : undefined;
    if (chosen === undefined) throw notWritable(systemFolder, error);
    return chosen;
  }
  return base;
}

/** Makes the folder that every user of a database may pass through, whatever the umask is. */
function openSystemFolder(): void {
  mkdirSync(systemFolder, { recursive: true });
  chmodSync(systemFolder, 0o755);
}

/** Makes a folder of mode 0700 that belongs to the user; an existing one of somebody else is refused. */
function makeOwned(folder: string, user: ServiceUser | undefined): void {
  try {
    if (!existsSync(folder)) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (user !== undefined) chownSync(folder, user.uid, user.gid);
    }
    const found = lstatSync(folder);
    const uid = user?.uid ?? process.getuid?.();
    // Root may have made the folder for a user that has changed since; only root's own folders are handed over.
    if (user !== undefined && found.uid === 0 && found.isDirectory()) chownSync(folder, user.uid, user.gid);
    else if (!found.isDirectory() || found.uid !== uid) throw ofAnotherUser(folder);
    chmodSync(folder, 0o700);
  } catch (error) {
    throw error instanceof EmbeddedPostgresError ? error : notWritable(folder, error);
  }
}

function socketFolder(base: string, user: ServiceUser | undefined): string {
  const name = `machimori-${user?.uid ?? process.getuid?.() ?? 0}-${hash(base)}`;
  const runtime = isRoot() ? '/run' : process.env['XDG_RUNTIME_DIR'];
  const candidates = [join(base, 'run'), ...(runtime === undefined ? [] : [join(runtime, name)])];
  const fits = candidates.find((folder) => {
    if (Buffer.byteLength(join(folder, socketName)) > longestSocketPath) return false;
    try {
      makeOwned(folder, user);
      return canEnter(folder, user);
    } catch {
      return false;
    }
  });
  if (fits !== undefined) return fits;
  const last = join(Buffer.byteLength(tmpdir()) > 40 ? '/tmp' : tmpdir(), name);
  makeOwned(last, user);
  return last;
}

function hash(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}
