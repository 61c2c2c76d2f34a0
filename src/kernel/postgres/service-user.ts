import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { EmbeddedPostgresError } from './errors.ts';

/**
 * The operating-system user that runs the database. `undefined` stands for "whoever runs this program", which is the
 * case unless the program runs as root: PostgreSQL refuses to run as root.
 */
export interface ServiceUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const own = 'machimori';

/** True when this process is root, and so must hand the database to another user. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The user for a database folder, decided only when this process is root: the present owner of the cluster when there
 * is one, otherwise `machimori` (created on first use), otherwise an existing `postgres`.
 * Throws `service-user-unavailable` when none exists and none may be created.
 */
export function serviceUserFor(cluster: string): ServiceUser | undefined {
  if (!isRoot()) return undefined;
  const owner = existsSync(cluster) ? statSync(cluster) : undefined;
  if (owner !== undefined && owner.uid !== 0) return { name: String(owner.uid), uid: owner.uid, gid: owner.gid };
  const user = lookUp(own) ?? create() ?? lookUp('postgres');
  if (user !== undefined && canSwitchTo(user)) return user;
  throw new EmbeddedPostgresError(
    'service-user-unavailable',
    user === undefined
      ? `データベースは root では動かせず、専用の利用者「${own}」も作成できませんでした。利用者「${own}」を作成するか、root 以外の利用者で起動してください。`
      : `データベースは root では動かせず、利用者「${user.name}」への切替えも許可されていません。root 以外の利用者で起動してください。`,
  );
}

/** True when the user can enter the folder, tried by doing it: modes, ACLs and mounts all count. */
export function canEnter(folder: string, user: ServiceUser | undefined): boolean {
  return asUser(user, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder]).status === 0;
}

/** Runs a short program to its end as the given user, from the root folder, with English messages. */
export function asUser(
  user: ServiceUser | undefined,
  program: string,
  args: readonly string[],
): { status: number | null; output: string } {
  const result = spawnSync(program, args, {
    cwd: '/',
    env: databaseEnvironment(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...identity(user),
  });
  return {
    status: result.status,
    output: `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`,
  };
}

/** The `uid` and `gid` options for a child process. */
export function identity(user: ServiceUser | undefined): { uid?: number; gid?: number } {
  return user === undefined ? {} : { uid: user.uid, gid: user.gid };
}

/** The environment of every database process: nothing of ours, so that a PG… variable of the host changes nothing. */
export function databaseEnvironment(): Record<string, string> {
  return { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' };
}

function lookUp(name: string): ServiceUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => Number.parseInt(asUser(undefined, 'id', [flag, name]).output, 10));
  if (uid === undefined || gid === undefined || Number.isNaN(uid) || Number.isNaN(gid)) return undefined;
  return { name, uid, gid };
}

function create(): ServiceUser | undefined {
  const attempts: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', own]],
    ['adduser', ['--system', '--group', '--no-create-home', '--quiet', own]],
    ['adduser', ['-S', '-D', '-H', own]],
  ];
  for (const [program, args] of attempts) {
    asUser(undefined, program, args);
    const made = lookUp(own);
    if (made !== undefined) return made;
  }
  return undefined;
}

function canSwitchTo(user: ServiceUser): boolean {
  return asUser(user, '/bin/sh', ['-c', ':']).status === 0;
}
