/** What a self-check is made to measure, read from the form itself. Clause 1(2)ア (tokubetsuku). Pure. */
import type { FormItem, Questionnaire } from '../content-schema/index.ts';
import { placesOf } from './condition.ts';
import { segmentsOf } from './copy.ts';
import { achievementsOf } from './score.ts';

export interface FormDesign {
  /** Labels of the segments of respondents that have items of their own, not shown to all others as well. */
  readonly segments: string[];
  /** Labels of the subjects that at least one item measures. */
  readonly subjects: string[];
  /** All items but the one that asks for the segment. */
  readonly items: number;
  readonly withoutSubject: number;
  /** Items by which the understanding of a risk is measured. */
  readonly riskItems: number;
  readonly riskWithoutExplanation: number;
}

export function designOf(form: Questionnaire): FormDesign {
  const items = form.sections.flatMap((section) => section.items).filter(({ id }) => id !== form.segmentItem);
  const risks = items.filter(measuresRisk);
  const asked = form.segmentItem === undefined ? [] : segmentsOf(form);
  return {
    segments: asked
      .filter(({ id }) =>
        items.some((item) => isFor(form, item, id) && asked.some((one) => !isFor(form, item, one.id))),
      )
      .map(({ label }) => label),
    subjects: (form.subjects ?? [])
      .filter(({ id }) => items.some(({ subject }) => subject === id))
      .map(({ label }) => label),
    items: items.length,
    withoutSubject: items.filter(({ subject }) => subject === undefined).length,
    riskItems: risks.length,
    riskWithoutExplanation: risks.filter(({ risk }) => risk?.lesson === undefined).length,
  };
}

/** Understanding can be measured only where one answer is right and another is not. */
export function measuresRisk(item: FormItem): boolean {
  return item.risk !== undefined && tellsRightFromWrong(item);
}

export function tellsRightFromWrong(item: FormItem): boolean {
  const achievements = achievementsOf(item);
  return achievements.includes(1) && achievements.some((value) => value < 1);
}

/** Whether respondents of the segment see the item, as far as segments decide. */
export function isFor(form: Questionnaire, item: FormItem, segment: string): boolean {
  const section = placesOf(form).get(item.id)?.section.segments ?? ['all'];
  return [section, item.segments].every((segments) => segments.includes('all') || segments.includes(segment));
}
