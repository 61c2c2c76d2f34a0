/** Puts chapters and requirements together from rows in reading order; what cannot be taken is named with its place. */
import { freeIdentifier } from './identifier.ts';
import { type CatalogueControl, CatalogueError, type CatalogueGroup, LIMITS, type RefusedRow } from './model.ts';

/** A row of any source. */
export interface CatalogueRow {
  readonly place: string;
  /** What the source knows it by; two rows with the same one are a fault of the source. */
  readonly sourceId: string;
  readonly number: string | null;
  readonly title: string;
  readonly text: string;
  readonly guidance: string;
  /** 0 for the highest. */
  readonly level: number;
  /** A requirement; otherwise a heading. */
  readonly required: boolean;
  readonly references: readonly string[];
}

interface OpenGroup extends Omit<CatalogueGroup, 'controls'> {
  readonly level: number;
  readonly controls: CatalogueControl[];
}

/** @throws CatalogueError when nothing can be taken, or more than a catalogue can hold */
export function assemble(
  rows: readonly CatalogueRow[],
  before: readonly RefusedRow[],
): { readonly groups: CatalogueGroup[]; readonly refused: RefusedRow[] } {
  const refused = [...before];
  const groups: OpenGroup[] = [];
  const ids = new Set<string>();
  const sources = new Set<string>();
  /** Levels of the headings and requirements that enclose the next row. */
  const open: { readonly level: number; readonly required: boolean }[] = [];
  let count = 0;
  let letters = 0;
  for (const row of rows) {
    const fault = faultOf(row, sources);
    if (fault !== null) {
      refused.push({ place: row.place, subject: subjectOf(row), reason: fault });
      continue;
    }
    letters += row.title.length + row.text.length + row.guidance.length;
    if (letters > LIMITS.whole)
      throw new CatalogueError('文字が多すぎます。章ごとにファイルを分けて取り込んでください。');
    const id = freeIdentifier(row.sourceId, ids);
    ids.add(id);
    sources.add(sourceOf(row));
    while ((open.at(-1)?.level ?? -1) >= row.level) open.pop();
    if (!row.required) {
      const depth = open.filter(({ required }) => !required).length;
      groups.push({
        id,
        number: row.number,
        title: titleOf(row),
        aim: row.text,
        depth,
        level: row.level,
        controls: [],
      });
      if (groups.length > LIMITS.groups) throw tooMany('章及び節', LIMITS.groups);
    } else {
      count += 1;
      if (count > LIMITS.controls) throw tooMany('項目', LIMITS.controls);
      chapterFor(groups, row, open, ids).controls.push({
        id,
        number: row.number,
        title: titleOf(row),
        statement: row.text,
        guidance: row.guidance,
        depth: open.filter(({ required }) => required).length,
        references: tidyReferences(row.references),
      });
    }
    open.push({ level: row.level, required: row.required });
  }
  if (count === 0) throw new CatalogueError(nothingTaken(refused));
  return {
    groups: groups.map(({ level: _level, ...group }) => group),
    refused: refused.slice(0, LIMITS.refused),
  };
}

/** The chapter that a requirement stands in: the last heading, unless the requirement is no longer below it. */
function chapterFor(
  groups: OpenGroup[],
  row: CatalogueRow,
  open: readonly { readonly level: number; readonly required: boolean }[],
  ids: Set<string>,
): OpenGroup {
  const last = groups.at(-1);
  if (last !== undefined && (open.some(({ required }) => !required) || last.level === -1)) return last;
  const id = freeId('general', ids);
  const chapter: OpenGroup = {
    id,
    number: null,
    title: '章の下にない項目',
    aim: '',
    depth: 0,
    level: row.level === 0 ? -1 : 0,
    controls: [],
  };
  groups.push(chapter);
  return chapter;
}

function freeId(wanted: string, ids: Set<string>): string {
  let id = wanted;
  for (let serial = 2; ids.has(id); serial += 1) id = `${wanted}-${serial}`;
  ids.add(id);
  return id;
}

/** Width and blanks around it do not tell two identifiers apart. */
const sourceOf = ({ sourceId }: CatalogueRow): string => sourceId.normalize('NFKC').trim();

function faultOf(row: CatalogueRow, sources: ReadonlySet<string>): string | null {
  if (sourceOf(row) === '') return '項目を見分ける番号又は記号がありません。';
  if (row.title === '' && row.text === '') return '題名も本文もありません。';
  if (row.title.length > LIMITS.title) return `題名が${LIMITS.title}字を超えています。`;
  if (row.text.length > LIMITS.text || row.guidance.length > LIMITS.text)
    return `本文が${LIMITS.text}字を超えています。`;
  if ((row.number ?? '').length > LIMITS.number) return `番号が${LIMITS.number}字を超えています。`;
  if (row.level > LIMITS.depth) return `階層が${LIMITS.depth}段を超えています。`;
  if (sources.has(sourceOf(row))) return '同じ番号又は記号の項目が前にあります。';
  return null;
}

/** The beginning of the text stands for a title that the source does not give. */
function titleOf({ title, text }: CatalogueRow): string {
  if (title !== '') return title;
  const [sentence = ''] = text.split(/(?<=。)|\n/u);
  return sentence.length <= 60 ? sentence : `${sentence.slice(0, 59)}…`;
}

const subjectOf = (row: CatalogueRow): string =>
  [row.number ?? row.sourceId, row.title].filter(Boolean).join('　').slice(0, 120);

function tidyReferences(references: readonly string[]): string[] {
  const trimmed = references.map((one) => one.trim().slice(0, LIMITS.reference)).filter(Boolean);
  return [...new Set(trimmed)].slice(0, LIMITS.references);
}

const tooMany = (what: string, limit: number): CatalogueError =>
  new CatalogueError(`${what}が${limit}件を超えています。ファイルを分けて取り込んでください。`);

function nothingTaken(refused: readonly RefusedRow[]): string {
  const [first] = refused;
  if (first === undefined) return '取り込める項目がありません。要求事項の書かれたファイルかどうかを確かめてください。';
  return `取り込める項目がありません。最初の行は「${first.place}」で、理由は次のとおりです。${first.reason}`;
}
