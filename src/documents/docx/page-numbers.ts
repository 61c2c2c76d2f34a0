import { readFile } from 'node:fs/promises';
import type { PageNumberEstimator } from 'docx';
import { fontFile } from '../fonts.ts';
import type { WordFonts } from './context.ts';

/**
 * Lays the pages out to fill in the table of contents. BIZ UD fonts are measured under the names the document gives its
 * fonts: like the MS fonts they set every kanji and kana one em and every Latin letter half an em wide.
 */
export function pageNumbers(fonts: WordFonts): Promise<PageNumberEstimator> {
  const name = fonts.mincho.eastAsia ?? '';
  // Reading the font files anew for each document would pile up garbage faster than it is collected.
  const estimator = estimators.get(name) ?? estimate(fonts);
  estimators.set(name, estimator);
  return estimator;
}

const estimators = new Map<string, Promise<PageNumberEstimator>>();

async function estimate(fonts: WordFonts): Promise<PageNumberEstimator> {
  const { estimatePageNumbersWith } = await import('docx/layout');
  const [mincho, gothic] = await Promise.all([
    readFile(fontFile('biz-udmincho', '400Regular')),
    readFile(fontFile('biz-udgothic', '400Regular')),
  ]);
  return estimatePageNumbersWith({
    guess: true,
    fonts: [
      { data: mincho, name: fonts.mincho.eastAsia ?? '' },
      { data: gothic, name: fonts.gothic.eastAsia ?? '' },
    ],
  });
}
