/** Every text that a reader of a document can find, with its place: pages, alternative texts, file properties. */
import { isCellBlocks, type TableBlock, type TableCell } from '../blocks/table/model.ts';
import type { ListItem } from '../blocks/list/model.ts';
import type { FlowBlock } from '../model/blocks.ts';
import { type DocumentTree, linesOf } from '../model/document.ts';
import { type Inline, type InlineRun, runsOf, versionOf } from '../model/inline.ts';
import { trackChanges } from '../prepare/changes.ts';
import { gridOf } from '../prepare/grid.ts';
import { Position } from './position.ts';

export interface PlacedText {
  /** 文書の題名, 第2の1「件数」の表「一覧」の3行2列目. */
  readonly place: string;
  readonly text: string;
}

export function textsOf(untracked: DocumentTree): PlacedText[] {
  const { tree } = trackChanges(untracked);
  const found: PlacedText[] = [];
  const add = (place: string, text: string): void => {
    if (text.trim() !== '') found.push({ place, text });
  };
  add('文書の題名', tree.title);
  add('文書の副題', tree.subtitle ?? '');
  add('文書の日付', tree.date ?? '');
  add('文書番号', tree.number ?? '');
  add('宛先', linesOf(tree.addressee).join('\n'));
  add('差出人', linesOf(tree.sender).join('\n'));
  add('ページ上部の取扱区分', tree.marking ?? '');
  add('ページ上部の表記', tree.running ?? '');
  add('ファイルのプロパティの作成者', tree.author ?? '');
  const position = new Position();
  for (const block of tree.blocks) {
    if (block.kind === 'title-page') continue;
    if (block.kind === 'section') add('ページ上部の取扱区分', block.marking ?? '');
    for (const inner of block.kind === 'section' ? block.blocks : [block]) {
      position.pass(inner);
      addBlock(inner, (what, text) => add(position.here(what), text));
    }
  }
  return found;
}

type Add = (what: string, text: string) => void;

function addBlock(block: FlowBlock, add: Add): void {
  switch (block.kind) {
    case 'heading':
    case 'appendix':
      return add('見出し', wordsOf(block.content));
    case 'paragraph':
      return add('段落', wordsOf(block.content));
    case 'note':
      return add('注', `${block.label}\n${wordsOf(block.content)}`);
    case 'list':
      return addItems(block.items, '箇条書き', add);
    case 'definition-list':
      return block.entries.forEach(({ term, description }) => {
        const name = wordsOf(term);
        add(`項目「${name}」`, `${name}\n${wordsOf(description)}`);
      });
    case 'callout':
      add('囲みの題', block.title ?? '');
      return add('囲み', contentWords(block.blocks));
    case 'table':
      return addTable(block, add);
    case 'figure':
      add('図の題', block.caption ?? '');
      add('図の説明文（代替テキスト）', block.alt);
      // What the picture itself says in letters.
      return add('図の中の文字', (block.svg ?? '').replace(/<[^>]*>/gu, '\n'));
    default:
      // A kind that is not told apart here must not carry anything past the check.
      return add('記載', deepStrings(block).join('\n'));
  }
}

function addItems(items: readonly ListItem[], what: string, add: Add): void {
  items.forEach((item, index) => {
    add(`${what}${index + 1}番目`, wordsOf(item.content));
    addItems(item.children ?? [], `${what}${index + 1}番目の`, add);
  });
}

function addTable(table: TableBlock, add: Add): void {
  const name = table.caption === undefined ? '表' : `表「${table.caption}」`;
  add(`${name}の題`, table.caption ?? '');
  add(name, table.empty ?? '');
  const { header, body } = gridOf(table);
  header.forEach((row) => row.forEach((cell) => add(`${name}の見出し`, contentWords(cell.content))));
  body.forEach((row, at) =>
    row.forEach((cell) => add(`${name}の${at + 1}行${cell.column + 1}列目`, contentWords(cell.content))),
  );
}

const contentWords = (content: TableCell['content']): string =>
  isCellBlocks(content)
    ? content.map((piece) => (piece.kind === 'list' ? itemWords(piece.items) : wordsOf(piece.content))).join('\n')
    : wordsOf(content);

const itemWords = (items: readonly ListItem[]): string =>
  items.map((item) => `${wordsOf(item.content)}\n${itemWords(item.children ?? [])}`).join('\n');

/** The words of all pieces run together, as a reader sees them, then what a piece carries besides (an author, a comment). */
function wordsOf(inline: Inline): string {
  const runs = runsOf(inline);
  // A word that a change tears apart on the paper still stands whole in a version.
  const versions = runs.some((run) => run.change !== undefined)
    ? [runs, runsOf(versionOf(inline, 'after')), runsOf(versionOf(inline, 'before'))]
    : [runs];
  const besides = runs.flatMap(({ ...run }) => [
    ...[run.change?.author, run.comment?.author, run.comment?.text].filter((text) => text !== undefined),
    ...deepStrings(Object.fromEntries(Object.entries(run).filter(([key]) => !CARRIED.has(key)))),
  ]);
  return [...versions.map(joined), ...besides].join('\n');
}

const joined = (runs: readonly InlineRun[]): string => runs.map((run) => ('text' in run ? run.text : '')).join('');

const CARRIED: ReadonlySet<string> = new Set(['text', 'reference', 'marks', 'change', 'comment']);

/** All texts inside any value, except marks, which no output writes. */
function deepStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'marks' ? [] : deepStrings(inner)));
}
