/** What the answers of all departments say together. Pure. Clause 9(1)イ【自己点検のイメージ】-p1 (comparison of years). */
import {
  achievementOf,
  type AnswerSheet,
  answerTo,
  scoreSelfCheck,
  visibleItems,
} from '../../../core/assessment/index.ts';
import type { Questionnaire, Severity, YesNoNaItem } from '../../../core/content-schema/index.ts';
import { roundPart } from './risk-value.ts';
import { ALTERNATIVE, countsOf, recount } from './tally.ts';

export interface AnsweredSheet {
  readonly departmentId: string;
  readonly bureauName: string;
  readonly answers: AnswerSheet;
}

export interface ItemAnalysis {
  readonly id: string;
  readonly number: number;
  readonly question: string;
  readonly section: string;
  readonly severity: Severity;
  readonly revision: number;
  readonly yes: number;
  readonly no: number;
  /** Of the いいえ those with an alternative measure. */
  readonly withAlternative: number;
  readonly notApplicable: number;
  /** Mean achievement in percent of the departments that it concerns; null when it concerns none. */
  readonly rate: number | null;
}

export interface GroupAnalysis {
  readonly name: string;
  readonly departments: number;
  /** Mean points, 0–100; null without answers. */
  readonly points: number | null;
}

export interface Analysis {
  readonly answered: number;
  readonly points: number | null;
  readonly items: readonly ItemAnalysis[];
  readonly sections: readonly { readonly title: string; readonly rate: number | null }[];
  readonly bureaus: readonly GroupAnalysis[];
  /** Departments by points: under 60, under 70, …, under 100, 100. */
  readonly spread: readonly { readonly label: string; readonly departments: number }[];
  /** Ids of the weakest items, the weakest first. */
  readonly weak: readonly string[];
}

/** So many respondents of a bureau reached so many points. */
export interface PointsReached {
  readonly bureauName: string;
  readonly points: number;
  readonly times: number;
}

const WEAK_ITEMS = 5;
const STEPS = [60, 70, 80, 90, 100] as const;

export function analyse(form: Questionnaire, sheets: readonly AnsweredSheet[]): Analysis {
  const counts = recount(
    form,
    sheets.map(({ answers }) => answers),
  );
  return analyseTally(
    form,
    counts,
    sheets.map(({ bureauName, answers }) => ({ bureauName, points: scoreSelfCheck(form, answers).points, times: 1 })),
  );
}

/** The same from what was counted when the sheets came in. */
export function analyseTally(
  form: Questionnaire,
  counts: readonly number[],
  places: readonly PointsReached[],
): Analysis {
  const sections = form.sections.map((section) => ({
    title: section.title,
    items: section.items.filter((item): item is YesNoNaItem => item.type === 'yes-no-na'),
  }));
  const items = sections.flatMap(({ title, items: own }) => own.map((item) => analyseItem(form, item, title, counts)));
  const bureaus = [...Map.groupBy(places, ({ bureauName }) => bureauName)];
  return {
    answered: timesIn(places),
    points: meanPoints(places),
    items,
    sections: sections.map(({ title }) => ({
      title,
      rate: mean(items.flatMap((item) => (item.section === title && item.rate !== null ? [item.rate] : []))),
    })),
    bureaus: bureaus
      .map(([name, group]) => ({ name, departments: timesIn(group), points: meanPoints(group) }))
      .sort((a, b) => (a.points ?? 0) - (b.points ?? 0) || (a.name < b.name ? -1 : 1)),
    spread: spreadOf(places),
    weak: weakest(items),
  };
}

function analyseItem(form: Questionnaire, item: YesNoNaItem, section: string, counts: readonly number[]): ItemAnalysis {
  const count = countsOf(form, counts, item.id);
  const [yes, no, withAlternative, notApplicable] = ['yes', 'no', ALTERNATIVE, 'not-applicable'].map(count) as [
    number,
    number,
    number,
    number,
  ];
  return {
    id: item.id,
    number: item.number,
    question: item.question,
    section,
    severity: item.severity,
    revision: item.revision,
    yes,
    no,
    withAlternative,
    notApplicable,
    rate: rateOf([
      [yes, item.scores.yes],
      [no - withAlternative, item.scores.no],
      [withAlternative, item.scores.noWithAlternative],
      [notApplicable, item.scores.notApplicable],
    ]),
  };
}

/** Mean achievement in percent; answers that do not count in points have none. */
function rateOf(answers: readonly (readonly [number, number | null])[]): number | null {
  const counted = answers.flatMap(([times, score]) => (score === null ? [] : [{ times, score }]));
  const all = counted.reduce((sum, { times }) => sum + times, 0);
  return all === 0 ? null : roundPart(counted.reduce((sum, { times, score }) => sum + times * 100 * score, 0) / all);
}

/** Achievement of one department in each section, in percent; null where nothing of the section concerns it. */
export function sectionRates(form: Questionnaire, answers: AnswerSheet): (number | null)[] {
  const visible = new Set(visibleItems(form, answers).map(({ id }) => id));
  return form.sections.map(({ items }) =>
    mean(
      items.flatMap((item) => {
        if (item.type !== 'yes-no-na' || !visible.has(item.id)) return [];
        const achieved = achievementOf(item, answerTo(answers, item.id));
        return achieved === null ? [] : [100 * achieved];
      }),
    ),
  );
}

/** Lowest rate first; of equal rates the graver item. Items that everybody does are not weak. */
function weakest(items: readonly ItemAnalysis[]): string[] {
  return items
    .filter((item) => item.rate !== null && item.rate < 100)
    .sort((a, b) => (a.rate ?? 0) - (b.rate ?? 0) || b.severity - a.severity || a.number - b.number)
    .slice(0, WEAK_ITEMS)
    .map(({ id }) => id);
}

function spreadOf(places: readonly PointsReached[]): { readonly label: string; readonly departments: number }[] {
  const steps = STEPS.map((to, index) => {
    const from = index === 0 ? 0 : (STEPS[index - 1] ?? 0);
    return {
      label: index === 0 ? `${to}点未満` : `${from}点以上${to}点未満`,
      departments: timesIn(places.filter(({ points }) => points >= from && points < to)),
    };
  });
  return [...steps, { label: '100点', departments: timesIn(places.filter(({ points }) => points >= 100)) }];
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : roundPart(values.reduce((sum, value) => sum + value, 0) / values.length);
}

const timesIn = (places: readonly PointsReached[]): number => places.reduce((sum, { times }) => sum + times, 0);

function meanPoints(places: readonly PointsReached[]): number | null {
  const all = timesIn(places);
  return all === 0 ? null : roundPart(places.reduce((sum, { points, times }) => sum + points * times, 0) / all);
}

export interface YearChange {
  readonly id: string;
  readonly before: number;
  readonly after: number;
}

/** Rates of items that both years asked with the same meaning: same id and same revision. */
export function compareYears(before: Analysis, after: Analysis): YearChange[] {
  return after.items.flatMap((item) => {
    const earlier = before.items.find((other) => other.id === item.id && other.revision === item.revision);
    if (earlier === undefined || earlier.rate === null || item.rate === null) return [];
    return [{ id: item.id, before: earlier.rate, after: item.rate }];
  });
}
