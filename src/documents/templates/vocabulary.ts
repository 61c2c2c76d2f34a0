/** Word, PowerPoint and drawings call the same things by different names. */
import { around, type Element, elementsOf } from './xml.ts';

/** The names that a vocabulary gives to the same things. */
export interface Vocabulary {
  readonly paragraph: string;
  readonly run: string;
  readonly text: string;
  /** Null where a line break is a character. */
  readonly lineBreak: string | null;
  readonly row: string;
  readonly cell: string;
  readonly table: string;
}

export const WORD: Vocabulary = {
  paragraph: 'w:p',
  run: 'w:r',
  text: 'w:t',
  lineBreak: 'w:br',
  row: 'w:tr',
  cell: 'w:tc',
  table: 'w:tbl',
};

export const DRAWING: Vocabulary = {
  paragraph: 'a:p',
  run: 'a:r',
  text: 'a:t',
  lineBreak: 'a:br',
  row: 'a:tr',
  cell: 'a:tc',
  table: 'a:tbl',
};

/** The text elements of a paragraph, without those of text boxes inside it. */
export const textsOf = (paragraph: Element, words: Vocabulary): Element[] =>
  elementsOf(paragraph, words.text).filter((text) => around(text, words.paragraph) === paragraph);

export const wordsOf = (paragraph: Element, words: Vocabulary): string =>
  textsOf(paragraph, words)
    .map((text) => text.textContent ?? '')
    .join('');
