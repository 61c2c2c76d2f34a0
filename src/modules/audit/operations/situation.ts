/** Counts and the next step of the departments' audits, from their records. */
import type { Tx } from '../../../kernel/database.ts';
import type { Context } from '../../../kernel/module.ts';
import type { AuditCounts, NextStep } from '../contract/programme.ts';
import { nextStepOf } from '../rules/next-step.ts';
import { tallyChecks } from '../store/check-tally.ts';
import {
  type AuditRecord,
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

type Parts = Awaited<ReturnType<typeof readParts>>;

/** Where each of the audits of one engagement stands; every kind of record is read once for all of them. */
export async function standingsOf(
  context: Context,
  audits: readonly AuditRecord[],
): Promise<(audit: AuditRecord) => Standing> {
  const parts = await readParts(context.tx, audits);
  return (audit) => standingOf(context, audit, parts);
}

async function readParts(tx: Tx, audits: readonly AuditRecord[]) {
  const of = { auditId: audits.map(({ id }) => id) };
  const [first] = audits;
  const [tallies, ofRequests, ofHearings, ofVisits, ofContracts, ofFindings, ofNotices, allPolicies] =
    await Promise.all([
      tallyChecks(tx, of.auditId),
      requests.list(tx, of),
      hearings.list(tx, of),
      visits.list(tx, of),
      contracts.list(tx, of),
      findings.list(tx, of),
      resultNotices.list(tx, of),
      first === undefined ? [] : policies.list(tx, { engagementId: first.engagementId }),
    ]);
  return {
    checks: tallies,
    requests: byAudit(ofRequests),
    hearings: byAudit(ofHearings),
    visits: byAudit(ofVisits),
    contracts: byAudit(ofContracts),
    findings: byAudit(ofFindings),
    notices: byAudit(ofNotices),
    policies: allPolicies,
  };
}

const byAudit = <R extends { readonly auditId: string }>(records: readonly R[]): ReadonlyMap<string, readonly R[]> =>
  Map.groupBy(records, ({ auditId }) => auditId);

/** For the city, judgements and findings that were not issued are not counted: they are working papers. */
function standingOf(context: Context, audit: AuditRecord, parts: Parts): Standing {
  const requestRows = parts.requests.get(audit.id) ?? [];
  const hearingRows = parts.hearings.get(audit.id) ?? [];
  const contractRows = parts.contracts.get(audit.id) ?? [];
  const findingRows = parts.findings.get(audit.id) ?? [];
  const noticeRows = parts.notices.get(audit.id) ?? [];
  const own = isContractor(context.caller);
  const live = findingRows.filter(({ state }) => state !== 'withdrawn');
  const known = live.filter(({ content }) => own || content.issued !== null);
  const inState = (...states: string[]) => live.filter(({ state }) => states.includes(state)).length;
  const counts: AuditCounts = {
    ...(parts.checks.get(audit.id) ?? { checks: 0, judged: 0 }),
    requestsWaiting: requestRows
      .filter(({ state }) => state === 'sent')
      .flatMap(({ content }) => content.items)
      .filter(({ state }) => state === 'waiting').length,
    hearingsOpen: hearingRows.filter(({ state }) => !['closed', 'minutes-submitted'].includes(state)).length,
    visits: parts.visits.get(audit.id)?.length ?? 0,
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
      focusTheme: audit.content.programme.kind === 'focus-theme',
      policyAgreed: parts.policies.some(({ state }) => state === 'agreed'),
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
