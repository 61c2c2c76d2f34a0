/** Texts in spreadsheets: runs of one look each, and readings (ふりがな) that are no part of the text. */
import type { Parts } from './archive.ts';
import { type Walker, walk } from './xml.ts';

/** Collects the text of `t` elements outside readings. */
export class TextRuns implements Walker {
  #text = '';
  #inText = false;
  #inReading = false;

  open(name: string): void {
    if (name === 'rPh') this.#inReading = true;
    else if (name === 't') this.#inText = true;
  }

  close(name: string): void {
    if (name === 'rPh') this.#inReading = false;
    else if (name === 't') this.#inText = false;
  }

  text(text: string): void {
    if (this.#inText && !this.#inReading) this.#text += text;
  }

  /** The text since the last time it was taken. */
  take(): string {
    const text = unescaped(this.#text);
    this.#text = '';
    return text;
  }
}

/** The texts that cells name by their place. */
export async function sharedTexts(parts: Parts, name: string | null): Promise<readonly string[]> {
  const texts: string[] = [];
  if (name === null) return texts;
  const runs = new TextRuns();
  await walk(parts, name, {
    open: (element) => runs.open(element),
    close: (element) => {
      runs.close(element);
      if (element === 'si') texts.push(runs.take());
    },
    text: (text) => runs.text(text),
  });
  return texts;
}

/** `_x000D_` stands for the sign with this number; signs that XML does not know stay as they are written. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([\da-f]{4})_/giu, (written, digits: string) => {
    const sign = String.fromCharCode(Number.parseInt(digits, 16));
    return /[\t\n\r\u0020-\u007e\u0080-\ud7ff\ue000-\ufffd]/u.test(sign) ? sign : written;
  });
}
