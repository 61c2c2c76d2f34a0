import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { dutyContract } from '../contract.ts';

export const duty = clientFor<typeof dutyContract>('duty');

export type Duties = OutputOf<typeof dutyContract, 'getDuties'>;
export type Registers = Duties['registers'];
export type DutyMember = Duties['members'][number];

export const nameOf = (data: Duties, memberId: string): string =>
  data.members.find(({ id }) => id === memberId)?.name ?? '';

export const activeMembers = (data: Duties): readonly DutyMember[] => data.members.filter(({ active }) => active);

export const memberOptions = (members: readonly DutyMember[]) =>
  members.map(({ id, name }) => ({ value: id, label: name }));

export const choices = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

export const optionsOf = <K extends string>(table: Readonly<Record<K, string>>) =>
  Object.entries<string>(table).map(([value, label]) => ({ value, label }));

/** What was typed one per line, without empty lines. */
export const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
