import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { isAlive } from './process-state.ts';
import type { Place } from './place.ts';
import { asUser } from './service-user.ts';

/** The database superuser; only migrations and the supervisor use it. */
export const owner = 'machimori_owner';

/**
 * Makes sure that the place holds a cluster these programs can run. A new one is made beside its final name and then
 * renamed, so that a start that was killed or raced by another leaves a whole cluster or none.
 * Sorting is by code point (`C.UTF-8`), the same on every machine; Japanese order is the program's own work.
 */
export function ensureCluster(place: Place, binaries: Binaries): 'made' | 'found' {
  if (existsSync(place.cluster)) {
    checkCluster(place, binaries);
    return 'found';
  }
  removeAbandonedDrafts(place);
  const draft = `${place.cluster}.new-${process.pid}`;
  mkdirSync(draft, { mode: 0o700 });
  if (place.user !== undefined) chownSync(draft, place.user.uid, place.user.gid);
  const { status, output } = asUser(place.user, join(binaries.folder, 'initdb'), [
    ...['-D', draft, '-U', owner, '--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums', '--no-instructions'],
    ...(binaries.major >= 17 ? ['--locale-provider=builtin'] : []),
    // The socket lies in a folder that only this user may enter, and nothing listens on the network.
    ...['--auth-local=trust', '--auth-host=reject'],
  ]);
  if (status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new EmbeddedPostgresError(
      'initialise-failed',
      `データベースを「${place.cluster}」に作成できませんでした。空き容量と書込みの権限を確かめてください。`,
      output.trim(),
    );
  }
  try {
    renameSync(draft, place.cluster);
    return 'made';
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(place.cluster)) throw error;
    checkCluster(place, binaries);
    return 'found';
  }
}

function checkCluster(place: Place, binaries: Binaries): void {
  const versionFile = join(place.cluster, 'PG_VERSION');
  const missing = ['PG_VERSION', join('global', 'pg_control')].filter((name) => !existsSync(join(place.cluster, name)));
  if (missing.length > 0) {
    throw new EmbeddedPostgresError(
      'cluster-unrecognised',
      `「${place.cluster}」はデータベースとして読めません（${missing.join('、')} がありません）。控えから戻すか、DATA_DIR に別のフォルダーを指定してください。`,
    );
  }
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== String(binaries.major)) {
    throw new EmbeddedPostgresError(
      'cluster-other-version',
      `「${place.cluster}」は PostgreSQL ${version} のデータベースですが、プログラムは ${binaries.major} です。同じ版のプログラムの場所を環境変数 POSTGRES_BIN で指定してください。`,
    );
  }
}

function removeAbandonedDrafts(place: Place): void {
  const prefix = `${basename(place.cluster)}.new-`;
  for (const name of readdirSync(dirname(place.cluster))) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue;
    rmSync(join(dirname(place.cluster), name), { recursive: true, force: true });
  }
}
