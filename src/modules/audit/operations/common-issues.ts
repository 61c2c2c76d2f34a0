/** Consistency of grades over all targets, city-wide issues, and recurrence of findings over the years. */
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract, engagementOf } from '../../engagement/contract.ts';
import { cityWideGroups, type ComparedFinding, inconsistentGroups } from '../rules/clustering.ts';
import { similarity } from '../../../core/text/index.ts';
import { findingMachine } from '../rules/machines.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import {
  type AuditRecord,
  audits,
  checks,
  type CommonIssueRecord,
  commonIssues,
  type FindingRecord,
  findings,
} from '../store/stores.ts';
import { checkFindingsOpen, historyWith, takeFinding, textOf } from './findings.ts';
import type { H } from './handler.ts';
import { advance, facts, isContractor } from './shared.ts';

/** Live findings of one contract year, with what they are compared by. */
async function comparedFindings(context: Context, engagementId: string) {
  const { tx } = context;
  const auditsById = new Map((await audits.list(tx, { engagementId })).map((audit) => [audit.id, audit]));
  const live = (await findings.list(tx, { engagementId })).filter(
    ({ state, content }) => state !== 'withdrawn' && (isContractor(context.caller) || content.issued !== null),
  );
  const compared: ComparedFinding[] = [];
  for (const finding of live) {
    const audit = auditsById.get(finding.auditId);
    if (audit !== undefined) compared.push(await comparedOf(context, finding, audit));
  }
  return { compared, live, auditsById };
}

async function comparedOf(context: Context, finding: FindingRecord, audit: AuditRecord): Promise<ComparedFinding> {
  const { origin } = finding.content;
  const text = isContractor(context.caller) ? finding.content : (finding.content.issued ?? finding.content);
  return {
    id: finding.id,
    auditId: audit.id,
    departmentIds: audit.content.target.departmentIds,
    item: origin.kind === 'check' && origin.id !== null ? (await checks.get(context.tx, origin.id)).content.key : null,
    title: text.title,
    fact: text.fact,
    grade: text.grade,
  };
}

export const checkConsistency: H<'checkConsistency'> = async (context, { engagementId }) => {
  await engagementOf(context, engagementId);
  const { compared } = await comparedFindings(context, engagementId);
  return {
    groups: inconsistentGroups(compared).map((group) => ({ ...group, ...copied(group), grades: [...group.grades] })),
  };
};

const copied = ({ findingIds }: { readonly findingIds: readonly string[] }) => ({ findingIds: [...findingIds] });

function viewOf({ id, version, position, createdAt, engagementId, state, content }: CommonIssueRecord) {
  return { ...content, id, version, position, createdAt, engagementId, state };
}

export const listCommonIssues: H<'listCommonIssues'> = async (context, { engagementId }) => {
  await engagementOf(context, engagementId);
  const issues = await commonIssues.list(context.tx, { engagementId });
  const taken = new Set(issues.flatMap(({ content }) => content.findingIds));
  const { compared } = await comparedFindings(context, engagementId);
  const open = compared.filter(({ id }) => !taken.has(id));
  return {
    issues: issues.map(viewOf),
    candidates: cityWideGroups(open).map((group) => ({ ...group, ...copied(group) })),
  };
};

export const raiseCommonIssue: H<'raiseCommonIssue'> = async (context, input) => {
  await engagementOf(context, input.engagementId);
  const { live, auditsById } = await comparedFindings(context, input.engagementId);
  const chosen = [...new Set(input.findingIds)].map((findingId) => live.find(({ id }) => id === findingId));
  const concerned = chosen.map((finding) => {
    const audit = finding === undefined ? undefined : auditsById.get(finding.auditId);
    if (audit === undefined) throw fieldError('findingIds', 'この年度の、取り下げていない発見事項から選んでください。');
    return audit;
  });
  const departments = [...new Set(concerned.flatMap(({ content }) => content.target.departmentIds))];
  if (departments.length < 2)
    throw refuse('全庁的な課題は、二つ以上の所属の発見事項から取り上げます。ほかの所属の発見事項も選んでください。');
  const factType = concerned[0]?.content.programme.factType ?? '';
  const issue = await commonIssues.insert(context, {
    engagementId: input.engagementId,
    state: 'raised',
    position: nextPosition(await commonIssues.list(context.tx, { engagementId: input.engagementId })),
    content: {
      title: input.title,
      text: input.text,
      findingIds: [...new Set(input.findingIds)],
      departmentIds: departments,
      factType,
      raisedBy: context.caller.accountId,
      raisedOn: context.today,
      templates: [],
    },
  });
  facts.record(context, 'common-issue.raised', {
    engagementId: input.engagementId,
    subject: issue.id,
    data: { type: factType, departments },
  });
  return changedOf(issue);
};

export const provideTemplate: H<'provideTemplate'> = async (context, { issueId, version, document, note }) => {
  const issue = await commonIssues.take(context.tx, issueId);
  checkRecordVersion(issue, version, viewOf(issue));
  const given = { document, note, on: context.today, by: context.caller.accountId };
  const saved = await commonIssues.save(context.tx, issue, {
    state: 'supported',
    content: { templates: [...issue.content.templates, given] },
  });
  facts.record(context, 'template.provided', {
    engagementId: issue.engagementId,
    subject: issue.id,
    data: { issue: issue.id, document },
  });
  return changedOf(saved);
};

/** Findings of earlier contract years at the same departments that were not withdrawn. */
async function earlierOf(context: Context, finding: FindingRecord, audit: AuditRecord) {
  const { engagements } = await context.client(engagementContract).listEngagements({});
  const year = engagements.find(({ id }) => id === finding.engagementId)?.fiscalYear ?? 0;
  const found = [];
  for (const { id: engagementId, fiscalYear } of engagements) {
    if (fiscalYear >= year) continue;
    const related = (await audits.list(context.tx, { engagementId })).filter(({ content }) =>
      content.target.departmentIds.some((id) => audit.content.target.departmentIds.includes(id)),
    );
    for (const earlier of await findings.list(context.tx, { auditId: related.map(({ id }) => id) }))
      if (earlier.state !== 'withdrawn') found.push({ earlier, fiscalYear });
  }
  return found;
}

const timesOf = ({ content }: FindingRecord): number => (content.earlier?.times ?? 0) + 1;

export const listEarlierFindings: H<'listEarlierFindings'> = async (context, { findingId }) => {
  const { finding, audit } = await takeFinding(context, findingId, null);
  const own = `${finding.content.title}${finding.content.fact}`;
  const rows = (await earlierOf(context, finding, audit)).map(({ earlier, fiscalYear }) => ({
    id: earlier.id,
    fiscalYear,
    title: earlier.content.title,
    grade: earlier.content.grade,
    state: earlier.state,
    recommendation: earlier.content.recommendation,
    likeness: Math.round(100 * similarity(own, `${earlier.content.title}${earlier.content.fact}`)),
    times: timesOf(earlier),
  }));
  return { findings: rows.sort((a, b) => b.likeness - a.likeness || b.fiscalYear - a.fiscalYear) };
};

export const linkEarlierFinding: H<'linkEarlierFinding'> = async (context, { findingId, version, earlier }) => {
  const { finding, audit } = await takeFinding(context, findingId, version);
  checkFindingsOpen(audit);
  const state = advance(findingMachine, finding.state, 'save');
  const linked = earlier === null ? null : await linkOf(context, finding, audit, earlier);
  const saved = await findings.save(context.tx, finding, {
    state,
    content: {
      earlier: linked,
      review: null,
      history: historyWith(context, finding, '前の年度との対応', textOf(finding.content)),
    },
  });
  return { ...changedOf(saved), times: timesOf(saved) };
};

type Earlier = NonNullable<Parameters<H<'linkEarlierFinding'>>[1]['earlier']>;

async function linkOf(context: Context, finding: FindingRecord, audit: AuditRecord, earlier: Earlier) {
  if (earlier.kind === 'report') {
    const { fiscalYear, title, times } = earlier;
    return { findingId: null, fiscalYear, title, times };
  }
  const found = (await earlierOf(context, finding, audit)).find(({ earlier: { id } }) => id === earlier.id);
  if (found === undefined) throw new AppError('record.missing', { internal: 'no earlier finding of the department' });
  const { id, content } = found.earlier;
  return { findingId: id, fiscalYear: found.fiscalYear, title: content.title, times: timesOf(found.earlier) };
}
