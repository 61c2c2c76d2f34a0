/** Collects what waits for the city over all departments, in the order of the audit's course. */
import type { Context } from '../../../kernel/module.ts';
import { engagementOf } from '../../engagement/contract.ts';
import { departmentNames } from '../../people/contract.ts';
import { INBOX_KINDS, type InboxEntry } from '../contract/inbox.ts';
import {
  type AuditRecord,
  audits,
  contractItems,
  contracts,
  findings,
  hearings,
  policies,
  proposals,
  requests,
  resultNotices,
  visits,
} from '../store/stores.ts';
import type { H } from './handler.ts';
import { targetName } from './shared.ts';

export const listInbox: H<'listInbox'> = async (context, { engagementId }) => {
  await engagementOf(context, engagementId);
  const names = await departmentNames(context);
  const entries: InboxEntry[] = [];
  const all = await policies.list(context.tx, { engagementId });
  for (const { id, position, state, content } of all) {
    if (state !== 'proposed' || content.cityConfirmedOn !== null) continue;
    entries.push({
      ...{ kind: 'policy', auditId: null, departmentName: null, subject: id, since: content.proposedOn },
      title: `第${position}版`,
    });
  }
  const agreed = all.some(({ state }) => state === 'agreed');
  for (const audit of await audits.list(context.tx, { engagementId }))
    entries.push(...(await entriesOf(context, audit, targetName(audit, names), agreed)));
  const order = (entry: InboxEntry): number => INBOX_KINDS.indexOf(entry.kind);
  return { entries: entries.sort((a, b) => order(a) - order(b)) };
};

async function entriesOf(context: Context, audit: AuditRecord, departmentName: string, agreed: boolean) {
  const entries: InboxEntry[] = [];
  const of = { auditId: audit.id };
  const add = (kind: InboxEntry['kind'], subject: string, title: string, since: string | null = null): void => {
    entries.push({ kind, auditId: audit.id, departmentName, subject, title, since });
  };
  // The notice of a planned target goes with its preparation.
  if (audit.state === 'preparing' && agreed && audit.targetId === null) add('notice', audit.id, '');
  if (audit.state === 'in-progress' || audit.state === 'preparing') await addFieldwork(context, audit, add);
  for (const { id, position, state, content } of await findings.list(context.tx, of)) {
    const title = `${position}　${content.issued?.title ?? ''}`;
    if (state === 'issued') add('confirm', id, title, content.issuedOn);
    if (state === 'confirmed') add('show', id, title, content.confirmedOn);
    if (state === 'shown' && content.sectionDraft !== null) add('view', id, title, content.sectionDraft.on);
  }
  for (const { id, state, content } of await resultNotices.list(context.tx, of))
    if (state === 'issued') add('result', id, '', content.issuedOn);
  return entries;
}

async function addFieldwork(
  context: Context,
  audit: AuditRecord,
  add: (kind: InboxEntry['kind'], subject: string, title: string, since?: string | null) => void,
): Promise<void> {
  const of = { auditId: audit.id };
  // Nothing reaches the department before it has been told of the audit.
  const notified = audit.state === 'in-progress';
  for (const { id, state, content } of await requests.list(context.tx, of)) {
    if (notified && state === 'prepared') add('request', id, content.title);
    else if (content.items.some((item) => item.state === 'insufficient')) add('resend', id, content.title);
  }
  for (const { id, state, content } of await hearings.list(context.tx, of))
    if (notified && state === 'draft') add('hearing', id, content.topic);
  for (const { id, state, content } of await visits.list(context.tx, of))
    if (state === 'submitted') add('timetable', id, content.place, content.submittedOn);
  for (const { id, state, content } of await proposals.list(context.tx, of))
    if (state === 'proposed') add('proposal', id, content.title);
  // Contracts are checked under the focus theme.
  if (audit.targetId !== null) return;
  const designated = await contracts.list(context.tx, of);
  if (designated.length === 0 && audit.content.contractNotApplicable === null) add('contract', audit.id, '');
  for (const contract of designated.filter(({ state }) => state === 'designated')) {
    const items = await contractItems.list(context.tx, { parentId: contract.id });
    const open = items.filter(
      ({ content }) => content.judgement === 'absent' && content.waiver === null && content.advice === null,
    );
    if (open.length > 0) add('waiver', contract.id, `${contract.content.title}（${open.length}項目）`);
  }
}
