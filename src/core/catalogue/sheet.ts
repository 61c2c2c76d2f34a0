/** A catalogue in a spreadsheet: a person says which column holds what. */
import { cellText, type SheetContent, type SheetLine } from '../exchange/index.ts';
import { assemble, type CatalogueRow } from './assemble.ts';
import { CatalogueError, NOTHING_SAID, type ReadCatalogue, type RefusedRow } from './model.ts';
import { plainLine, plainText } from './plain.ts';

export const SHEET_FIELDS = ['id', 'title', 'text', 'chapter', 'parent', 'level', 'guidance', 'references'] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];

/** Which sheet, which line holds the headings, and the column (from 1) of each field; null where there is none. */
export interface SheetMapping {
  readonly sheet: string;
  readonly headingRow: number;
  readonly columns: Readonly<Record<SheetField, number | null>>;
}

/** A column as it is offered: its heading and what stands in the first lines. */
export interface SheetColumn {
  readonly at: number;
  readonly heading: string;
  readonly samples: readonly string[];
}

const WORDS: Readonly<Record<SheetField, RegExp>> = {
  id: /^(?:no\.?|番号|項番|項目番号|管理番号|条番号|id|ref_?id|control id|identifier|記号)$/iu,
  title: /^(?:題名|項目名?|見出し|管理策名?|名称|件名|title|name|control name)$/iu,
  text: /^(?:内容|本文|要求事項|対策|対策基準|規定|条文|管理策の内容|説明|description|text|control|requirement)$/iu,
  chapter: /^(?:章|大項目|分類|大分類|区分|カテゴリー?|chapter|category|domain|family)$/iu,
  parent: /^(?:親|親番号|親項目|上位番号|parent|parent id)$/iu,
  level: /^(?:階層|レベル|深さ|level|depth)$/iu,
  guidance: /^(?:解説|手引|補足|例文|ガイダンス|guidance|annotation|discussion)$/iu,
  references: /^(?:参照|関連規定|関連|対応規格|出典|根拠|references?|related)$/iu,
};

/** Lines in which the headings are looked for. */
const SEARCHED = 30;
const SAMPLES = 3;

/** The line and columns that look like headings; a person confirms or corrects. */
export function proposeMapping(sheets: readonly SheetContent[]): SheetMapping | null {
  const shown = sheets.filter(({ hidden, lines }) => !hidden && lines.length > 1);
  const candidates = shown.flatMap((sheet) =>
    sheet.lines.slice(0, SEARCHED).map((line) => ({ sheet, line, columns: columnsIn(line) })),
  );
  const score = (columns: SheetMapping['columns']): number => Object.values(columns).filter((at) => at !== null).length;
  const best = candidates.toSorted((a, b) => score(b.columns) - score(a.columns))[0];
  if (best === undefined) return null;
  return { sheet: best.sheet.name, headingRow: best.line.row, columns: best.columns };
}

function columnsIn(line: SheetLine): SheetMapping['columns'] {
  const taken = new Set<number>();
  const found = SHEET_FIELDS.map((name) => {
    const cell = [...line.cells].find(([at, content]) => !taken.has(at) && WORDS[name].test(headingOf(content)));
    if (cell !== undefined) taken.add(cell[0]);
    return [name, cell?.[0] ?? null] as const;
  });
  return Object.fromEntries(found) as SheetMapping['columns'];
}

/** What a kept mapping still fits: the same sheet and the same headings in its columns. */
export function headingsOf(sheets: readonly SheetContent[], mapping: SheetMapping): string[] {
  const line = sheets.find(({ name }) => name === mapping.sheet)?.lines.find(({ row }) => row === mapping.headingRow);
  if (line === undefined) return [];
  return SHEET_FIELDS.map((name) => {
    const at = mapping.columns[name];
    return at === null ? '' : headingOf(line.cells.get(at) ?? null);
  });
}

/** The columns of a sheet below a line, as they are offered to a person. */
export function columnsOf(sheet: SheetContent, headingRow: number): SheetColumn[] {
  const headings = sheet.lines.find(({ row }) => row === headingRow);
  const below = sheet.lines.filter(({ row }) => row > headingRow);
  const numbers = new Set([
    ...(headings?.cells.keys() ?? []),
    ...below.slice(0, 50).flatMap(({ cells }) => [...cells.keys()]),
  ]);
  return [...numbers]
    .toSorted((a, b) => a - b)
    .slice(0, 60)
    .map((at) => ({
      at,
      heading: headingOf(headings?.cells.get(at) ?? null),
      samples: below
        .map(({ cells }) => plainLine(cellText(cells.get(at) ?? null)).slice(0, 60))
        .filter(Boolean)
        .slice(0, SAMPLES),
    }));
}

const headingOf = (cell: Parameters<typeof cellText>[0]): string =>
  plainLine(cellText(cell)).normalize('NFKC').slice(0, 60);

/** @throws CatalogueError */
export function readSheet(sheets: readonly SheetContent[], mapping: SheetMapping): ReadCatalogue {
  const sheet = sheets.find(({ name }) => name === mapping.sheet);
  if (sheet === undefined) throw new CatalogueError('選んだシートがありません。シートを選び直してください。');
  if (mapping.columns.title === null && mapping.columns.text === null) {
    throw new CatalogueError('題名又は本文の列を選んでください。');
  }
  const lines = sheet.lines.filter(({ row }) => row > mapping.headingRow);
  const written = lines.map((line) => writtenOf(line, mapping)).filter((row) => row.filled);
  const refused: RefusedRow[] = [];
  const rows = withChapters(placed(written, mapping, refused));
  return { format: 'sheet', about: { ...NOTHING_SAID, title: sheet.name }, ...assemble(rows, refused) };
}

interface Written extends Readonly<Record<SheetField, string>> {
  readonly row: number;
  readonly filled: boolean;
}

function writtenOf(line: SheetLine, { columns }: SheetMapping): Written {
  const entries = SHEET_FIELDS.map((name) => {
    const at = columns[name];
    return [name, at === null ? '' : plainText(cellText(line.cells.get(at) ?? null))] as const;
  });
  const filled = entries.some(([name, value]) => name !== 'chapter' && value !== '');
  return { ...(Object.fromEntries(entries) as Record<SheetField, string>), row: line.row, filled };
}

interface Placed extends CatalogueRow {
  readonly chapter: string;
}

/** Each line with its level: by the level column, by its parent, or flat. What others stand under is a heading. */
function placed(written: readonly Written[], { columns }: SheetMapping, refused: RefusedRow[]): Placed[] {
  const byId = new Map(written.map((row) => [row.id, row]));
  const parents = new Set(columns.parent === null ? [] : written.map(({ parent }) => parent).filter(Boolean));
  const levels = written.map((row) => levelOf(row, columns, byId));
  return written.flatMap((row, at): Placed[] => {
    const place = `${row.row}行目`;
    const level = levels[at];
    if (typeof level !== 'number') {
      refused.push({
        place,
        subject: [row.id, row.title].filter(Boolean).join('　').slice(0, 120),
        reason: level ?? '',
      });
      return [];
    }
    const next = levels.slice(at + 1).find((one) => typeof one === 'number');
    const encloses =
      columns.parent === null
        ? columns.level !== null && typeof next === 'number' && next > level
        : parents.has(row.id);
    // Without a column of identifiers the place of the line stands for one.
    const sourceId = columns.id === null ? `row ${row.row}` : row.id;
    return [
      {
        place,
        sourceId,
        number: columns.id === null || row.id === '' ? null : row.id,
        title: plainLine(row.title),
        text: row.text,
        guidance: row.guidance,
        level: columns.chapter === null ? level : level + 1,
        required: !encloses,
        references: row.references.split(/[\n、,;；]/u),
        chapter: plainLine(row.chapter),
      },
    ];
  });
}

/** The level from 0, or why there is none. */
function levelOf(row: Written, columns: SheetMapping['columns'], byId: ReadonlyMap<string, Written>): number | string {
  if (columns.level !== null) {
    const level = Number(row.level.normalize('NFKC'));
    if (!Number.isInteger(level) || level < 0 || level > 12)
      return `階層「${row.level.slice(0, 20)}」を数として読めません。`;
    return level;
  }
  if (columns.parent === null) return 0;
  let level = 0;
  for (let at = row; at.parent !== ''; level += 1) {
    const parent = byId.get(at.parent);
    if (parent === undefined) return `親の番号「${at.parent.slice(0, 40)}」の行がありません。`;
    if (level > 12) return '親の番号が輪になっているか、階層が深すぎます。';
    at = parent;
  }
  return level;
}

/** Where a column names the chapter of each line, its changes become headings; an empty cell goes on with the last one. */
function withChapters(rows: readonly Placed[]): CatalogueRow[] {
  const seen = new Map<string, number>();
  let last = '';
  return rows.flatMap(({ chapter, ...row }): CatalogueRow[] => {
    if (chapter === '' || chapter === last) return [row];
    last = chapter;
    const again = (seen.get(chapter) ?? 0) + 1;
    seen.set(chapter, again);
    const sourceId = `chapter ${chapter}${again === 1 ? '' : ` ${again}`}`;
    const heading = { ...row, sourceId, number: null, title: chapter, text: '', guidance: '', references: [] };
    return [{ ...heading, level: 0, required: false }, row];
  });
}
