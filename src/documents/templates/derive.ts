/** Fields of a document that declares none, read off what it says now. */
import {
  field,
  type FormData,
  type FormField,
  type FormValue,
  isBlockValue,
  isDayValue,
} from '../../core/form/index.ts';
import { OUTLINE } from './outline.ts';

/** Fields that every document has by its particulars. */
export const PARTICULARS: readonly FormField[] = [
  field(OUTLINE.title, '文書の名称', '議事録'),
  field(OUTLINE.subtitle, '文書の副題', '令和8年度情報セキュリティ監査業務委託'),
  field(OUTLINE.date, '文書の日付', '令和8年6月1日'),
  field(OUTLINE.number, '文書番号（定まっているとき）', '8情第12号'),
  field(OUTLINE.addressee, '宛先（一行ずつ）', 'あおば市\n情報政策課　御中', { kind: 'paragraphs' }),
  field(OUTLINE.sender, '差出人（一行ずつ）', '株式会社みどり監査', { kind: 'paragraphs' }),
];

const CONTENT = [field('内容', '一項目の文', '内容')];

/** Names, kinds and columns; examples show the name, never what is recorded. */
export function deriveFields(data: FormData, known: readonly FormField[]): readonly FormField[] {
  const names = new Set(known.map(({ name }) => name));
  return Object.entries(data).flatMap(([name, value]) => (names.has(name) ? [] : fieldOf(name, value)));
}

function fieldOf(name: string, value: FormValue): readonly FormField[] {
  const example = `〔${name}〕`;
  const meaning = `文書の「${name}」`;
  if (!isBlockValue(value)) {
    const number = typeof value === 'number';
    return value === null || isDayValue(value)
      ? []
      : [field(name, meaning, number ? '1' : example, number ? { kind: 'number' } : {})];
  }
  const columns = columnsOf(value.rows);
  if (value.paragraphs.length > 0 || columns.every((column) => column.name === '内容')) {
    if (value.paragraphs.length === 0 && columns.length === 0) return [];
    return [field(name, meaning, example, { kind: 'paragraphs', fields: CONTENT })];
  }
  return [field(name, `${meaning}の一覧`, example, { kind: 'list', fields: columns })];
}

function columnsOf(rows: readonly FormData[]): readonly FormField[] {
  const found = new Map<string, FormField>();
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) {
      if (found.has(name)) continue;
      for (const one of fieldOf(name, value)) found.set(name, one);
    }
  }
  return [...found.values()];
}
