/** Counts and the next step of a department's audit, from its records. */
import type { Context } from '../../../kernel/module.ts';
import type { AuditCounts, NextStep } from '../contract/programme.ts';
import { nextStepOf } from '../rules/next-step.ts';
import {
  type AuditRecord,
  checks,
  contracts,
  findings,
  hearings,
  policies,
  requests,
  resultNotices,
  visits,
} from '../store/stores.ts';
import { isContractor } from './shared.ts';

export interface Standing {
  readonly counts: AuditCounts;
  readonly next: NextStep;
}

/** For the city, judgements and findings that were not issued are not counted: they are working papers. */
export async function standingOf(context: Context, audit: AuditRecord): Promise<Standing> {
  const { tx } = context;
  const of = { auditId: audit.id };
  const [checkRows, requestRows, hearingRows, visitRows, contractRows, findingRows, noticeRows, policyRows] = [
    await checks.list(tx, of),
    await requests.list(tx, of),
    await hearings.list(tx, of),
    await visits.list(tx, of),
    await contracts.list(tx, of),
    await findings.list(tx, of),
    await resultNotices.list(tx, of),
    await policies.list(tx, { engagementId: audit.engagementId }),
  ];
  const own = isContractor(context.caller);
  const inScope = checkRows.filter(({ state }) => state === 'in-scope');
  const live = findingRows.filter(({ state }) => state !== 'withdrawn');
  const known = live.filter(({ content }) => own || content.issued !== null);
  const inState = (...states: string[]) => live.filter(({ state }) => states.includes(state)).length;
  const counts: AuditCounts = {
    checks: inScope.length,
    judged: inScope.filter(({ content }) => content.judgement !== 'unconfirmed').length,
    requestsWaiting: requestRows
      .filter(({ state }) => state === 'sent')
      .flatMap(({ content }) => content.items)
      .filter(({ state }) => state === 'waiting').length,
    hearingsOpen: hearingRows.filter(({ state }) => !['closed', 'minutes-submitted'].includes(state)).length,
    visits: visitRows.length,
    contracts: contractRows.length,
    contractsOpen: contractRows.filter(({ state }) => state === 'designated').length,
    findings: known.length,
    findingsOpen: known.filter(({ state }) => state !== 'agreed').length,
  };
  const notice = noticeRows.findLast(({ state }) => state !== 'superseded')?.state ?? 'none';
  return {
    counts,
    next: nextStepOf({
      state: audit.state,
      policyAgreed: policyRows.some(({ state }) => state === 'agreed'),
      methodChosen: audit.content.method !== null,
      counts,
      visitWanted: audit.content.method?.visit ?? false,
      contractQuestionOpen: contractRows.length === 0 && audit.content.contractNotApplicable === null,
      findingsToIssue: inState('draft', 'reviewed', 'reopened'),
      findingsToConfirm: inState('issued'),
      findingsToShow: inState('confirmed'),
      findingsWithDepartment: inState('shown'),
      notice: notice === 'superseded' ? 'none' : notice,
    }),
  };
}
