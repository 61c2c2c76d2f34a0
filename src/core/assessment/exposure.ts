/** Exposure of a department from the preliminary survey (clause 9(1)イ【予備調査】): how much there is to lose. */
import type { FormItem, Option, Questionnaire, TableColumn } from '../content-schema/index.ts';
import { type AnswerRow, type AnswerSheet, answerTo, rowsOf } from './answer.ts';
import { visibleItems } from './condition.ts';

/** The factors of exposure and where their answers stand. Item and column ids stay the same over the years. */
export const EXPOSURE_FACTORS = [
  { id: 'asset-kind', label: '情報資産の種類', table: 'asset-table', columns: ['asset-kind'] },
  { id: 'confidentiality', label: '機密性', table: 'asset-table', columns: ['confidentiality'] },
  { id: 'amount', label: '情報の量', table: 'asset-table', columns: ['amount'] },
  { id: 'frequency', label: '使う頻度', table: 'asset-table', columns: ['frequency'] },
  {
    id: 'handling',
    label: '保管・持出し・委託',
    table: 'asset-table',
    columns: ['medium', 'storage', 'taking-out', 'outsourced'],
  },
  { id: 'visitors', label: '来客の多さ', item: 'visitor-traffic' },
  { id: 'server-room', label: 'サーバ室', item: 'server-room' },
  { id: 'external-service', label: '外部サービス', item: 'external-service-use' },
  { id: 'incident', label: '過去の事故', item: 'past-incident' },
] as const satisfies readonly ExposureFactor[];

type ExposureFactor = { readonly id: string; readonly label: string } & (
  | { readonly item: string }
  | { readonly table: string; readonly columns: readonly string[] }
);

export type ExposureFactorId = (typeof EXPOSURE_FACTORS)[number]['id'];

/** Factor → 0–1. A factor whose item the form does not have, or that is not answered, is 0. */
export type Exposure = Readonly<Record<ExposureFactorId, number>>;

/** The three gravest assets count: a department cannot hide a grave one among many slight ones. */
export const COUNTED_ROWS = 3;

/**
 * Points of each factor: the points of the chosen option ÷ the highest points of the item. In the table of assets each
 * row has the points of its columns ÷ their highest, and the factor is the mean of the three highest rows (fewer rows
 * are filled up with 0). So a further or graver asset never lowers a factor, and the order of rows does not matter.
 */
export function exposureOf(form: Questionnaire, sheet: AnswerSheet): Exposure {
  const shown = new Map(visibleItems(form, sheet).map((item) => [item.id, item]));
  const entries = EXPOSURE_FACTORS.map((factor: ExposureFactor) => {
    if ('item' in factor) {
      const item = shown.get(factor.item);
      return [factor.id, item === undefined ? 0 : share(pointsOf(item, answerTo(sheet, item.id)?.value), topOf(item))];
    }
    const item = shown.get(factor.table);
    if (item?.type !== 'table') return [factor.id, 0];
    const columns = item.columns.filter((column) => factor.columns.includes(column.id));
    const rows = rowsOf(answerTo(sheet, item.id))
      .map((row) => rowShare(columns, row))
      .sort((a, b) => b - a)
      .slice(0, COUNTED_ROWS);
    return [factor.id, rows.reduce((sum, row) => sum + row, 0) / COUNTED_ROWS];
  });
  return Object.fromEntries(entries) as Exposure;
}

function rowShare(columns: readonly TableColumn[], row: AnswerRow): number {
  const points = columns.reduce((sum, column) => sum + pointsOf(column, row[column.id]), 0);
  return share(
    points,
    columns.reduce((sum, column) => sum + topOf(column), 0),
  );
}

const share = (points: number, top: number): number => (top === 0 ? 0 : Math.min(1, points / top));

/** Points of a chosen value; of several choices the gravest. */
function pointsOf(holder: FormItem | TableColumn, value: unknown): number {
  if (holder.type === 'yes-no')
    return value === true ? (holder.scores?.yes ?? 0) : value === false ? (holder.scores?.no ?? 0) : 0;
  if (holder.type !== 'single' && holder.type !== 'multiple') return 0;
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
  return highest(holder.options.filter((option) => chosen.includes(option.value)));
}

function topOf(holder: FormItem | TableColumn): number {
  if (holder.type === 'yes-no') return Math.max(holder.scores?.yes ?? 0, holder.scores?.no ?? 0);
  return holder.type === 'single' || holder.type === 'multiple' ? highest(holder.options) : 0;
}

const highest = (options: readonly Option[]): number =>
  options.reduce((top, option) => Math.max(top, option.score ?? 0), 0);
