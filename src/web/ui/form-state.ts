/** What a form tells its fields, and how the fields' values are read when it is sent. */
import { createContext, use } from 'react';
import { RequestError } from '../client.ts';
import type { CallOptions } from '../../kernel/contract.ts';
import type { FieldProblem } from '../../kernel/error.ts';
import { messages } from '../messages.ja.ts';

/** Values by field name; a field with several values has several entries. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

export interface FormState {
  readonly id: string;
  readonly problems: readonly FieldProblem[];
  readonly busy: boolean;
  /** Values of a restored draft; null when there is none. */
  readonly draft: FormValues | null;
  /** Fields without native input events (file upload, date) report a change. */
  readonly changed: () => void;
}

export const FormContext = createContext<FormState>({
  id: 'form',
  problems: [],
  busy: false,
  draft: null,
  changed: () => {},
});

export interface FieldState {
  readonly id: string;
  readonly problem: string | undefined;
  /** The draft's values, or undefined when there is no draft. */
  readonly drafted: readonly string[] | undefined;
  readonly busy: boolean;
  readonly changed: () => void;
}

/** The state of the field `name`, which is also its path in the operation's input (`answers.3.reason`). */
export function useField(name: string): FieldState {
  const form = use(FormContext);
  return {
    id: `${form.id}-${name.replaceAll('.', '-')}`,
    problem: problemOf(form.problems, name),
    drafted: form.draft === null ? undefined : (form.draft[name] ?? []),
    busy: form.busy,
    changed: form.changed,
  };
}

/** A refusal of one entry (`ways.0`) belongs to the field that holds the list (`ways`). */
function problemOf(problems: readonly FieldProblem[], name: string): string | undefined {
  const own = problems.find(({ path }) => path === name) ?? problems.find(({ path }) => path.startsWith(`${name}.`));
  return own?.message;
}

export function valuesOf(form: HTMLFormElement): FormValues {
  const values: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') (values[name] ??= []).push(value);
  }
  return values;
}

/** Typed access to what was entered. Names are the `name` of the fields. */
export class FormReader {
  readonly #values: FormValues;
  /** The version of the record that this save replaces; after a conflict the newer one. */
  readonly version: number;
  /** Hand it to the client as second argument: pressing twice or after a network failure then acts once. */
  readonly options: CallOptions;

  constructor(values: FormValues, version: number, options: CallOptions) {
    this.#values = values;
    this.version = version;
    this.options = options;
  }

  /** Without spaces around it; empty when nothing was entered. */
  text(name: string): string {
    return this.#values[name]?.[0]?.trim() ?? '';
  }

  /** Exactly as typed: spaces may belong to a password. */
  secret(name: string): string {
    return this.#values[name]?.[0] ?? '';
  }

  textOrNull(name: string): string | null {
    const text = this.text(name);
    return text === '' ? null : text;
  }

  /** @throws RequestError with the field's sentence when it is not a number. */
  number(name: string): number {
    const number = this.numberOrNull(name);
    if (number === null) throw refused(name);
    return number;
  }

  numberOrNull(name: string): number | null {
    const text = this.text(name).normalize('NFKC').replaceAll(',', '');
    if (text === '') return null;
    const number = Number(text);
    if (!Number.isFinite(number)) throw refused(name);
    return number;
  }

  /** `YYYY-MM-DD`. */
  day(name: string): string {
    return this.text(name);
  }

  dayOrNull(name: string): string | null {
    return this.textOrNull(name);
  }

  flag(name: string): boolean {
    return this.#values[name] !== undefined;
  }

  /** All values of a checkbox group or multiple select. */
  all(name: string): string[] {
    return [...(this.#values[name] ?? [])];
  }

  /** Ids of the uploaded files. */
  fileIds(name: string): string[] {
    return this.all(name);
  }

  /** One of a closed list, typed. */
  one<const T extends string>(name: string, among: readonly T[]): T {
    const text = this.text(name);
    const found = among.find((candidate) => candidate === text);
    if (found === undefined) throw refused(name);
    return found;
  }
}

function refused(name: string): RequestError {
  const { lead, choiceOrNumber } = messages.ui.refusedHere;
  const fields = [{ path: name, message: choiceOrNumber }];
  return new RequestError({ code: 'input.invalid', message: lead, fields }, 422);
}
