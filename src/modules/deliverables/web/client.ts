import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { deliverablesContract } from '../contract.ts';
import { messages } from './messages.ja.ts';

export const deliverables = clientFor<typeof deliverablesContract>('deliverables');

type Contract = typeof deliverablesContract;
export type Owed = OutputOf<Contract, 'listDeliverables'>['deliverables'][number];
export type Version = Owed['versions'][number];
export type VersionFile = Version['files'][number];
export type AfterCareItem = OutputOf<Contract, 'listAfterCare'>['items'][number];
export type PackageView = OutputOf<Contract, 'getPackage'>;
export type DeliveryRecord = OutputOf<Contract, 'listDeliveries'>['deliveries'][number];
export type RestRecord = OutputOf<Contract, 'listRest'>['materials'][number];
export type MadePackageView = PackageView['packages'][number];

/** Whom a document is made for. */
export type Edition = Version['edition'];
export type Preview = OutputOf<Contract, 'preview'>;

export type Removal = OutputOf<Contract, 'listRemoved'>['removed'][number];
export type OwnVersion = OutputOf<Contract, 'listOwn'>['versions'][number];

/** Whom a document is made for, with the department where it is made for one. */
export interface Reader {
  readonly edition: Edition;
  readonly departmentId: string | null;
}

/** What names one document: its type, what it is about, its reader. */
export interface Named extends Partial<Reader> {
  readonly type: string;
  readonly subject: string | null;
}

/** Address of the page of one deliverable, in one edition. */
export const deliverableHref = (engagementId: string, named: Named): string => hrefOf(engagementId, named, '');

/** Address of the page that shows the document before it is made. */
export const previewHref = (engagementId: string, named: Named): string => hrefOf(engagementId, named, '/preview');

function hrefOf(
  engagementId: string,
  { type, subject, edition = 'detailed', departmentId = null }: Named,
  page: string,
): string {
  const query = new URLSearchParams({
    ...(subject === null ? {} : { subject }),
    ...(edition === 'detailed' ? {} : { edition }),
    ...(departmentId === null ? {} : { department: departmentId }),
  }).toString();
  return `/engagements/${engagementId}/deliverables/${encodeURIComponent(type)}${page}${query === '' ? '' : `?${query}`}`;
}

/** The reader that an address names; anything else reads the detailed edition. */
export function readerFrom(parameters: URLSearchParams): Reader {
  const edition = parameters.get('edition');
  const departmentId = parameters.get('department');
  if (edition === 'department' && departmentId !== null) return { edition, departmentId };
  return { edition: edition === 'public' || edition === 'executive' ? edition : 'detailed', departmentId: null };
}

export const sameReader = (one: Reader, other: Reader): boolean =>
  one.edition === other.edition && one.departmentId === other.departmentId;

/** The readers that a deliverable can be made for, with the name of the edition. */
export const readersOf = (owed: Pick<Owed, 'editions'>): (Reader & { readonly name: string })[] => [
  { edition: 'detailed', departmentId: null, name: messages.editions.names.detailed },
  ...owed.editions.map(({ edition, department }) => ({
    edition,
    departmentId: department?.id ?? null,
    name: department === null ? messages.editions.names[edition] : messages.editions.ofDepartment(department.name),
  })),
];

/** What a title bears in this edition: （公表用概要版）, （税務課分）. */
export function suffixOf(owed: Pick<Owed, 'editions'>, reader: Reader): string {
  const department = owed.editions.find((it) => it.department?.id === reader.departmentId)?.department ?? null;
  return department === null
    ? messages.editions.suffixes[reader.edition]
    : messages.editions.suffixOfDepartment(department.name);
}

/** A deliverable as it stands in one edition: the same conditions, with that edition's versions. */
export function inEdition(owed: Owed, reader: Reader): Owed {
  const found = owed.editions.find(({ edition, department }) =>
    sameReader(reader, { edition, departmentId: department?.id ?? null }),
  );
  return found === undefined ? owed : { ...owed, versions: found.versions };
}

/** Name of a deliverable with what it is about: 監査結果通知案（市民課）. */
export function titleOf(owed: Pick<Owed, 'name' | 'subjectName'>): string {
  return owed.subjectName === null ? owed.name : `${owed.name}（${owed.subjectName}）`;
}
