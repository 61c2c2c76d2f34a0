import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

type FontPackage = 'biz-udmincho' | 'biz-udgothic' | 'noto-serif-jp';
type Weight = '400Regular' | '700Bold';

const families: Readonly<Record<FontPackage, string>> = {
  'biz-udmincho': 'BIZUDMincho',
  'biz-udgothic': 'BIZUDGothic',
  'noto-serif-jp': 'NotoSerifJP',
};

/** Folder of one weight of a bundled font. Only these are given to the typesetter, never the fonts of the machine. */
export const fontFolder = (name: FontPackage, weight: Weight): string =>
  join(dirname(require.resolve(`@expo-google-fonts/${name}/package.json`)), weight);

/** File of one weight of a bundled font. */
export const fontFile = (name: FontPackage, weight: Weight): string =>
  join(fontFolder(name, weight), `${families[name]}_${weight}.ttf`);
