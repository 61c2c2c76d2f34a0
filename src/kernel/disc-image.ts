/** The disc image: ISO 9660 with Rock Ridge (Linux) and Joliet (Windows) by xorriso. The same folder gives the same bytes. */
import { lutimes, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Medium } from '../core/specification/delivery.ts';
import { findProgram, runProgram } from './program.ts';

/** What to do where the program is missing. */
export const NO_DISC_PROGRAM =
  'このサーバには、ディスクイメージを作るプログラム xorriso がありません。管理者として「apt-get install -y --no-install-recommends xorriso」を実行してください。ディスクイメージのほかは、そのまま作れます。';

/** Bytes that a disc holds: 74 minutes' and 80 minutes' CD are told apart by nobody today, so 80 minutes (700 MB). */
export const CAPACITY: Readonly<Record<Medium, number>> = {
  'CD-ROM': 360_000 * 2048,
  'DVD-ROM': 2_295_104 * 2048,
};

const TIME_LIMIT_MS = 30 * 60_000;

export const findDiscProgram = (path?: string): string | null => findProgram('xorriso', path);

/**
 * Writes the image of a folder. All times are midnight of `madeOn` in Tokyo. UDF is not written: xorriso cannot, and Windows needs it only for
 * files above 4 GB.
 * @throws Error with the program's own words when it fails, a full disk for example
 */
export async function writeDiscImage(
  program: string,
  disc: { readonly folder: string; readonly image: string; readonly volume: string; readonly madeOn: string },
): Promise<void> {
  const madeAt = new Date(`${disc.madeOn}T00:00:00+09:00`);
  await settleTimes(disc.folder, madeAt);
  const end = await runProgram(
    program,
    // No start-up file of the machine, owner and rights the same everywhere.
    ['-no_rc', '-as', 'mkisofs', '-quiet', '-r', '-J', '-iso-level', '3', '-V', disc.volume, '-o', disc.image, '.'],
    {
      cwd: disc.folder,
      timeoutMs: TIME_LIMIT_MS,
      env: { SOURCE_DATE_EPOCH: String(Math.floor(madeAt.getTime() / 1000)), TZ: 'UTC' },
    },
  );
  if (end.code !== 0) throw new Error(`xorriso ended with ${end.code}: ${end.stderr.slice(-500)}`);
}

/** The name of the volume, at most 16 characters so that Joliet keeps it: `NOHIN_20270331`. */
export const volumeName = (day: string): string => `NOHIN_${day.replaceAll('-', '')}`;

async function settleTimes(path: string, at: Date): Promise<void> {
  if ((await stat(path)).isDirectory()) {
    for (const name of await readdir(path)) await settleTimes(join(path, name), at);
  }
  await lutimes(path, at, at);
}
