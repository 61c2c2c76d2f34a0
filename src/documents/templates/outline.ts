/**
 * What a built-in document says, as data for a form: its particulars, 項目 with their 内容, texts by their headings, lists by
 * theirs. The values of a form come this way from the same records as the built-in paper, word for word.
 */
import { cleanName, type FormData, linesValue, listValue } from '../../core/form/index.ts';
import type { Block, FlowBlock } from '../model/blocks.ts';
import { type DocumentTree, linesOf } from '../model/document.ts';
import { plainText } from '../model/inline.ts';
import { type Cell, isCellBlocks, type TableBlock } from '../blocks/table/model.ts';
import type { ListItem } from '../blocks/list/model.ts';
import { deckAsDocument } from '../pptx/as-document.ts';
import type { DeckTree } from '../pptx/model.ts';
import type { CellValue, SheetCell, WorkbookTree } from '../xlsx/model.ts';
import { detailedOf } from '../edition/edition.ts';
import { treeVersion } from '../prepare/changes.ts';

/** Names that every outline has. */
export const OUTLINE = {
  title: '文書名',
  subtitle: '副題',
  date: '文書日付',
  number: '文書番号',
  addressee: '宛先',
  sender: '差出人',
  preface: '前文',
  list: '一覧',
  chapters: '章',
  signature: '署名欄',
  heading: '見出し',
  body: '本文',
  rows: '表',
} as const;

/** The text under a heading that also has a list is called so. */
export const remarksOf = (heading: string): string => `${heading}の説明`;
/** The parts under a heading, each with 見出し, 本文 and 表. */
export const partsOf = (heading: string): string => `${heading}の区分`;

/** @throws nothing: a tree that says nothing gives no values */
export function outlineDocument(tracked: DocumentTree): FormData {
  // A form of the city's own has no room for changes: it says what is in force.
  const tree = treeVersion(detailedOf(tracked), 'after');
  const blocks = tree.blocks.flatMap(flowOf);
  const data: Record<string, FormData[string]> = {
    [OUTLINE.title]: tree.title,
    [OUTLINE.subtitle]: tree.subtitle ?? '',
    [OUTLINE.date]: tree.date ?? '',
    [OUTLINE.number]: tree.number ?? '',
    [OUTLINE.addressee]: linesValue(linesOf(tree.addressee)),
    [OUTLINE.sender]: linesValue(linesOf(tree.sender)),
  };
  const add = (name: string, value: FormData[string]): void => {
    const clean = cleanName(name);
    if (clean !== '' && !Object.hasOwn(data, clean)) data[clean] = value;
  };
  const sections = sectionsOf(blocks);
  for (const { blocks: own } of sections) for (const [term, text] of definitionsOf(own)) add(term, text);
  for (const section of sections) addSection(section, sections, add);
  const top = Math.min(...sections.map(({ level }) => level).filter((level) => level > 0));
  const chapters = sections.filter(({ level }) => level === top);
  add(OUTLINE.chapters, listValue(chapters.map((chapter) => chapterOf(chapter, sections))));
  const [preface] = sections;
  add(OUTLINE.preface, linesValue(preface === undefined ? [] : textLines(preface.blocks)));
  add(OUTLINE.list, listValue(sections.flatMap(({ blocks: own }) => rowsOf(own))));
  add(OUTLINE.signature, linesValue(blocks.flatMap(signatureLines)));
  return data;
}

/** Sheets by their names; 一覧 is the first one. */
export function outlineWorkbook(tree: WorkbookTree): FormData {
  const data: Record<string, FormData[string]> = { [OUTLINE.title]: tree.title };
  for (const [index, sheet] of tree.sheets.entries()) {
    const rows = sheet.rows.map((row) =>
      Object.fromEntries(sheet.columns.map(({ title }, at) => [cleanName(title), valueOf(row[at] ?? null)])),
    );
    if (index === 0) {
      data[OUTLINE.list] = listValue(rows);
      data[OUTLINE.preface] = linesValue(sheet.subtitle ?? []);
    }
    data[cleanName(sheet.name)] = listValue(rows);
  }
  return data;
}

/** The outline of a tree whose type was lost on its way here; null when it is no document, workbook or deck. */
export function outlineOf(tree: unknown): FormData | null {
  if (typeof tree !== 'object' || tree === null) return null;
  if ('blocks' in tree) return outlineDocument(tree as DocumentTree);
  if ('slides' in tree) return outlineDocument(deckAsDocument(tree as DeckTree));
  return 'sheets' in tree ? outlineWorkbook(tree as WorkbookTree) : null;
}

function valueOf(cell: CellValue | SheetCell): FormData[string] {
  return typeof cell === 'object' && cell !== null ? cell.value : cell;
}

const flowOf = (block: Block): readonly FlowBlock[] => {
  if (block.kind === 'section') return block.blocks;
  return block.kind === 'title-page' ? [] : [block];
};

interface Section {
  /** 0 stands before the first heading. */
  readonly level: number;
  readonly heading: string;
  readonly blocks: FlowBlock[];
  /** Places of the sections below this one. */
  readonly from: number;
  to: number;
}

function sectionsOf(blocks: readonly FlowBlock[]): readonly Section[] {
  const sections: Section[] = [{ level: 0, heading: '', blocks: [], from: 1, to: 1 }];
  for (const block of blocks) {
    if (block.kind !== 'heading') {
      sections.at(-1)?.blocks.push(block);
      continue;
    }
    const from = sections.length + 1;
    sections.push({ level: block.level, heading: plainText(block.content), blocks: [], from, to: from });
  }
  for (const [index, section] of sections.entries()) {
    const next = sections.findIndex((one, at) => at > index && one.level <= section.level);
    section.to = next < 0 ? sections.length : next;
  }
  return sections;
}

type Add = (name: string, value: FormData[string]) => void;

function addSection(section: Section, sections: readonly Section[], add: Add): void {
  const { level, heading, blocks, from, to } = section;
  if (level === 0) return;
  const below = sections.slice(from, to);
  const own = rowsOf(blocks);
  const rows = [
    ...own,
    ...below.flatMap((part) => rowsOf(part.blocks).map((row) => ({ [OUTLINE.heading]: part.heading, ...row }))),
  ];
  const hasTable = [section, ...below].some((one) => one.blocks.some(({ kind }) => kind === 'table'));
  const text = textLines(blocks);
  if (hasTable) {
    add(heading, listValue(rows));
    add(remarksOf(heading), linesValue(text));
  } else add(heading, linesValue([...text, ...below.flatMap((one) => [one.heading, ...textLines(one.blocks)])]));
  if (below.length > 0) add(partsOf(heading), listValue(below.map(partOf)));
}

const partOf = ({ heading, blocks }: Section): FormData => ({
  [OUTLINE.heading]: heading,
  [OUTLINE.body]: linesValue(textLines(blocks)),
  [OUTLINE.rows]: listValue(rowsOf(blocks)),
});

function chapterOf(section: Section, sections: readonly Section[]): FormData {
  const below = sections.slice(section.from, section.to);
  return {
    [OUTLINE.heading]: section.heading,
    [OUTLINE.body]: linesValue([
      ...wordsOfBlocks(section.blocks),
      ...below.flatMap(({ heading, blocks }) => [heading, ...wordsOfBlocks(blocks)]),
    ]),
  };
}

function definitionsOf(blocks: readonly FlowBlock[]): readonly (readonly [string, string])[] {
  return blocks.flatMap((block) =>
    block.kind === 'definition-list'
      ? block.entries.map(({ term, description }) => [plainText(term), plainText(description)] as const)
      : [],
  );
}

const SKIPPED = new Set([
  'table',
  'definition-list',
  'signature',
  'stamp-box',
  'letter-head',
  'page-break',
  'table-of-contents',
]);

/** The sentences and points of some blocks; tables and particulars are values of their own. */
const textLines = (blocks: readonly FlowBlock[]): readonly string[] =>
  blocks.filter(({ kind }) => !SKIPPED.has(kind)).flatMap(linesOfBlock);

/** All words of some blocks, a row of a table to a line. */
const wordsOfBlocks = (blocks: readonly FlowBlock[]): readonly string[] => blocks.flatMap(linesOfBlock);

function linesOfBlock(block: FlowBlock): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [plainText(block.content)];
    case 'list':
      return block.items.flatMap((one, index) => itemLines(one, markerOf(block.marker, index), ''));
    case 'note':
      return [`${block.label}　${plainText(block.content)}`];
    case 'callout':
      return [...(block.title === undefined ? [] : [block.title]), ...block.blocks.flatMap(linesOfBlock)];
    case 'figure':
      return block.caption === undefined ? [] : [block.caption];
    case 'heading':
      return [plainText(block.content)];
    case 'definition-list':
      return block.entries.map(({ term, description }) => `${plainText(term)}　${plainText(description)}`);
    case 'table':
      return [...block.header, ...block.rows].map((row) => row.map(cellText).join('　'));
    case 'signature':
      return signatureLines(block);
    default:
      return [];
  }
}

function signatureLines(block: FlowBlock): readonly string[] {
  if (block.kind !== 'signature') return [];
  return block.lines.map(({ label, value, seal }) => `${label}　${value ?? ''}${seal === true ? '　印' : ''}`);
}

function itemLines({ content, children = [] }: ListItem, marker: string, indent: string): readonly string[] {
  return [`${indent}${marker}${plainText(content)}`, ...children.flatMap((one) => itemLines(one, '－', `${indent}　`))];
}

function markerOf(marker: 'bullet' | 'circled' | 'decimal', index: number): string {
  if (marker === 'bullet') return '・';
  return marker === 'circled' && index < 20 ? String.fromCodePoint(0x2460 + index) : `${index + 1}. `;
}

const rowsOf = (blocks: readonly FlowBlock[]): readonly FormData[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? tableRows(block) : []));

/** Rows by the titles of their columns. Cells that span rows count for each of them. */
function tableRows({ columns, header, rows }: TableBlock): readonly FormData[] {
  const titles = spread(header, columns.length).at(-1) ?? [];
  return spread(rows, columns.length).map((row) =>
    Object.fromEntries(row.map((text, index) => [cleanName(String(titles[index] ?? '')) || `列${index + 1}`, text])),
  );
}

/** The texts of every place of the grid. */
function spread(rows: readonly (readonly Cell[])[], width: number): readonly (readonly (string | number)[])[] {
  const carried: { text: string | number; left: number }[] = [];
  return rows.map((row) => {
    const rest = [...row];
    const texts: (string | number)[] = [];
    while (texts.length < width) {
      const above = carried[texts.length];
      if (above !== undefined && above.left > 0) {
        above.left -= 1;
        texts.push(above.text);
        continue;
      }
      const cell = rest.shift() ?? '';
      const text = typeof cell === 'number' ? cell : cellText(cell);
      const { colspan = 1, rowspan = 1 } = typeof cell === 'object' ? cell : {};
      for (let turn = 0; turn < colspan && texts.length < width; turn += 1) {
        carried[texts.length] = { text, left: rowspan - 1 };
        texts.push(text);
      }
    }
    return texts;
  });
}

function cellText(cell: Cell): string {
  if (typeof cell !== 'object') return String(cell);
  const { content } = cell;
  return isCellBlocks(content) ? content.flatMap(linesOfBlock).join('\n') : plainText(content);
}
