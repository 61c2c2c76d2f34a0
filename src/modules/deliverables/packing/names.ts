/**
 * Names inside a package. The same name stands in the ZIP file, on the disc and in the lists, so it keeps to what every one
 * of them can hold: Joliet, by which Windows reads a disc, knows 64 UTF-16 units and no character beyond the first plane.
 */
import { portableName } from '../../../documents/index.ts';

/** Longest name of a file, ending included, and of a folder (a whole path has 120 units). */
export const FILE_NAME_LIMIT = 64;
export const FOLDER_NAME_LIMIT = 30;

/** The rule as it stands in the contents list. */
export const NAME_RULE = `ファイル名は、Windows及びLinuxのどちらでも読めるよう、${FILE_NAME_LIMIT}字（フォルダ名は${FOLDER_NAME_LIMIT}字）以内とし、長い名称は末尾を「～」に置き換えて短縮しました。光ディスクの規格で使えない文字は「〓」に置き換えました。元の名称は「元の名称」の欄に示します。`;

/** A name as the package writes it. */
export function packageName(name: string, limit = FILE_NAME_LIMIT): string {
  const clean = basic(name);
  return clean.length <= limit ? clean : shortened(clean, limit, '～');
}

/** A path that nobody has taken, numbered when it must be. `taken` is compared without regard to case, as Windows does. */
export function freePath(folder: string, name: string, taken: ReadonlySet<string>): string {
  const clean = packageName(name);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? clean : shortened(clean, FILE_NAME_LIMIT, `（${number}）`);
    const path = folder === '' ? candidate : `${folder}/${candidate}`;
    if (!taken.has(path.toLowerCase())) return path;
  }
}

// A name that ends in a dot or a space cannot be opened on Windows; characters of the higher planes have no place on a disc.
const basic = (name: string): string =>
  portableNameOf(name)
    .replace(/[\u{10000}-\u{10FFFF}]/gu, '〓')
    .replace(/[\uFE00-\uFE0F]/gu, '')
    .replace(/[. ]+$/u, '');

/** Without its limit of length: the ending must not be cut off. */
function portableNameOf(name: string): string {
  const { stem, ending } = parts(name);
  return `${portableName(stem) || '名称なし'}${portableName(ending)}`;
}

function shortened(name: string, limit: number, mark: string): string {
  const { stem, ending } = parts(name);
  return `${stem.slice(0, limit - mark.length - ending.length)}${mark}${ending}`;
}

function parts(name: string): { stem: string; ending: string } {
  const dot = name.lastIndexOf('.');
  const known = dot > 0 && /^\.[a-zA-Z0-9]{1,5}$/u.test(name.slice(dot));
  return known ? { stem: name.slice(0, dot), ending: name.slice(dot) } : { stem: name, ending: '' };
}
