/** What was answered, item by item and group by group. Pure. */
import {
  achievementOf,
  type AnswerSheet,
  answerTo,
  isCounted,
  type ItemAnswer,
  matrixOf,
  rowsOf,
  scoreSelfCheck,
  stepInWords,
  stepsOf,
  visibleItems,
  YES_NO_NA,
  YES_NO_NA_LABELS,
} from '../../../core/assessment/index.ts';
import type { FormItem, Questionnaire } from '../../../core/content-schema/index.ts';
import { tellsBureaus } from '../../self-check/contract.ts';
import { type GroupTable, hideSmallGroups } from './suppression.ts';

/** One who answered. */
export interface Answered {
  readonly id: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly bureauName: string;
  readonly answers: AnswerSheet;
}

export interface ItemRow {
  readonly id: string;
  readonly number: number;
  readonly revision: number;
  readonly type: FormItem['type'];
  readonly section: string;
  readonly question: string;
  readonly severity: number;
  /** Respondents to whom it was shown and who answered it. */
  readonly answered: number;
  /** Answered by fewer than the smallest group: figures are kept back. */
  readonly hidden: boolean;
  /** Mean achievement in percent; null where nothing counts. */
  readonly rate: number | null;
  /** Share of 対象外 among the answers, in percent; null for other kinds of items. */
  readonly notApplicable: number | null;
  readonly counts: readonly { readonly label: string; readonly count: number }[];
}

/** Weak items named in overview and report. */
const WEAK_ITEMS = 10;

export function itemRows(form: Questionnaire, sheets: readonly Answered[], smallest: number): ItemRow[] {
  const shown = sheets.map(({ answers }) => ({
    answers,
    visible: new Set(visibleItems(form, answers).map(({ id }) => id)),
  }));
  return form.sections.flatMap(({ title, items }) =>
    items.map((item): ItemRow => {
      const given = shown
        .filter(({ visible }) => visible.has(item.id))
        .flatMap(({ answers }) => answerTo(answers, item.id) ?? [])
        .filter(({ value }) => value !== undefined && value !== null && value !== '');
      const hidden = given.length > 0 && given.length < smallest;
      const achieved = given.map((answer) => achievementOf(item, answer)).filter((one) => one !== null);
      const na = given.filter(({ value }) => value === 'not-applicable').length;
      return {
        id: item.id,
        number: item.number,
        revision: item.revision,
        type: item.type,
        section: title,
        question: item.question,
        severity: item.severity,
        answered: given.length,
        hidden,
        rate: hidden ? null : meanOf(achieved.map((one) => 100 * one)),
        notApplicable:
          hidden || item.type !== 'yes-no-na' || given.length === 0 ? null : tenth((100 * na) / given.length),
        counts: hidden ? [] : countsOf(item, given),
      };
    }),
  );
}

/** Lowest rate first; of equal rates the graver item. */
export function weakItems(rows: readonly ItemRow[]): ItemRow[] {
  return rows
    .filter(({ rate }) => rate !== null && rate < 100)
    .toSorted((a, b) => (a.rate ?? 0) - (b.rate ?? 0) || b.severity - a.severity || a.number - b.number)
    .slice(0, WEAK_ITEMS);
}

function countsOf(item: FormItem, given: readonly ItemAnswer[]): { readonly label: string; readonly count: number }[] {
  const taken = (values: readonly unknown[], choices: readonly { readonly value: unknown; readonly label: string }[]) =>
    choices.map(({ value, label }) => ({ label, count: values.filter((one) => one === value).length }));
  const flat = given.flatMap(({ value }): unknown[] => (Array.isArray(value) ? value : [value]));
  switch (item.type) {
    case 'yes-no-na': {
      const choices = YES_NO_NA.map((value) => ({ value, label: YES_NO_NA_LABELS[value] }));
      const replaced = given.filter(
        (answer) => answer.value === 'no' && achievementOf(item, answer) === item.scores.noWithAlternative,
      );
      return [...taken(flat, choices), { label: 'うち代わりの対策あり', count: replaced.length }];
    }
    case 'single':
    case 'multiple':
      return taken(flat, item.options);
    case 'scale':
      return taken(
        flat,
        stepsOf(item).map((step) => ({ value: step, label: stepInWords(item, step) })),
      );
    case 'matrix':
      return item.rows.flatMap((row) =>
        taken(
          given.map((answer) => matrixOf(answer)[row.id]),
          item.options.map(({ value, label }) => ({ value, label: `${row.label}：${label}` })),
        ),
      );
    case 'table':
      return [
        { label: `${item.rowLabel}の件数`, count: given.reduce((sum, answer) => sum + rowsOf(answer).length, 0) },
      ];
    case 'number':
    case 'text':
    case 'date':
    case 'file':
      return [{ label: '回答あり', count: given.length }];
  }
}

export interface GroupRow {
  readonly name: string;
  /** Null where the group is kept back. */
  readonly respondents: number | null;
  readonly points: number | null;
  /** Mean achievement in percent in each section of the form; null where nothing counts or too few answers do. */
  readonly sections: readonly (number | null)[];
}

export interface GroupResult {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly GroupRow[];
  /** Groups that are kept back. */
  readonly hidden: number;
}

/** What groups there are: by bureau where the city has some, by segment where the form asks for it, by department where several of it answered. */
export function groupTables(
  form: Questionnaire,
  sheets: readonly Answered[],
): (GroupTable & { readonly title: string })[] {
  const table = (id: string, title: string, nameOf: (sheet: Answered) => string) => ({
    id,
    title,
    groups: [...Map.groupBy(sheets, nameOf)].map(([name, members]) => ({
      name,
      members: members.map((one) => one.id),
    })),
  });
  const several = new Set(sheets.map(({ departmentId }) => departmentId)).size < sheets.length;
  const asking = form.sections.flatMap(({ items }) => items).find(({ id }) => id === form.segmentItem);
  const segmentOf = ({ answers }: Answered): string => {
    const value = answerTo(answers, form.segmentItem ?? '')?.value;
    const found = asking?.type === 'single' ? asking.options.find((option) => option.value === value) : undefined;
    return found?.label ?? '区分の回答なし';
  };
  return [
    ...(tellsBureaus(sheets.map(({ bureauName }) => bureauName))
      ? [table('bureau', '局', ({ bureauName }) => bureauName)]
      : []),
    ...(asking === undefined ? [] : [table('segment', '区分', segmentOf)]),
    ...(several ? [table('department', '課', ({ departmentName }) => departmentName)] : []),
  ];
}

/** The groups' results, small ones kept back together with what would give them away. */
export function groupResults(form: Questionnaire, sheets: readonly Answered[], smallest: number): GroupResult[] {
  const tables = groupTables(form, sheets);
  const hidden = hideSmallGroups(tables, smallest);
  const byId = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  return tables.map(({ id, title, groups }) => {
    const rows = groups.map(({ name, members }): GroupRow => {
      if (hidden.groups.get(id)?.has(name) === true)
        return { name, respondents: null, points: null, sections: form.sections.map(() => null) };
      const own = members.flatMap((member) => byId.get(member) ?? []);
      return {
        name,
        respondents: own.length,
        points: meanOf(own.map(({ answers }) => scoreSelfCheck(form, answers).points)),
        sections: sectionMeans(form, own, smallest),
      };
    });
    return {
      id,
      title,
      rows: rows.toSorted((a, b) => (a.points ?? 101) - (b.points ?? 101) || (a.name < b.name ? -1 : 1)),
      hidden: rows.filter(({ respondents }) => respondents === null).length,
    };
  });
}

/** Mean achievement of each section over the sheets; null where fewer than `smallest` sheets count in it. */
export function sectionMeans(form: Questionnaire, sheets: readonly Answered[], smallest: number): (number | null)[] {
  const rates = sheets.map(({ answers }) => sectionRates(form, answers));
  return form.sections.map((_, index) => {
    const known = rates.flatMap((own) => own[index] ?? []);
    return known.length < smallest ? null : meanOf(known);
  });
}

/** Achievement of one sheet in each section, in percent; null where nothing of the section counts. */
export function sectionRates(form: Questionnaire, answers: AnswerSheet): (number | null)[] {
  const visible = new Set(visibleItems(form, answers).map(({ id }) => id));
  return form.sections.map(({ items }) =>
    meanOf(
      items.flatMap((item) => {
        if (!visible.has(item.id) || !isCounted(item)) return [];
        const achieved = achievementOf(item, answerTo(answers, item.id));
        return achieved === null ? [] : [100 * achieved];
      }),
    ),
  );
}

const STEPS = [60, 70, 80, 90, 100] as const;

/** How many respondents reached how many points. */
export function spreadOf(points: readonly number[]): { readonly label: string; readonly count: number }[] {
  return [
    ...STEPS.map((to, index) => {
      const from = STEPS[index - 1] ?? 0;
      const label = index === 0 ? `${to}点未満` : `${from}点以上${to}点未満`;
      return { label, count: points.filter((value) => value >= from && value < to).length };
    }),
    { label: '100点', count: points.filter((value) => value >= 100).length },
  ];
}

export const tenth = (value: number): number => Math.round(value * 10) / 10;

export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : tenth(values.reduce((sum, value) => sum + value, 0) / values.length);
}
