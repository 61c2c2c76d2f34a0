/**
 * Lists of a module for the round trip through a spreadsheet program. A list is data: columns, rows, and what adds, changes
 * or removes one row by the operations that a page would call, so that rules, facts and permissions are the same.
 */
import type { ListChoice, ListColumn, ListRow, ListValue, ListValues } from '../core/exchange/index.ts';
import { AppError } from './error.ts';
import type { Context, ListProvider, ListScope, ListSubject, ListWays } from './module.ts';

/** A column with the value that a record has there. */
export interface ColumnOf<R> extends ListColumn {
  readonly value: (record: R) => ListValue;
}

interface Declared<R> {
  readonly id: string;
  readonly title: string;
  readonly answers: readonly string[];
  readonly scope: 'engagement' | 'municipality';
  readonly permission: string;
  readonly help?: string;
  readonly per?: {
    readonly title: string;
    readonly subjects: (context: Context, engagementId: string | null) => Promise<readonly ListSubject[]>;
  };
  /** The records in the order of the list. */
  readonly records: (context: Context, scope: ListScope) => Promise<readonly R[]>;
  readonly key: (record: R) => string;
  readonly columns:
    | readonly ColumnOf<R>[]
    | ((context: Context, scope: ListScope, records: readonly R[]) => Promise<readonly ColumnOf<R>[]>);
}

/** A list that goes out and comes back. */
export interface EditableList<R> extends Declared<R> {
  /** The permission of the operations that save rows: one for all, or one for each way. */
  readonly edit: string | ListWays;
  /** Why a record can no longer be changed: a sentence; null where it can. */
  readonly locked?: (record: R) => string | null;
  readonly add?: (context: Context, scope: ListScope, values: ValueReader) => Promise<unknown>;
  readonly change?: (
    context: Context,
    scope: ListScope,
    record: R,
    values: ValueReader,
    changed: ReadonlySet<string>,
  ) => Promise<unknown>;
  readonly remove?: (context: Context, scope: ListScope, record: R) => Promise<unknown>;
}

export function editableList<R>(list: EditableList<R>): ListProvider {
  const { add, change, remove } = list;
  return {
    ...particulars(list),
    edit: waysOf(list),
    because: null,
    async open(context, scope) {
      const { columns, records } = await read(list, context, scope);
      const byId = new Map(records.map((record) => [list.key(record), record]));
      const found = (id: string): R => {
        const record = byId.get(id);
        if (record === undefined) throw new AppError('record.missing', { internal: `${list.id} ${id}` });
        return record;
      };
      return {
        columns,
        rows: records.map((record) => ({
          ...rowOf(list, columns, record),
          locked: list.locked?.(record) ?? undefined,
        })),
        ...(add === undefined ? {} : { add: (values) => add(context, scope, new ValueReader(values)) }),
        ...(change === undefined
          ? {}
          : { change: (id, values, changed) => change(context, scope, found(id), new ValueReader(values), changed) }),
        ...(remove === undefined ? {} : { remove: (id) => remove(context, scope, found(id)) }),
      };
    },
  };
}

function waysOf<R>({ edit, add, change, remove }: EditableList<R>): ListWays {
  const permission = (way: keyof ListWays): string | undefined => (typeof edit === 'string' ? edit : edit[way]);
  const ways = Object.entries({ add, change, remove }).flatMap(([name, work]) => {
    const way = name as keyof ListWays;
    const needed = permission(way);
    return work === undefined || needed === undefined ? [] : [[way, needed] as const];
  });
  return Object.fromEntries(ways);
}

/** @param because why its rows come into being only by a procedure */
export function exportedList<R>(list: Declared<R> & { readonly because: string }): ListProvider {
  return {
    ...particulars(list),
    edit: null,
    because: list.because,
    async open(context, scope) {
      const { columns, records } = await read(list, context, scope);
      return { columns, rows: records.map((record) => rowOf(list, columns, record)) };
    },
  };
}

const particulars = <R>(list: Declared<R>): Omit<ListProvider, 'edit' | 'because' | 'open'> => ({
  id: list.id,
  title: list.title,
  answers: list.answers,
  scope: list.scope,
  permission: list.permission,
  help: list.help ?? null,
  per: list.per?.title ?? null,
  subjects: async (context, engagementId) => (await list.per?.subjects(context, engagementId)) ?? [],
});

async function read<R>(
  list: Declared<R>,
  context: Context,
  scope: ListScope,
): Promise<{ readonly columns: readonly ColumnOf<R>[]; readonly records: readonly R[] }> {
  const records = await list.records(context, scope);
  const columns = typeof list.columns === 'function' ? await list.columns(context, scope, records) : list.columns;
  return { columns, records };
}

const rowOf = <R>(list: Declared<R>, columns: readonly ColumnOf<R>[], record: R): ListRow => ({
  id: list.key(record),
  values: Object.fromEntries(columns.map((column) => [column.key, column.value(record)])),
});

/** Choices from a table of labels. */
export const choicesOf = (labels: Readonly<Record<string, string>>): readonly ListChoice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** Labels for values that are Japanese words themselves. */
export function wordsAsLabels<K extends string>(words: readonly K[]): Readonly<Record<K, string>> {
  const labels: Partial<Record<K, string>> = {};
  for (const word of words) labels[word] = word;
  return labels as Record<K, string>;
}

/** The engagement of a list that belongs to one. @throws AppError `input.invalid` */
export function engagementOf({ engagementId }: ListScope): string {
  if (engagementId === null) throw new AppError('input.invalid', { internal: 'list without engagement' });
  return engagementId;
}

/** @throws AppError `input.invalid` when no subject was chosen. */
export function subjectOf({ subject }: ListScope): string {
  if (subject === null) throw new AppError('input.invalid', { message: '対象を選んでから取り出してください。' });
  return subject;
}

/** The values of a row by the types that operations take. A wrong type is a mistake of the declaration. */
export class ValueReader {
  readonly #values: ListValues;

  constructor(values: ListValues) {
    this.#values = values;
  }

  text(key: string): string {
    const value = this.#at(key);
    return typeof value === 'string' ? value : '';
  }

  textOrNull(key: string): string | null {
    return this.text(key) === '' ? null : this.text(key);
  }

  texts(key: string): string[] {
    const value = this.#at(key);
    return typeof value === 'object' && value !== null ? [...value] : [];
  }

  numberOrNull(key: string): number | null {
    const value = this.#at(key);
    return typeof value === 'number' ? value : null;
  }

  number(key: string): number {
    return this.numberOrNull(key) ?? 0;
  }

  flag(key: string): boolean {
    return this.#at(key) === true;
  }

  /** One of the keys of a table of labels. @throws AppError `input.invalid` for an empty or unknown one */
  one<K extends string>(key: string, labels: Readonly<Record<K, string>>): K {
    const value = this.#at(key);
    const found = (Object.keys(labels) as K[]).find((name) => name === value);
    if (found !== undefined) return found;
    throw new AppError('input.invalid', { fields: [{ path: key, message: '選択肢の中から選んでください。' }] });
  }

  #at(key: string): ListValue {
    if (!Object.hasOwn(this.#values, key)) throw new AppError('internal.failure', { internal: `list column ${key}` });
    return this.#values[key] ?? null;
  }
}
