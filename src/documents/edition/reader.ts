import type { EditionKind } from '../model/marks.ts';
import type { Edition } from './model.ts';

/** What somebody asks for: an edition, and of a department's the department. */
export interface WantedEdition {
  readonly edition: EditionKind;
  readonly departmentId: string | null;
}

/** What a kind of document can be made in, besides the detailed edition. */
export interface Editions {
  readonly editions: readonly EditionKind[];
  readonly departments: readonly { readonly id: string; readonly title: string }[];
}

/** Whom the document is made for, or null when it has no such edition. */
export function readerOf({ edition, departmentId }: WantedEdition, has: Editions): Edition | null {
  if (edition === 'department') {
    const department = has.departments.find(({ id }) => id === departmentId);
    return department === undefined ? null : { kind: 'department', department: department.id, name: department.title };
  }
  if (departmentId !== null) return null;
  return edition === 'detailed' || has.editions.includes(edition) ? { kind: edition } : null;
}
