import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DocumentError } from './errors.ts';

const require = createRequire(import.meta.url);

type FontPackage = 'biz-udmincho' | 'biz-udgothic' | 'noto-serif-jp';
type Weight = '400Regular' | '700Bold';

const families: Readonly<Record<FontPackage, string>> = {
  'biz-udmincho': 'BIZUDMincho',
  'biz-udgothic': 'BIZUDGothic',
  'noto-serif-jp': 'NotoSerifJP',
};

/**
 * Folder of one weight of a bundled font. Only these are given to the typesetter, never the fonts of the machine.
 * @param root the folder of the package, when it is not the installed one
 * @throws DocumentError `font-missing` naming the file: without it every character would be missing somewhere else
 */
export const fontFolder = (name: FontPackage, weight: Weight, root?: string): string =>
  dirname(fontFile(name, weight, root));

/** File of one weight of a bundled font. @throws DocumentError as `fontFolder` */
export function fontFile(name: FontPackage, weight: Weight, root?: string): string {
  const file = `${families[name]}_${weight}.ttf`;
  const path = join(root ?? installed(name), weight, file);
  if (existsSync(path)) return path;
  throw new DocumentError(
    'font-missing',
    `文書用の書体「${file}」が見つからないため、文書を作れません。製品の導入をやり直すよう、管理者に連絡してください。`,
  );
}

/** Folder of the installed package; an empty name when it is not there at all. */
function installed(name: FontPackage): string {
  try {
    return dirname(require.resolve(`@expo-google-fonts/${name}/package.json`));
  } catch {
    return '';
  }
}
