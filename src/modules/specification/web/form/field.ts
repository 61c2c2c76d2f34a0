/** A form described as data: one description per part of a specification, one set of controls for all of them. */
import type { Json } from './value.ts';

export type Option = { readonly value: string; readonly label: string };
/** Lists of the draft, or of the value that is edited, from which one chooses. */
export type Source = 'meetings' | 'qualifications' | 'roles' | 'experience' | 'careers';

type Base = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
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
    /** Texts, one on a line. */
    | { readonly type: 'lines' }
    | { readonly type: 'clause' }
    | { readonly type: 'clauses' }
    | { readonly type: 'span' }
    | { readonly type: 'cadence' }
    | { readonly type: 'date' }
    /** Records of the journal; a `condition` holds over a time. */
    | { readonly type: 'event'; readonly condition?: boolean }
    | { readonly type: 'events'; readonly condition?: boolean }
    | { readonly type: 'requirements' }
    /** A part that the specification may be silent about. */
    | { readonly type: 'part'; readonly fields: readonly Field[] }
    | {
        readonly type: 'list';
        readonly fields: readonly Field[];
        /** What one of them is called: 会議. */
        readonly item: string;
        /** The field whose value names an item. */
        readonly titled: string;
        /** The field that holds its code, made up when an item is added. */
        readonly code?: { readonly name: string; readonly prefix: string };
        /** What a new item holds from the start. */
        readonly start?: Readonly<Record<string, Json>>;
      }
  );
