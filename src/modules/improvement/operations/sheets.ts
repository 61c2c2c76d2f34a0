/** The sheets: made from findings that the department has been shown. */
import { fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { changedOf } from '../../../kernel/record-store.ts';
import { type AuditView, auditContract, type FindingView } from '../../audit/contract.ts';
import { engagementOf } from '../../engagement/contract.ts';
import type { PlanContent, PlanFields } from '../contract/plans.ts';
import { SHEET_USES } from '../labels.ts';
import { planRecords, type PlanRecord } from '../store/stores.ts';
import { departmentsById, facts, fullName, type H, planFact } from './shared.ts';

export const EMPTY_FIELDS: PlanFields = {
  cause: '',
  measure: '',
  shortTerm: '',
  longTerm: '',
  responsible: '',
  due: null,
  budget: '',
};

/** What nothing has happened to yet. */
export const FRESH = {
  submittedOn: null,
  approvedOn: null,
  reportedOn: null,
  confirmedOn: null,
  closedOn: null,
  round: 0,
  advice: [],
  decisions: [],
  progress: [],
  confirmations: [],
  effectOn: null,
  effects: [],
  closing: '',
  reopenings: [],
  cancellation: null,
  carriedFrom: null,
  carriedTo: null,
} satisfies Partial<PlanContent>;

interface Source {
  readonly finding: FindingView;
  readonly audit: AuditView;
}

/** Findings that want a remedy and that the department knows, with no sheet yet. */
async function plannable(context: Context, engagementId: string): Promise<Source[]> {
  await engagementOf(context, engagementId);
  const client = context.client(auditContract);
  const { findings } = await client.listFindings({ engagementId });
  const { audits } = await client.getProgramme({ engagementId });
  const taken = new Set(
    (await planRecords.list(context.tx, { engagementId }))
      .filter(({ state }) => state !== 'cancelled')
      .map(({ content }) => content.finding.findingId),
  );
  return findings.flatMap((finding) => {
    const audit = audits.find(({ id }) => id === finding.auditId);
    return audit === undefined || taken.has(finding.id) || !isKnown(finding) || !wantsRemedy(finding)
      ? []
      : [{ finding, audit }];
  });
}

const isKnown = ({ state }: FindingView): boolean => state === 'shown' || state === 'agreed';

const wantsRemedy = ({ grade, levels }: FindingView): boolean =>
  levels.find(({ label }) => label === grade)?.needsRemedy ?? true;

export const listPlannable: H<'listPlannable'> = async (context, { engagementId }) => {
  const departmentOf = await departmentsById(context);
  return {
    findings: (await plannable(context, engagementId)).map(({ finding, audit }) => ({
      findingId: finding.id,
      number: finding.position,
      title: finding.title,
      grade: finding.grade ?? '',
      programme: audit.programme.title,
      targetName: audit.departmentName,
      departments: audit.target.departmentIds.map((id) => ({ id, name: fullName(departmentOf(id)) })),
      times: timesOf(finding),
    })),
  };
};

export const issueSheets: H<'issueSheets'> = async (context, { engagementId, findings, replyBy }) => {
  if (replyBy < context.today) throw fieldError('replyBy', '今日より前の日は期限にできません。');
  const sources = await plannable(context, engagementId);
  const plans: PlanRecord[] = [];
  for (const [index, { findingId, departmentId }] of findings.entries()) {
    const source = sources.find(({ finding }) => finding.id === findingId);
    if (source === undefined)
      throw refuse(
        'シートを作れない発見事項が含まれています。シートを作れるのは、所属に示した、改善を要する、シートのない発見事項です。一覧を開き直してください。',
      );
    const owners = source.audit.target.departmentIds;
    if (departmentId !== undefined && !owners.includes(departmentId))
      throw fieldError(`findings.${index}.departmentId`, '監査の対象となった所属の中から選んでください。');
    plans.push(await issue(context, source, departmentId ?? source.audit.departmentId, replyBy));
  }
  return { plans: plans.map(changedOf) };
};

async function issue(
  context: Context,
  { finding, audit }: Source,
  departmentId: string,
  replyBy: string,
): Promise<PlanRecord> {
  const plan = await planRecords.insert(context, {
    engagementId: audit.engagementId,
    departmentId,
    findingId: finding.id,
    state: 'issued',
    content: {
      ...FRESH,
      finding: {
        findingId: finding.id,
        number: finding.position,
        title: finding.title,
        fact: finding.fact,
        risk: finding.risk,
        recommendation: finding.recommendation,
        grade: finding.grade ?? '',
        basis: finding.basis.map(({ citation }) => citation),
        times: timesOf(finding),
      },
      audit: {
        auditId: audit.id,
        targetId: audit.targetId ?? audit.id,
        targetName: audit.departmentName,
        type: audit.programme.factType,
        programme: audit.programme.title,
      },
      fields: EMPTY_FIELDS,
      issuedOn: context.today,
      replyBy,
    },
  });
  facts.record(context, 'improvement-sheet.issued', {
    engagementId: plan.engagementId,
    subject: finding.id,
    data: { ...planFact(plan), uses: [...SHEET_USES] },
  });
  return plan;
}

const timesOf = ({ earlier }: FindingView): number => (earlier?.times ?? 0) + 1;
