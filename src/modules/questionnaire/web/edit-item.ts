/** From the fields of an item's form to the change that is sent. Pure. */
import type { FormItem, Guidance } from '../../../core/content-schema/index.ts';
import type { Detail, ItemChange } from './client.ts';
import { itemsOf } from './client.ts';

export const GUIDANCE_PARTS = ['good', 'why', 'howToCheck', 'askWhom', 'evidence', 'misunderstanding'] as const;
export type GuidancePart = (typeof GUIDANCE_PARTS)[number];

/** The texts of an item as its form shows them; the examples of evidence stand one on a line. */
export interface ItemTexts {
  readonly question: string;
  readonly guidance: Readonly<Record<GuidancePart, string>>;
}

export function textsOf(item: FormItem): ItemTexts {
  const part = (name: GuidancePart): string => {
    const value = item.guidance?.[name];
    return value === undefined ? '' : typeof value === 'string' ? value : value.join('\n');
  };
  return {
    question: item.question,
    guidance: {
      good: part('good'),
      why: part('why'),
      howToCheck: part('howToCheck'),
      askWhom: part('askWhom'),
      evidence: part('evidence'),
      misunderstanding: part('misunderstanding'),
    },
  };
}

/** Only what differs from `item` is named; null when nothing does. An emptied text of guidance counts as unchanged. */
export function changeOf(item: FormItem, texts: ItemTexts, meaningChanged: boolean): ItemChange | null {
  const before = textsOf(item);
  const changed = GUIDANCE_PARTS.filter((part) => {
    const after = part === 'evidence' ? linesOf(texts.guidance.evidence).join('\n') : texts.guidance[part];
    return after !== '' && after !== before.guidance[part];
  });
  const guidance = Object.fromEntries(
    changed.map((part) => [part, part === 'evidence' ? linesOf(texts.guidance.evidence) : texts.guidance[part]]),
  ) as Partial<Guidance>;
  const question = texts.question === before.question ? {} : { question: texts.question };
  if (changed.length === 0 && texts.question === before.question && !meaningChanged) return null;
  return {
    itemId: item.id,
    ...question,
    ...(changed.length === 0 ? {} : { guidance }),
    ...(meaningChanged ? { meaningChanged } : {}),
  };
}

function linesOf(value: string): string[] {
  return value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The saved texts that a change would overwrite. */
export function savedTexts(change: ItemChange, saved: FormItem | undefined): ItemTextParts {
  if (saved === undefined) return {};
  const texts = textsOf(saved);
  const parts = GUIDANCE_PARTS.filter((part) => change.guidance?.[part] !== undefined);
  return {
    ...(change.question === undefined ? {} : { question: texts.question }),
    guidance: Object.fromEntries(parts.map((part) => [part, texts.guidance[part]])),
  };
}

export interface ItemTextParts {
  readonly question?: string;
  readonly guidance?: Readonly<Partial<Record<GuidancePart, string>>>;
}

/** Whether somebody else has touched this very item: its texts, its meaning, or whether it is left out. */
export function sameItem(before: Detail, after: Detail, itemId: string): boolean {
  return JSON.stringify(itemIn(before, itemId)) === JSON.stringify(itemIn(after, itemId));
}

export function itemIn(detail: Detail, itemId: string): FormItem | undefined {
  return itemsOf(detail.form).find((item) => item.id === itemId);
}
