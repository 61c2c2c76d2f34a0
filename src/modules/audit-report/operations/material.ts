/** Collects what a report is made from: the plan's targets, their audits, findings, common issues, the pre-survey. */
import type { Programme } from '../../../core/programme/index.ts';
import type { OutputOf } from '../../../kernel/contract.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { Context } from '../../../kernel/module.ts';
import { auditContract } from '../../audit/contract.ts';
import type { TargetView } from '../../audit-plan/contract.ts';
import { peopleContract } from '../../people/contract.ts';
import type { Material, ReportedFinding, ReportedTarget } from '../contract/material.ts';
import { planOf, type ProgrammeInUse } from './common.ts';

type AuditOut<K extends keyof (typeof auditContract)['operations']> = OutputOf<typeof auditContract, K>;
type Audit = AuditOut<'getProgramme'>['audits'][number];
type Check = AuditOut<'listChecks'>['checks'][number];
type Finding = AuditOut<'listFindings'>['findings'][number];

/** The records of the programme, or of one of its targets. */
export async function collect(
  context: Context,
  { id: programmeId, engagementId, programme }: ProgrammeInUse,
  targetId: string | null,
): Promise<Material> {
  const client = context.client(auditContract);
  const all = (await planOf(context).listTargets({ engagementId, programmeId })).targets;
  // A proposal that nobody decided is no part of the year.
  const own = all.filter(
    ({ id, state, decidedOn }) => (targetId === null || id === targetId) && state !== 'proposed' && decidedOn !== null,
  );
  const audits = new Map(
    (await client.getProgramme({ engagementId })).audits.flatMap((audit) =>
      audit.targetId === null ? [] : [[audit.targetId, audit] as const],
    ),
  );
  const { departments } = await context.client(peopleContract).listDepartments({});
  const names = new Map(
    departments.map(({ id, name, bureauName }) => [id, bureauName === null ? name : `${bureauName} ${name}`]),
  );
  const targets: ReportedTarget[] = [];
  const findings: ReportedFinding[] = [];
  for (const target of own) {
    const audit = audits.get(target.id);
    const checks = audit === undefined ? [] : (await client.listChecks({ auditId: audit.id })).checks;
    const sessions = audit === undefined ? [] : (await client.listSessions({ auditId: audit.id })).sessions;
    targets.push(targetOf(target, audit, checks, sessions, names));
    if (audit !== undefined && target.state !== 'withdrawn')
      findings.push(...(await findingsOf(context, audit, target.id, checks)));
  }
  const ids = new Set(findings.map(({ id }) => id));
  const { issues } = await client.listCommonIssues({ engagementId });
  return {
    levels: levelsOf(programme),
    programme: {
      title: programme.title,
      recordType: programme.recordType,
      conductedBy: programme.conductedBy,
      assurance: programme.assurance,
      purpose: programme.purpose,
      scope: programme.scope,
      techniques: programme.method.techniques,
    },
    targets,
    findings,
    issues: issues
      .filter(({ findingIds }) => findingIds.some((id) => ids.has(id)))
      .map(({ title, text, departmentIds }) => ({ title, text, departmentIds })),
    survey: await surveyOf(context, engagementId, programmeId, new Set(own.map(({ id }) => id))),
    verifications: await verificationsOf(context, engagementId, own),
  };
}

const levelsOf = ({ grading }: Programme): Material['levels'] =>
  [...grading.levels]
    .sort((a, b) => a.rank - b.rank)
    .map(({ label, rank, meaning, needsRemedy }) => ({ label, rank, meaning, needsRemedy }));

function targetOf(
  target: TargetView,
  audit: Audit | undefined,
  checks: readonly Check[],
  sessions: AuditOut<'listSessions'>['sessions'],
  names: ReadonlyMap<string, string>,
): ReportedTarget {
  const unique = (values: readonly string[]): string[] => [...new Set(values.filter((value) => value !== ''))];
  return {
    id: target.id,
    auditId: audit?.id ?? null,
    ...{ kind: target.kind, name: target.name, affair: target.affair, system: target.system },
    ...{ vendor: target.vendor, route: target.route, systems: target.systems, myNumber: target.myNumber },
    departmentIds: target.departmentIds,
    departments: target.departmentIds.map((id) => names.get(id) ?? '廃止された所属'),
    heldOn: unique(sessions.map(({ occurredOn }) => occurredOn)).sort(),
    minutes: sessions.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    places: unique(sessions.map(({ place }) => place)),
    methods: unique(sessions.flatMap(({ methods }) => methods)),
    interviewees: unique(sessions.flatMap(({ interviewees }) => interviewees)),
    withdrawal: target.state === 'withdrawn' ? { reason: target.withdrawal, on: target.withdrawnOn } : null,
    papersConfirmedOn: audit?.papers?.confirmedOn ?? null,
    openRemarks: audit?.papers?.remarks.filter(({ resolution }) => resolution === null).length ?? 0,
    items: checks
      .filter(({ state }) => state === 'in-scope')
      .map(({ number, section, title, judgement, fact }) => ({ number, section, title, judgement, fact })),
  };
}

async function findingsOf(
  context: Context,
  audit: Audit,
  targetId: string,
  checks: readonly Check[],
): Promise<ReportedFinding[]> {
  const { engagementId } = audit;
  const { findings } = await context.client(auditContract).listFindings({ engagementId, auditId: audit.id });
  const sections = new Map(checks.map(({ id, section }) => [id, section]));
  return findings
    .filter(({ state }) => state !== 'withdrawn')
    .map((finding, index) => reported(finding, targetId, index + 1, sections));
}

const CONFIRMED: readonly Finding['state'][] = ['confirmed', 'shown', 'agreed'];
const VIEWS = { agreed: '相違なし', objected: '異議あり' } as const;
const EASE = { easy: '容易', moderate: '普通', hard: '困難' } as const;

function reported(
  finding: Finding,
  targetId: string,
  number: number,
  sections: ReadonlyMap<string, string>,
): ReportedFinding {
  const view = finding.views.at(-1);
  return {
    ...{ id: finding.id, targetId, number },
    area: finding.origin.kind === 'check' ? (sections.get(finding.origin.id ?? '') ?? '') : '',
    ...{ grade: finding.grade, title: finding.title, fact: finding.fact, cause: finding.cause },
    basis: finding.basis.map(({ citation }) => citation),
    ...{ risk: finding.risk, recommendation: finding.recommendation },
    alternatives: finding.alternatives.map(
      ({ remedy, ease, cost }) =>
        remedy + [ease === null ? '' : `（容易さ：${EASE[ease]}）`, cost === '' ? '' : `（費用：${cost}）`].join(''),
    ),
    ...{ importance: finding.importance, ease: finding.ease, cost: finding.cost, constraints: finding.constraints },
    view: view === undefined ? '' : `${VIEWS[view.view]}${view.sectionText === '' ? '' : `（${view.sectionText}）`}`,
    confirmed: CONFIRMED.includes(finding.state),
    times: finding.earlier?.times ?? 0,
  };
}

async function surveyOf(
  context: Context,
  engagementId: string,
  programmeId: string,
  targets: ReadonlySet<string>,
): Promise<Material['survey']> {
  const { surveys } = await planOf(context).listSurveys({ engagementId });
  const replies = surveys
    .filter((survey) => survey.programmeId === programmeId && survey.state !== 'draft')
    .flatMap((survey) => survey.replies)
    .filter(({ targetId }) => targets.has(targetId));
  if (replies.length === 0) return null;
  return {
    sent: replies.length,
    answered: replies.filter(({ receivedOn }) => receivedOn !== null).length,
    notes: [...new Set(replies.map(({ notes }) => notes).filter((notes) => notes !== ''))],
  };
}

/** Technical verifications stand in the journal, whichever module carried them out. */
async function verificationsOf(
  context: Context,
  engagementId: string,
  targets: readonly TargetView[],
): Promise<Material['verifications']> {
  const entries = await readFacts(context.tx, { engagementId, kinds: ['verification.run'] });
  const ids = new Set(targets.map(({ id }) => id));
  return entries
    .map(({ data, subject }) => ({
      targetId: typeof data['target'] === 'string' ? data['target'] : subject,
      tool: [data['tool'], data['toolVersion']].filter((part) => typeof part === 'string').join(' '),
      vulnerabilities: typeof data['vulnerabilities'] === 'number' ? data['vulnerabilities'] : 0,
      occurredOn: typeof data['occurredOn'] === 'string' ? data['occurredOn'] : '',
    }))
    .filter(({ targetId, occurredOn }) => ids.has(targetId) && occurredOn !== '');
}
