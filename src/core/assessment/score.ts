/** Points of a self-check: how far each item is achieved and how much is missing. */
import type { FormItem, Option, Questionnaire, Severity } from '../content-schema/index.ts';
import { type AnswerSheet, answerTo, type ItemAnswer, saysSomething } from './answer.ts';
import { visibleItems } from './condition.ts';
import { readAnswer } from './typed-answer.ts';

export interface ItemScore {
  readonly item: string;
  readonly severity: Severity;
  readonly weight: number;
  /** 1 = done, 0 = not done, between = in part or by an alternative measure; null = 対象外 or unanswered, not counted. */
  readonly achievement: number | null;
}

export interface SelfCheckScore {
  readonly items: readonly ItemScore[];
  /** Share of what is missing, 0–1: Σ severity × weight × (1 − achievement) ÷ Σ severity × weight over counted items. */
  readonly gap: number;
  /** 100 × (1 − gap), rounded to one decimal: the score shown to departments. */
  readonly points: number;
}

/**
 * How far an item is achieved, 0–1; null when the answer is not counted. Of several choices the least achieved counts, of a
 * matrix the mean of its rows.
 */
export function achievementOf(item: FormItem, answer: ItemAnswer | undefined): number | null {
  const given = readAnswer(item, answer);
  switch (item.type) {
    case 'yes-no-na':
      return given?.type === 'yes-no-na' ? ofYesNoNa(item.scores, given) : null;
    case 'single':
      return given?.type === 'single' ? ofOption(item.options, given.value) : null;
    case 'multiple':
      return given?.type === 'multiple' ? lowest(counted(item.options, given.values)) : null;
    case 'matrix':
      return given?.type === 'matrix' ? mean(counted(item.options, Object.values(given.rows))) : null;
    case 'scale': {
      if (given?.type !== 'scale' || item.achievement === undefined) return null;
      const share = (given.step - item.from) / (item.to - item.from);
      return item.achievement === 'rising' ? share : 1 - share;
    }
    case 'number':
    case 'text':
    case 'date':
    case 'file':
    case 'table':
      return null;
  }
}

/** Whether the answers of an item can count in points at all. */
export function isCounted(item: FormItem): boolean {
  if (item.type === 'yes-no-na') return true;
  if (item.type === 'scale') return item.achievement !== undefined;
  return optionsOf(item).some(({ achievement }) => typeof achievement === 'number');
}

/** What the answers of an item can achieve, 0–1 each; empty for items that are not counted. */
export function achievementsOf(item: FormItem): number[] {
  if (item.type === 'scale') return item.achievement === undefined ? [] : [0, 1];
  const all =
    item.type === 'yes-no-na'
      ? [item.scores.yes, item.scores.no]
      : optionsOf(item).map(({ achievement }) => achievement ?? null);
  return all.filter((value) => value !== null);
}

function ofYesNoNa(
  scores: Extract<FormItem, { type: 'yes-no-na' }>['scores'],
  { value, alternative }: { readonly value: string; readonly alternative: string },
): number | null {
  if (value === 'yes') return scores.yes;
  if (value === 'not-applicable') return scores.notApplicable;
  return saysSomething(alternative) ? scores.noWithAlternative : scores.no;
}

const optionsOf = (item: FormItem): readonly Option[] => ('options' in item ? item.options : []);
const ofOption = (options: readonly Option[], value: string): number | null =>
  options.find((option) => option.value === value)?.achievement ?? null;
const counted = (options: readonly Option[], values: readonly string[]): number[] =>
  values.map((value) => ofOption(options, value)).filter((one) => one !== null);
const lowest = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.min(...values));
const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** How grave the answer is: the gravest of the chosen ones that say so, otherwise as the item says. */
function severityOf(item: FormItem, answer: ItemAnswer | undefined): Severity {
  const given = readAnswer(item, answer);
  if (given === null) return item.severity;
  const chosen =
    given.type === 'single'
      ? [given.value]
      : given.type === 'multiple'
        ? given.values
        : given.type === 'matrix'
          ? Object.values(given.rows)
          : [];
  const own = optionsOf(item).filter(({ value }) => chosen.includes(value));
  return gravest(own.map(({ severity }) => severity ?? item.severity)) ?? item.severity;
}

const gravest = (severities: readonly Severity[]): Severity | null =>
  severities.reduce<Severity | null>((top, one) => (top === null || one > top ? one : top), null);

/**
 * Scores a sheet. Hidden items do not count. A sheet in which nothing counts has no gap. What is missing weighs as the
 * given answer says, the whole as the gravest answer of the item does.
 */
export function scoreSelfCheck(form: Questionnaire, sheet: AnswerSheet): SelfCheckScore {
  const counting = visibleItems(form, sheet).filter(isCounted);
  const items = counting.map((item) => {
    const answer = answerTo(sheet, item.id);
    return {
      item: item.id,
      severity: severityOf(item, answer),
      weight: item.weight,
      achievement: achievementOf(item, answer),
    };
  });
  let [missing, whole] = [0, 0];
  items.forEach(({ severity, weight, achievement }, index) => {
    const item = counting[index];
    if (achievement === null || item === undefined) return;
    missing += severity * weight * (1 - achievement);
    whole += (gravest([item.severity, ...optionsOf(item).map((one) => one.severity ?? item.severity)]) ?? 1) * weight;
  });
  const gap = whole === 0 ? 0 : missing / whole;
  return { items, gap, points: Math.round(1000 * (1 - gap)) / 10 };
}
