/** Points of a self-check: how far each item is achieved and how much is missing. */
import type { FormItem, Questionnaire, Severity, YesNoNaItem } from '../content-schema/index.ts';
import { type AnswerSheet, answerTo, type ItemAnswer, saysSomething } from './answer.ts';
import { visibleItems } from './condition.ts';

export interface ItemScore {
  readonly item: string;
  readonly severity: Severity;
  readonly weight: number;
  /** 1 = done, 0 = not done, 0.5 = not done but with an alternative measure; null = 対象外 or unanswered, not counted. */
  readonly achievement: number | null;
}

export interface SelfCheckScore {
  readonly items: readonly ItemScore[];
  /** Share of what is missing, 0–1: Σ severity × weight × (1 − achievement) ÷ Σ severity × weight over counted items. */
  readonly gap: number;
  /** 100 × (1 − gap), rounded to one decimal: the score shown to departments. */
  readonly points: number;
}

/** Achievement of one はい/いいえ/対象外 item; null when it is not counted. */
export function achievementOf(item: YesNoNaItem, answer: ItemAnswer | undefined): number | null {
  switch (answer?.value) {
    case 'yes':
      return item.scores.yes;
    case 'no':
      return saysSomething(answer.alternative) ? item.scores.noWithAlternative : item.scores.no;
    case 'not-applicable':
      return item.scores.notApplicable;
    default:
      return null;
  }
}

/** Scores a sheet. Hidden items do not count. A sheet in which nothing counts has no gap. */
export function scoreSelfCheck(form: Questionnaire, sheet: AnswerSheet): SelfCheckScore {
  const items = visibleItems(form, sheet)
    .filter(isYesNoNa)
    .map((item) => ({
      item: item.id,
      severity: item.severity,
      weight: item.weight,
      achievement: achievementOf(item, answerTo(sheet, item.id)),
    }));
  let [missing, whole] = [0, 0];
  for (const { severity, weight, achievement } of items) {
    if (achievement === null) continue;
    missing += severity * weight * (1 - achievement);
    whole += severity * weight;
  }
  const gap = whole === 0 ? 0 : missing / whole;
  return { items, gap, points: Math.round(1000 * (1 - gap)) / 10 };
}

function isYesNoNa(item: FormItem): item is YesNoNaItem {
  return item.type === 'yes-no-na';
}
