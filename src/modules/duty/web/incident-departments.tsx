import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import * as ui from '../../../web/ui/index.ts';
import type { peopleContract } from '../../people/contract.ts';
import { text } from './incidents.messages.ja.ts';

const people = clientFor<typeof peopleContract>('people');
export type Department = OutputOf<typeof peopleContract, 'listDepartments'>['departments'][number];

/** Departments of the city today; none until they are there. */
export function useDepartments(): readonly Department[] {
  const load = ui.useLoad(() => people.listDepartments({}), []);
  return load.state === 'ready' ? load.data.departments : [];
}

/** Departments to tick, bureau by bureau. */
export function DepartmentFields({
  departments,
  chosen,
}: {
  departments: readonly Department[];
  chosen: readonly string[];
}) {
  return (
    <>
      <p>{text.departmentsHelp}</p>
      {groupsOf(departments).map(({ name, label, sections }) => (
        <ui.CheckboxGroup
          key={name}
          name={name}
          label={label}
          options={sections.map((one) => ({ value: one.id, label: one.name }))}
          defaultValues={chosen}
        />
      ))}
    </>
  );
}

/** The departments that were ticked. */
export const tickedIn = (form: ui.FormReader, departments: readonly Department[]): string[] =>
  groupsOf(departments).flatMap(({ name }) => form.all(name));

function groupsOf(departments: readonly Department[]) {
  const bureaus = new Map(departments.map(({ id, name }) => [id, name]));
  const parents = new Set(departments.map(({ bureauId }) => bureauId));
  const sections = departments.filter(({ id }) => !parents.has(id));
  return [...Map.groupBy(sections, ({ bureauId }) => bureauId)].map(([bureauId, own], index) => ({
    name: `departments.${index}`,
    label: bureauId === null ? text.departments : text.bureau(bureaus.get(bureauId) ?? ''),
    sections: own,
  }));
}
