/** The people module's operations and the choices that several of its pages offer. */
import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { peopleContract } from '../contract.ts';

export const people = clientFor<typeof peopleContract>('people');

export type AccountDetail = OutputOf<typeof peopleContract, 'getOwnAccount'>;
export type Department = OutputOf<typeof peopleContract, 'listDepartments'>['departments'][number];
export type Unit = OutputOf<typeof peopleContract, 'getOrganisation'>['units'][number];
export type Firm = OutputOf<typeof peopleContract, 'listFirms'>['firms'][number];
export type Invitation = OutputOf<typeof peopleContract, 'inviteAccount'>;

const byKana = (a: Department, b: Department): number => (a.kana || a.name).localeCompare(b.kana || b.name, 'ja');

export interface Bureau {
  readonly bureau: Department | null;
  readonly sections: readonly Department[];
}

/** Bureaus with their sections, by reading; sections whose bureau is not in the list come last. */
export function treeOf(departments: readonly Department[]): readonly Bureau[] {
  const bureaus = departments.filter(({ bureauId }) => bureauId === null).toSorted(byKana);
  const known = new Set(bureaus.map(({ id }) => id));
  const sections = departments.filter(({ bureauId }) => bureauId !== null).toSorted(byKana);
  const strays = sections.filter(({ bureauId }) => bureauId !== null && !known.has(bureauId));
  return [
    ...bureaus.map((bureau) => ({ bureau, sections: sections.filter(({ bureauId }) => bureauId === bureau.id) })),
    ...(strays.length > 0 ? [{ bureau: null, sections: strays }] : []),
  ];
}

/** Departments as choices, each section under the heading of its bureau. */
export function departmentOptions(departments: readonly Department[]) {
  return treeOf(departments).flatMap(({ bureau, sections }) =>
    [...(bureau === null ? [] : [bureau]), ...sections].map(({ id, name }) => ({
      value: id,
      label: name,
      ...(bureau === null ? {} : { group: bureau.name }),
    })),
  );
}
