/** A part of a specification that has a page of its own, as data. */
import type { Draft } from './client.ts';
import type { Field } from './form/field.ts';
import type { JsonRecord } from './form/value.ts';

export type PartName = Draft['proposedParts'][number];
export type Part = {
  readonly lead: string;
  readonly fields: readonly Field[];
  /** What a part holds when it is begun. */
  readonly start: JsonRecord;
  /** A list that a file always has, edited as `items`; or parts that a file always has. Absent: the text may be silent. */
  readonly form?: 'list' | 'record';
};
