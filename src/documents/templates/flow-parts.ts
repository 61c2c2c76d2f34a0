/** Where the running text of a file stands, in the words of people. */
import { hasMarks } from './marked.ts';
import { DRAWING, textsOf, type Vocabulary, WORD, wordsOf } from './flow.ts';
import type { MarkedText } from '../../core/form/index.ts';
import { around, childrenOf, type Document, type Element, elementsOf } from './xml.ts';

/** A part of the file with running text. */
export interface FlowPart {
  readonly name: string;
  /** 本文, ヘッダー, スライド3. */
  readonly label: string;
  readonly words: Vocabulary;
}

const WORD_PARTS: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\d*\.xml$/u, '本文'],
  [/^word\/header\d*\.xml$/u, 'ヘッダー'],
  [/^word\/footer\d*\.xml$/u, 'フッター'],
  [/^word\/footnotes\d*\.xml$/u, '脚注'],
  [/^word\/endnotes\d*\.xml$/u, '文末脚注'],
];

/** The parts of a Word file that hold text, the body first. */
export function wordParts(names: Iterable<string>): readonly FlowPart[] {
  const all = [...names];
  return WORD_PARTS.flatMap(([pattern, label]) =>
    all.filter((name) => pattern.test(name)).map((name) => ({ name, label, words: WORD })),
  );
}

/** The texts of a part that hold marks or loose braces. */
export function markedTexts(document: Document, part: FlowPart): readonly MarkedText[] {
  const { words, label, name } = part;
  const paragraphs = elementsOf(document, words.paragraph);
  return paragraphs.flatMap((paragraph, index): MarkedText[] => {
    const text = wordsOf(paragraph, words);
    if (textsOf(paragraph, words).length === 0 || !hasMarks(text)) return [];
    return [{ part: name, place: `${label}の${placeOf(paragraph, index, document, words)}「${shorten(text)}」`, text }];
  });
}

function placeOf(paragraph: Element, index: number, document: Document, words: Vocabulary): string {
  const cell = around(paragraph, words.cell);
  const row = around(paragraph, words.row);
  const table = around(paragraph, words.table);
  if (cell === null || row === null || table === null) {
    return words === DRAWING ? '文' : `${index + 1}番目の段落`;
  }
  const number = (parent: Element, child: Element): number =>
    childrenOf(parent)
      .filter(({ nodeName }) => nodeName === child.nodeName)
      .indexOf(child) + 1;
  return `${elementsOf(document, words.table).indexOf(table) + 1}番目の表の${number(table, row)}行${number(row, cell)}列`;
}

export const shorten = (text: string): string => ([...text].length > 24 ? `${[...text].slice(0, 24).join('')}…` : text);
