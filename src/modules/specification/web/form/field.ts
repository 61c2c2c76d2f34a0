/** A form described as data: one description per part of a specification, one set of controls for all of them. */
import type { Json } from './value.ts';

export type Option = { readonly value: string; readonly label: string };
/** Lists of the draft, or of the value that is edited, from which one chooses. */
export type Source = 'meetings' | 'qualifications' | 'roles' | 'experience' | 'careers' | 'standards' | 'deliverables';

type Base = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
};
/** What a field about a record of the journal can say beside its kind. */
export type EventExtras = {
  /** It holds over a time: from, to, ended by. */
  readonly condition?: boolean;
  /** It excuses a duty: for the same subject or for all. */
  readonly excuse?: boolean;
  /** How many of it are needed. */
  readonly counted?: boolean;
};
export type Field = Base &
  (
    | { readonly type: 'text'; readonly max?: number; readonly long?: boolean }
    | {
        readonly type: 'number';
        readonly min?: number;
        readonly max?: number;
        readonly decimals?: number;
        readonly unit?: string;
      }
    | { readonly type: 'flag' }
    /** One of a closed list; `numeric` values are kept as numbers. */
    | { readonly type: 'choice'; readonly options: readonly Option[] }
    | { readonly type: 'choices'; readonly options: readonly Option[]; readonly numeric?: boolean }
    | { readonly type: 'pick'; readonly from: Source }
    | { readonly type: 'picks'; readonly from: Source }
    /** One of the items of a list that stands beside it, by its code. */
    | { readonly type: 'own-pick'; readonly list: string; readonly code: string; readonly titled: string }
    /** Texts, one on a line. */
    | { readonly type: 'lines' }
    | { readonly type: 'clause' }
    | { readonly type: 'clauses' }
    | { readonly type: 'span' }
    | { readonly type: 'cadence' }
    | { readonly type: 'date' }
    /** Records of the journal. */
    | ({ readonly type: 'event' } & EventExtras)
    | ({ readonly type: 'events' } & EventExtras)
    | { readonly type: 'requirements' }
    /** Values of any kind by name. */
    | { readonly type: 'named' }
    /** What a reading sets: `value`, or `values` by name. */
    | { readonly type: 'reading-value' }
    /** A part that the specification may be silent about. */
    | { readonly type: 'part'; readonly fields: readonly Field[] }
    | {
        readonly type: 'list';
        readonly fields: readonly Field[];
        /** What one of them is called: 会議. */
        readonly item: string;
        /** The field whose value names an item. */
        readonly titled: string;
        /** The field that holds its code, made up when an item is added; `points` are unique in the whole draft. */
        readonly code?: { readonly name: string; readonly prefix: string; readonly among?: 'points' };
        /** What a new item holds from the start. */
        readonly start?: Readonly<Record<string, Json>>;
        /** An item is the value of this one field, not a record that holds it. */
        readonly bare?: string;
        /** The list is the whole value that is sent: its path is that of the form. */
        readonly whole?: boolean;
      }
  );
export type ListField = Extract<Field, { type: 'list' }>;
