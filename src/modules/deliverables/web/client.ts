import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { deliverablesContract } from '../contract.ts';

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

/** What names one document: its type, what it is about, its reader. */
export interface Named {
  readonly type: string;
  readonly subject: string | null;
  readonly edition?: Edition;
}

/** Address of the page of one deliverable, in one edition. */
export const deliverableHref = (engagementId: string, named: Named): string => hrefOf(engagementId, named, '');

/** Address of the page that shows the document before it is made. */
export const previewHref = (engagementId: string, named: Named): string => hrefOf(engagementId, named, '/preview');

function hrefOf(engagementId: string, { type, subject, edition = 'detailed' }: Named, page: string): string {
  const query = new URLSearchParams({
    ...(subject === null ? {} : { subject }),
    ...(edition === 'detailed' ? {} : { edition }),
  }).toString();
  return `/engagements/${engagementId}/deliverables/${encodeURIComponent(type)}${page}${query === '' ? '' : `?${query}`}`;
}

/** The edition that an address names; anything else is the detailed one. */
export const editionFrom = (value: string | null): Edition =>
  value === 'public' || value === 'executive' ? value : 'detailed';

/** A deliverable as it stands in one edition: the same conditions, with that edition's versions. */
export function inEdition(owed: Owed, edition: Edition): Owed {
  const found = owed.editions.find((it) => it.edition === edition);
  return found === undefined ? owed : { ...owed, versions: found.versions };
}

/** Name of a deliverable with what it is about: 監査結果通知案（市民課）. */
export function titleOf(owed: Pick<Owed, 'name' | 'subjectName'>): string {
  return owed.subjectName === null ? owed.name : `${owed.name}（${owed.subjectName}）`;
}
