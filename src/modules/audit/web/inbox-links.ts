/** Where each kind of the city's tasks is carried out. */
import type { OutputOf } from '../../../kernel/contract.ts';
import type { auditContract } from '../contract.ts';
import { auditHref, departmentHref } from './audit-client.ts';

export type InboxEntry = OutputOf<typeof auditContract, 'listInbox'>['entries'][number];

const TAB = {
  notice: 'notice',
  request: 'requests',
  resend: 'requests',
  hearing: 'hearings',
  timetable: 'visits',
  proposal: 'checks',
  contract: 'contracts',
  result: 'notice',
} as const;

export function inboxHref(engagementId: string, { kind, auditId, subject }: InboxEntry): string {
  if (kind === 'policy') return `${auditHref(engagementId)}/policy`;
  if (kind === 'waiver') return `${auditHref(engagementId)}/contracts/${subject}`;
  if (kind === 'confirm' || kind === 'show' || kind === 'view') return `${auditHref(engagementId)}/findings/${subject}`;
  return departmentHref(engagementId, auditId ?? '', TAB[kind]);
}
