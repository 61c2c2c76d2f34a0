/** What the controls of a described form take. */
import type { EventExtras, Field } from './field.ts';
import type { Json, JsonRecord } from './value.ts';

export interface FieldsProps {
  readonly fields: readonly Field[];
  readonly value: JsonRecord;
  /** Path of the value in the operation's input: a refusal of the server finds its field by it. */
  readonly path: string;
  readonly onChange: (value: JsonRecord) => void;
  /** The field whose value is not in a record of its own: its path is that of the whole. */
  readonly bare?: string;
}

export interface ControlProps {
  readonly field: Field;
  readonly value: Json | undefined;
  readonly path: string;
  readonly onChange: (next: Json | undefined) => void;
}

export interface EventProps extends ControlProps {
  readonly extras?: EventExtras;
}
