/** What documents are made from: the same answers that the caller would get on the pages. */
import { AppError } from '../../../kernel/error.ts';
import { mayUse } from '../../../kernel/caller.ts';
import type { Context, DocumentRequest } from '../../../kernel/module.ts';
import { engagementContract, type EngagementProfile } from '../../engagement/contract.ts';
import { peopleContract } from '../../people/contract.ts';
import { teamContract } from '../../team/contract.ts';
import { auditContract, type AuditView } from '../contract.ts';

export interface Source {
  readonly engagement: EngagementProfile;
  readonly today: string;
  readonly audits: readonly AuditView[];
  /** With those of other programmes. */
  readonly all: readonly AuditView[];
  /** How many audits of other programmes there are. */
  readonly others: number;
  readonly theme: { readonly theme: string; readonly guideline: string; readonly guidelineVersion: string } | null;
  /** Names of people and departments by id. */
  readonly nameOf: (id: string | null) => string;
  /** Names of the contractor's team; empty for readers who may not see the team. */
  memberName(id: string): string;
}

export const clientOf = (context: Context) => context.client(auditContract);

export async function readSource(context: Context, engagementId: string): Promise<Source> {
  const engagement = await context.client(engagementContract).getEngagement({ engagementId });
  const programme = await clientOf(context).getProgramme({ engagementId });
  const { theme } = programme;
  // Audits of other programmes have papers of their own.
  const audits = programme.audits.filter(({ targetId }) => targetId === null);
  const { accounts } = await context.client(peopleContract).listAccounts({});
  const members = mayUse(teamContract, 'team.read', context.caller)
    ? (await context.client(teamContract).getTeam({ engagementId })).members
    : [];
  const names = new Map([
    ...accounts.map(({ id, displayName }) => [id, displayName] as const),
    ...audits.map(({ departmentId, departmentName }) => [departmentId, departmentName] as const),
  ]);
  return {
    engagement,
    today: context.today,
    audits,
    all: programme.audits,
    others: programme.audits.length - audits.length,
    theme,
    nameOf: (id) => (id === null ? '' : (names.get(id) ?? '')),
    memberName: (id) => members.find((member) => member.id === id)?.name ?? '監査チームの担当者',
  };
}

/** The audit of the department that the document is for. */
export function auditOfDepartment(source: Source, subject: string | null): AuditView {
  const audit = source.audits.find(({ departmentId }) => departmentId === subject);
  if (audit === undefined) throw new AppError('record.missing', { internal: 'audit of department' });
  return audit;
}

/** The audit that a result notice is about: by its department under the focus theme, by its own id in other programmes. */
export const noticedAudit = ({ audits, all }: Pick<Source, 'audits' | 'all'>, subject: string | null) =>
  audits.find(({ departmentId }) => departmentId === subject) ?? all.find(({ id }) => id === subject);

export function subjectOf(request: DocumentRequest): string {
  if (request.subject === null) throw new AppError('record.missing', { internal: 'document subject' });
  return request.subject;
}

/** Finds the record of one kind over all audits, and the audit it belongs to. */
export async function findOver<R extends { readonly id: string }>(
  source: Source,
  list: (auditId: string) => Promise<readonly R[]>,
  id: string,
): Promise<{ readonly record: R; readonly audit: AuditView }> {
  for (const audit of source.all) {
    const record = (await list(audit.id)).find((candidate) => candidate.id === id);
    if (record !== undefined) return { record, audit };
  }
  throw new AppError('record.missing', { internal: 'document subject' });
}
