/** What the progress report says. Pure. */
import { addDays, type Day, formatEra } from '../../../core/calendar/index.ts';
import { clauseLabel } from '../../../core/specification/index.ts';
import { LINES } from './report-lines.ts';

/** A fact as the progress report counts it. */
export interface CountedFact {
  readonly kind: string;
  readonly day: Day;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Kinds that the progress report looks for. */
export const REPORTED_KINDS: readonly string[] = [...new Set(LINES.map(({ kind }) => kind)), 'task.progressed'];

export interface ReportInput {
  readonly since: Day;
  readonly until: Day;
  readonly facts: readonly CountedFact[];
  readonly openActions: readonly { readonly text: string; readonly due: Day | null }[];
}

/** Lines on what happened after `since` up to `until`, by group; empty when nothing was recorded. */
export function doneLines({ since, until, facts }: Pick<ReportInput, 'since' | 'until' | 'facts'>): string[] {
  const inside = facts.filter(({ day }) => day > since && day <= until);
  const groups = [...new Set(LINES.map(({ group }) => group))].flatMap((group) => {
    const lines = LINES.filter((line) => line.group === group).flatMap(({ kind, say }) => {
      const count = inside.filter((fact) => fact.kind === kind).length;
      return count === 0 ? [] : [`・${say(count)}。`];
    });
    return lines.length === 0 ? [] : [`【${group}】`, ...lines];
  });
  const finished = new Set(
    inside
      .filter(({ kind, data }) => kind === 'task.progressed' && data['status'] === 'done')
      .map(({ data }) => String(data['clause'])),
  );
  const tasks =
    finished.size === 0
      ? []
      : ['【作業項目の完了】', `・仕様書の${[...finished].map(clauseLabel).join('、')}の作業を終えました。`];
  return [...groups, ...tasks];
}

/** 対象期間 in words: the day after the last meeting to the last day looked at. */
export const periodWords = (since: Day, until: Day): string =>
  `${formatEra(addDays(since, 1))}から${formatEra(until)}まで`;

/** The text of a progress report: what happened since the last meeting, by group, then what is still to do. */
export function progressText(input: ReportInput): string {
  const done = doneLines(input);
  const actions = input.openActions.map(
    ({ text, due }) => `・${text}${due === null ? '' : `（期限：${formatEra(due)}）`}`,
  );
  return [
    `対象期間：${periodWords(input.since, input.until)}`,
    '',
    '１　実施した事項',
    ...(done.length === 0 ? ['この期間に記録された事項はありません。'] : done),
    '',
    '２　残っている事項',
    ...(actions.length === 0 ? ['前回までの打合せで決めた事項に、残っているものはありません。'] : actions),
  ].join('\n');
}
