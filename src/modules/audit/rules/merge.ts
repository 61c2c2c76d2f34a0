/** Two people wrote about the same item, one of them without a connection: what can be joined, and what a person must decide. */
import type { Judgement } from '../contract/checks.ts';

/** What is written on the item sheet. */
export interface SheetText {
  readonly judgement: Judgement;
  readonly techniques: readonly ('document-review' | 'interview' | 'site-visit' | 're-performance')[];
  readonly fact: string;
  readonly note: string;
  readonly evidenceIds: readonly string[];
}
export type SheetField = 'judgement' | 'techniques' | 'fact' | 'note';
export const SHEET_FIELDS: readonly SheetField[] = ['judgement', 'techniques', 'fact', 'note'];

export interface Merge {
  /** Everything that only one side changed; in a field that both changed, what the device has. */
  readonly merged: SheetText;
  /** Fields that both sides changed, differently. */
  readonly conflicts: readonly SheetField[];
}

/** Joins what the device has with what the server has by now, field by field; evidence is never taken away. */
export function merge(base: SheetText, mine: SheetText, theirs: SheetText): Merge {
  const conflicts = SHEET_FIELDS.filter(
    (field) =>
      !same(mine[field], base[field]) && !same(theirs[field], base[field]) && !same(mine[field], theirs[field]),
  );
  const pick = <F extends SheetField>(field: F): SheetText[F] =>
    same(mine[field], base[field]) ? theirs[field] : mine[field];
  const kept = theirs.evidenceIds.filter((id) => mine.evidenceIds.includes(id) || !base.evidenceIds.includes(id));
  return {
    merged: {
      judgement: pick('judgement'),
      techniques: pick('techniques'),
      fact: pick('fact'),
      note: pick('note'),
      evidenceIds: [...new Set([...kept, ...mine.evidenceIds.filter((id) => !base.evidenceIds.includes(id))])],
    },
    conflicts,
  };
}

/** True when the device has nothing to say that the server does not know. */
export function unchanged(base: SheetText, mine: SheetText): boolean {
  return SHEET_FIELDS.every((field) => same(base[field], mine[field])) && same(base.evidenceIds, mine.evidenceIds);
}

function same(left: string | readonly string[], right: string | readonly string[]): boolean {
  const told = (value: string | readonly string[]) =>
    typeof value === 'string' ? value : JSON.stringify([...value].sort());
  return told(left) === told(right);
}
