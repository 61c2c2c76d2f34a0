/** A Word form filled. Parts without marks stay byte for byte. */
import type { FormData, MarkedText } from '../../core/form/index.ts';
import type { Parts } from './archive.ts';
import { fillFlow } from './flow.ts';
import { markedTexts, wordParts } from './flow-parts.ts';
import { parseXml, writeXml } from './xml.ts';

export function textsOfDocx(parts: Parts): readonly MarkedText[] {
  return wordParts(parts.keys()).flatMap((part) => {
    const bytes = parts.get(part.name);
    return bytes === undefined ? [] : markedTexts(parseXml(bytes, part.name), part);
  });
}

export function fillDocx(parts: Parts, data: FormData): Parts {
  const filled = new Map(parts);
  for (const part of wordParts(parts.keys())) {
    const bytes = parts.get(part.name);
    if (bytes === undefined) continue;
    const document = parseXml(bytes, part.name);
    const { documentElement } = document;
    if (documentElement === null || markedTexts(document, part).length === 0) continue;
    fillFlow(documentElement, data, part.words);
    filled.set(part.name, writeXml(document));
  }
  return filled;
}
