import { fold } from './line.ts';
import { readMarker } from './marker.ts';
import type { Paragraph } from './place.ts';
import type { Passage } from './passage.ts';
import { titleFrom } from './sentence.ts';

type TableContext = { id: string; under: readonly string[]; inBox: boolean };
type Row = { group: string; name: string; due: string | null; line: Paragraph; text: string };

const NAME = /成果物|納品物|納入物|成果品|提出物|提出書類|書類|資料名|名称/;
const WHEN = /時期|期限|期日|納期|日程|予定|スケジュール/;
const STEP = /業務|作業|工程|項目|内容|区分/;

/**
 * The rows of a table of deliverables or dates as passages of their own, `<place>表…`; of a table in a box whose rows are
 * numbered, `<place>(1)`. Null for any other table, which only illustrates the text.
 */
export function tableUnits(lines: readonly Paragraph[], context: TableContext): Passage[] | null {
  const rows = lines.map((line) => (line.cells ?? []).map((cell) => cell.trim()));
  const header = rows.findIndex((cells) => cells.filter((cell) => cell !== '').length >= 2 && isHeader(cells));
  if (header >= 0) {
    const columns = rows[header] ?? [];
    const when = columns.findIndex((cell) => WHEN.test(cell));
    const name = columns.findIndex((cell, at) => at !== when && NAME.test(cell));
    const schedule = name < 0;
    return passages(
      bodyRows(rows, lines, { header, name: schedule ? columns.findIndex((cell) => STEP.test(cell)) : name, when }),
      context,
      schedule,
    );
  }
  const months = rows.findIndex((cells) => cells.filter((cell) => /^\d{1,2}月$/.test(fold(cell))).length >= 6);
  if (months >= 0) return scheduleGroups(rows.slice(months + 1), lines.slice(months + 1), context);
  return numberedRows(rows, lines, context);
}

function isHeader(cells: readonly string[]): boolean {
  const short = cells.every((cell) => cell.length <= 16);
  return short && cells.some((cell) => WHEN.test(cell)) && cells.some((cell) => NAME.test(cell) || STEP.test(cell));
}

function bodyRows(
  rows: readonly string[][],
  lines: readonly Paragraph[],
  column: { header: number; name: number; when: number },
): Row[] {
  const found: Row[] = [];
  const width = rows[column.header]?.length ?? 0;
  let group = '';
  for (const [at, raw] of rows.entries()) {
    const line = lines[at];
    if (at <= column.header || line === undefined) continue;
    // A merged cell leaves its row with one cell fewer.
    const cells = raw.length < width ? [...Array<string>(width - raw.length).fill(''), ...raw] : raw;
    if (column.name > 0 && (cells[0] ?? '') !== '') group = cells[0] ?? '';
    const names = lineItems(cells[column.name] ?? '');
    const dues = lineItems(cells[column.when] ?? '');
    const pairs = names.length > 1 && names.length === dues.length;
    if (pairs)
      for (const [n, name] of names.entries())
        found.push({ group, name, due: dues[n] ?? null, line, text: `${name}\n${dues[n] ?? ''}` });
    else if (names.length > 0) {
      const text = [...names, ...dues].join('\n');
      found.push({ group, name: names[0] ?? '', due: dues.join(' ') || null, line, text });
    }
  }
  return found;
}

const lineItems = (cell: string): string[] =>
  cell
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '' && !one.startsWith('※'));

function passages(rows: readonly Row[], context: TableContext, schedule: boolean): Passage[] {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) grouped.set(row.group, [...(grouped.get(row.group) ?? []), row]);
  return [...grouped].flatMap(([group, members]) =>
    members.map((row, at) => {
      const number = members.length > 1 || group === '' ? `-${at + 1}` : '';
      return {
        id: `${context.id}表${groupLabel(group)}${number}`,
        title: row.name,
        text: row.text,
        parts: row.line.parts.slice(0, 1),
        under: context.under,
        row: { name: row.name, due: row.due, schedule },
      };
    }),
  );
}

/** 「（１）情報システム等外部監査」 is (1), 「（４）… ①～⑥」 is (4)①～⑥, anything else its own name. */
function groupLabel(group: string): string {
  if (group === '') return '';
  const marker = readMarker(group);
  if (marker === null || marker.style === 'bullet') return ` ${(group.split('\n')[0] ?? '').slice(0, 20)}`;
  const rest = fold(group).slice(marker.end);
  const inner = /[①-⑳](?:~[①-⑳])?/.exec(rest)?.[0] ?? '';
  return marker.label + inner.replace('~', '～');
}

function scheduleGroups(rows: readonly string[][], lines: readonly Paragraph[], context: TableContext): Passage[] {
  const found: Passage[] = [];
  for (const [at, cells] of rows.entries()) {
    const line = lines[at];
    const text = cells.filter((cell) => cell !== '').join(' ');
    const marker = readMarker(text);
    const last = found.at(-1);
    if (line === undefined || text === '') continue;
    if (marker !== null && marker.style === 'bracket') {
      const name = text.slice(marker.end);
      found.push({
        id: `${context.id}表${marker.label}`,
        title: name,
        text: name,
        parts: line.parts.slice(0, 1),
        under: context.under,
        row: { name, due: null, schedule: true },
      });
    } else if (last !== undefined) last.text += `\n${text}`;
  }
  return found;
}

function numberedRows(rows: readonly string[][], lines: readonly Paragraph[], context: TableContext): Passage[] | null {
  if (!context.inBox) return null;
  const found: Passage[] = [];
  for (const [at, cells] of rows.entries()) {
    const line = lines[at];
    const marker = readMarker(cells[0] ?? '');
    const last = found.at(-1);
    if (line === undefined) continue;
    if (marker !== null && marker.style === 'bracket' && marker.ordinal === found.length + 1) {
      const name = (cells[0] ?? '').slice(marker.end);
      found.push({
        id: context.id + marker.label,
        title: name === '' ? titleFrom(cells[1] ?? '') : name,
        text: cells.join('\n'),
        parts: line.parts.slice(0, 1),
        under: context.under,
      });
    } else if (last !== undefined) last.text += `\n${cells.filter((cell) => cell !== '').join('\n')}`;
    else return null;
  }
  return found.length > 0 ? found : null;
}
