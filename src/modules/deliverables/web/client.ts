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
export type MadePackageView = PackageView['packages'][number];

/** Address of the page of one deliverable. */
export function deliverableHref(engagementId: string, owed: Pick<Owed, 'type' | 'subject'>): string {
  const subject = owed.subject === null ? '' : `?subject=${encodeURIComponent(owed.subject)}`;
  return `/engagements/${engagementId}/deliverables/${encodeURIComponent(owed.type)}${subject}`;
}

/** Name of a deliverable with what it is about: 監査結果通知案（市民課）. */
export function titleOf(owed: Pick<Owed, 'name' | 'subjectName'>): string {
  return owed.subjectName === null ? owed.name : `${owed.name}（${owed.subjectName}）`;
}
