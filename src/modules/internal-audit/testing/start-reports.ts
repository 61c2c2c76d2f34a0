/** Reports of the city's own auditors over a real database: one target, two auditors of another department. */
import type { Client } from '../../../kernel/contract.ts';
import type { JournalEntry } from '../../../kernel/fact.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { Role } from '../../../kernel/role.ts';
import { startTestApplication, type TestApplication } from '../../../kernel/test-application.ts';
import { auditContract } from '../../audit/contract.ts';
import audit from '../../audit/server.ts';
import { auditPlanContract } from '../../audit-plan/contract.ts';
import auditPlan from '../../audit-plan/server.ts';
import { checklistContract } from '../../checklist/contract.ts';
import checklist from '../../checklist/server.ts';
import { agreeWhole } from '../../checklist/testing/agree-whole.ts';
import { engagementContract } from '../../engagement/contract.ts';
import engagement from '../../engagement/server.ts';
import { peopleContract } from '../../people/contract.ts';
import people from '../../people/server.ts';
import specification from '../../specification/server.ts';
import standards from '../../standards/server.ts';
import { teamContract } from '../../team/contract.ts';
import team from '../../team/server.ts';
import { internalAuditContract } from '../contract.ts';
import internalAudit from '../server.ts';

export type ReportClient = Client<typeof internalAuditContract>;

export interface ReportTest extends TestApplication {
  readonly engagementId: string;
  readonly targetId: string;
  readonly auditId: string;
  /** An item that was judged as failing. */
  readonly failed: string;
  /** Signed in as the auditor of the target, and as one who is assigned to nothing. */
  readonly assigned: ReportClient;
  readonly idle: ReportClient;
  /** The audit itself as each of the two reaches it. */
  readonly auditing: { readonly assigned: Client<typeof auditContract>; readonly idle: Client<typeof auditContract> };
  readonly lead: ReportClient;
  readonly office: ReportClient;
  as(roles: readonly Role[], options?: Parameters<TestApplication['caller']>[1]): ReportClient;
  /** Judges one more item as failing. */
  judgeAnother(): Promise<void>;
  facts(kind: string): Promise<readonly JournalEntry[]>;
}

export async function startReports(): Promise<ReportTest> {
  const modules = [specification, people, engagement, team, standards, auditPlan, checklist, audit, internalAudit];
  const test = await startTestApplication({ start: '2023-10-02T01:00:00.000Z', modules });
  const { application } = test;
  const { created } = await application.client(peopleContract, test.caller(['administrator'])).reorganise({
    from: '2020-04-01',
    changes: ['市民課', '税務課'].map((name, at) => ({
      ...{ kind: 'create' as const, key: `d${at}`, name, kana: 'か', bureau: null },
    })),
  });
  const departmentOf = (at: number) => created.find(({ key }) => key === `d${at}`)?.id ?? '';
  const manager = test.caller(['project-manager']);
  const { engagementId } = await application.client(engagementContract, manager).createEngagement({
    specification: 'koganei-2023',
    contractDate: '2023-05-08',
    contractor: '青空監査法人',
    client: { department: '情報課', address: '一番町1', tel: '000-000-0000', fax: '', email: '' },
    places: ['市役所'],
  });
  const crew = application.client(teamContract, manager);
  const { roles } = await crew.getTeam({ engagementId });
  const { id: member } = await crew.assignMember({
    ...{ engagementId, name: '青木', firm: '青空監査法人', department: '監査部', roles: roles.slice(0, 1) },
    ...{ handlesMyNumber: true, accountId: null },
  });
  const auditors = [0, 1].map(() => test.caller(['department-staff'], { departmentIds: [departmentOf(1)] }));
  const officer = test.caller(['security-office']);
  const leader = test.caller(['audit-lead']);
  const planning = application.client(auditPlanContract, leader);
  const city = application.client(auditPlanContract, officer);
  const ids: string[] = [];
  for (const [at, caller] of auditors.entries()) {
    const { id } = await city.addAuditor({
      ...{ engagementId, name: `監査人${at + 1}`, accountId: caller.accountId, departmentId: departmentOf(1) },
      ...{ managedDepartmentIds: [], trainedOn: null, qualification: '' },
    });
    ids.push(id);
  }
  const { id: programmeId } = await planning.adoptProgramme({ engagementId, source: 'koganei-internal' });
  const target = await planning.addTarget({
    ...{ programmeId, kind: 'department', name: '市民課', departmentIds: [departmentOf(0)] },
  });
  const decided = await city.decideTargets({ targets: [{ targetId: target.id, version: target.version }] });
  await city.assignAuditors({
    targetId: target.id,
    version: decided.targets[0]?.version ?? 0,
    team: [{ kind: 'city', id: ids[0] ?? '', role: 'lead' }],
  });
  await agreeWhole(
    application.client(checklistContract, leader),
    application.client(checklistContract, officer),
    programmeId,
  );
  const auditing = application.client(auditContract, leader);
  const opened = await auditing.openAuditOfTarget({ targetId: target.id });
  await auditing.beginAudit({ auditId: opened.id, version: opened.version });
  const { rows } = await auditing.listCheckRows({ auditId: opened.id });
  const judge = async (at: number, fact: string) => {
    const row = rows[at];
    const { id: evidence } = await application.client(auditContract, officer).addEvidence({
      ...{ auditId: opened.id, title: '現地の記録', source: '市民課', technique: 'site-visit', description: '' },
      from: { kind: 'note', text: fact },
    });
    await application.client(auditContract, officer).judgeCheck({
      ...{ checkId: row?.id ?? '', version: row?.version ?? 0, judgement: 'inadequate', techniques: ['interview'] },
      ...{ fact, evidenceIds: [evidence] },
    });
  };
  await judge(0, '鍵の貸出簿の記入が、先月の20日で終わっていた。');
  await application.client(auditContract, test.caller(['auditor'])).recordAttendance({
    auditId: opened.id,
    occurredOn: '2023-10-02',
    members: [member],
    points: [
      { point: '検出事項に漏れがないか', result: 'supported', support: '印刷機の放置に触れるよう助言した。' },
      { point: '監査目的の達成', result: 'done', support: '' },
    ],
  });
  const as: ReportTest['as'] = (given, options) =>
    application.client(internalAuditContract, test.caller(given, options));
  const clientOf = (at: number) => application.client(internalAuditContract, auditors[at] ?? officer);
  return {
    ...test,
    ...{ engagementId, targetId: target.id, auditId: opened.id, failed: rows[0]?.id ?? '' },
    assigned: clientOf(0),
    idle: clientOf(1),
    auditing: {
      assigned: application.client(auditContract, auditors[0] ?? officer),
      idle: application.client(auditContract, auditors[1] ?? officer),
    },
    lead: application.client(internalAuditContract, leader),
    office: application.client(internalAuditContract, officer),
    as,
    judgeAnother: () => judge(1, '住民票の写しが印刷機に残されていた。'),
    facts: (kind) => application.parts.database.transaction(test.tenantId, (tx) => readFacts(tx, { kinds: [kind] })),
  };
}
