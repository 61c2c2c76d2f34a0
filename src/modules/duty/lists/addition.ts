/** One register whose rows come in: its columns and the operations behind them. */
import type { Client } from '../../../kernel/contract.ts';
import { type ColumnOf, editableList, engagementOf, type ValueReader } from '../../../kernel/list.ts';
import { peopleContract } from '../../people/contract.ts';
import type { Context, ListProvider, ListWays } from '../../../kernel/module.ts';
import { dutyContract, type Registers } from '../contract.ts';
import { COMMON, membersOf, recordsOf } from './registers.ts';

export const KEPT = '登録した内容は変えられません。手続きは、画面から進めてください。';

interface Choice {
  readonly value: string;
  readonly label: string;
}
type DutyClient = Client<typeof dutyContract>;
type Entry<K extends keyof Registers> = Registers[K][number];

interface Addition<R> {
  readonly edit: ListWays;
  readonly help: string;
  /** Why a row can no longer be changed; without it no row can. */
  readonly locked?: (record: R) => string | null;
  /** @param people members of the team; @param departments those of the city today */
  readonly columns: (people: readonly Choice[], departments: readonly Choice[]) => readonly ColumnOf<R>[];
  readonly add: (client: DutyClient, engagementId: string, values: ValueReader) => Promise<unknown>;
  readonly change?: (client: DutyClient, engagementId: string, record: R, values: ValueReader) => Promise<unknown>;
}

export function addition<K extends keyof Registers>(kind: K, title: string, given: Addition<Entry<K>>): ListProvider {
  const { edit, help, locked, columns, add, change } = given;
  return editableList<Entry<K>>({
    ...COMMON,
    id: kind,
    title,
    edit,
    help,
    records: recordsOf(kind) as Parameters<typeof editableList<Entry<K>>>[0]['records'],
    key: ({ id }) => id,
    locked: locked ?? (() => KEPT),
    columns: async (context, scope) => columns(await membersOf(context, scope), await departmentsOf(context)),
    add: (context, scope, values) => add(context.client(dutyContract), engagementOf(scope), values),
    ...(change === undefined
      ? {}
      : {
          change: (context, scope, record, values) =>
            change(context.client(dutyContract), engagementOf(scope), record, values),
        }),
  });
}

async function departmentsOf(context: Context): Promise<Choice[]> {
  const { departments } = await context.client(peopleContract).listDepartments({});
  return departments.map(({ id, name }) => ({ value: id, label: name }));
}

/** The day on which something happened, where the row says so. */
export function on(values: ValueReader): { readonly occurredOn?: string } {
  const occurredOn = values.textOrNull('occurredOn');
  return occurredOn === null ? {} : { occurredOn };
}
