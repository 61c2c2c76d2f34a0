/** What papers about states have in common: how many stand in each state, and the cell that names a state. */
import { formatEra } from '../../../core/calendar/index.ts';
import { cell, type Block, type Shade, type SheetShade, table, toTheCity } from '../../../documents/index.ts';
import type { EngagementProfile } from '../contract.ts';

export type StateShade = Shade & SheetShade;

export interface StateCount {
  readonly label: string;
  readonly count: number;
}

/** How many of the rows stand in each state, in the order of the states. */
export const countBy = <S extends string>(
  states: readonly S[],
  labels: Readonly<Record<S, string>>,
  rows: readonly { readonly state: S }[],
): StateCount[] =>
  states.map((state) => ({ label: labels[state], count: rows.filter((row) => row.state === state).length }));

/** One column per state. */
export const countTable = (counts: readonly StateCount[], unit: string): Block =>
  table({
    columns: counts.map(() => ({ width: '1fr' as const, align: 'center' as const })),
    header: [counts.map(({ label }) => cell(label, { align: 'center' }))],
    rows: [counts.map(({ count }) => `${count}${unit}`)],
  });

/** The same as one line of a spreadsheet's head. */
export const countLine = (counts: readonly StateCount[]): string =>
  counts.map(({ label, count }) => `${label} ${count}`).join('　');

export const stateCell = (label: string, shade: StateShade | undefined) =>
  cell(label, { align: 'center', ...(shade === undefined ? {} : { shade }) });

export const stateSheetCell = (label: string, shade: StateShade | undefined) => ({
  value: label,
  align: 'center' as const,
  ...(shade === undefined ? {} : { shade }),
});

/** Head of a wide paper of the contractor to the city as things stand on a day. */
export const stateHead = (
  engagement: EngagementProfile,
  { title, subtitle, day, created }: Readonly<Record<'title' | 'subtitle' | 'day' | 'created', string>>,
) => ({
  title,
  subtitle,
  date: `${formatEra(day)}現在`,
  ...toTheCity(engagement),
  orientation: 'landscape' as const,
  created,
});
