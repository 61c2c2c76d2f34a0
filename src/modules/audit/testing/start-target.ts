/** Audits of planned targets over a real database, under a specification that is not Chiba's. */
import type { Client } from '../../../kernel/contract.ts';
import type { JournalEntry } from '../../../kernel/fact.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { ServerModule } from '../../../kernel/module.ts';
import type { Role } from '../../../kernel/role.ts';
import type { TestApplication } from '../../../kernel/test-application.ts';
import { startTestApplication } from '../../../kernel/test-application.ts';
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
import { auditContract } from '../contract.ts';
import audit from '../server.ts';
import type { AuditClient } from './start-audit.ts';

const DEPARTMENTS = ['市民課', '税務課', '福祉課'];
const CONTRACTS: Readonly<Record<string, { readonly day: string; readonly start: string }>> = {
  'kyoto-2024': { day: '2024-05-07', start: '2024-09-02T01:00:00.000Z' },
  'koganei-2023': { day: '2023-05-08', start: '2023-10-02T01:00:00.000Z' },
  'fukuoka-2025': { day: '2025-05-07', start: '2025-10-01T01:00:00.000Z' },
};

export interface TargetTest extends TestApplication {
  readonly engagementId: string;
  readonly departments: readonly string[];
  readonly members: readonly string[];
  readonly lead: AuditClient;
  /** Two auditors, so that one can review the other and both can write at once. */
  readonly auditor: AuditClient;
  readonly second: AuditClient;
  readonly quality: AuditClient;
  readonly office: AuditClient;
  head(index: number): AuditClient;
  as(roles: readonly Role[], options?: Parameters<TestApplication['caller']>[1]): AuditClient;
  readonly plan: { readonly lead: Client<typeof auditPlanContract>; readonly office: Client<typeof auditPlanContract> };
  readonly team: Client<typeof teamContract>;
  upload(name?: string, words?: string): Promise<string>;
  facts(kind: string): Promise<readonly JournalEntry[]>;
}

/** @param more modules that build upon audits */
export async function startTarget(specificationId: string, more: readonly ServerModule[] = []): Promise<TargetTest> {
  const { day, start } = CONTRACTS[specificationId] ?? { day: '2024-05-07', start: '2024-09-02T01:00:00.000Z' };
  const modules = [specification, people, engagement, team, standards, auditPlan, checklist, audit, ...more];
  const test = await startTestApplication({ start, modules });
  const { application } = test;
  const { created } = await application.client(peopleContract, test.caller(['administrator'])).reorganise({
    from: '2020-04-01',
    changes: [
      { kind: 'create', key: 'b', name: '市民局', kana: 'しみんきょく', bureau: null },
      ...DEPARTMENTS.map((name, at) => ({ kind: 'create' as const, key: `d${at}`, name, kana: 'か', bureau: 'new:b' })),
    ],
  });
  const departments = DEPARTMENTS.map((_, at) => created.find(({ key }) => key === `d${at}`)?.id ?? '');
  const manager = test.caller(['project-manager']);
  const { engagementId } = await application.client(engagementContract, manager).createEngagement({
    specification: specificationId,
    contractDate: day,
    contractor: '青空監査法人',
    client: { department: '情報課', address: '一番町1', tel: '000-000-0000', fax: '', email: '' },
    places: ['市役所'],
  });
  const crew = application.client(teamContract, manager);
  const { roles } = await crew.getTeam({ engagementId });
  const members: string[] = [];
  for (const name of ['青木', '白石']) {
    const { id } = await crew.assignMember({
      ...{ engagementId, name, firm: '青空監査法人', department: '監査部', roles: roles.slice(0, 1) },
      ...{ handlesMyNumber: true, accountId: null },
    });
    members.push(id);
  }
  const callers = {
    lead: test.caller(['audit-lead']),
    auditor: test.caller(['auditor']),
    office: test.caller(['security-office']),
  };
  const heads = departments.map((id) => test.caller(['department-head'], { departmentIds: [id] }));
  const client = (caller: ReturnType<TestApplication['caller']>) => application.client(auditContract, caller);
  return {
    ...test,
    ...{ engagementId, departments, members },
    lead: client(callers.lead),
    auditor: client(callers.auditor),
    second: client(test.caller(['auditor'])),
    quality: client(test.caller(['quality-manager'])),
    office: client(callers.office),
    head: (index) => client(heads[index] ?? callers.office),
    as: (given, options) => client(test.caller(given, options)),
    plan: {
      lead: application.client(auditPlanContract, callers.lead),
      office: application.client(auditPlanContract, callers.office),
    },
    team: crew,
    async upload(name = '写真.txt', words = '鍵のかかっていない書庫') {
      const bytes = new TextEncoder().encode(words);
      const file = await application.upload(
        callers.auditor,
        name,
        (async function* () {
          yield bytes;
        })(),
      );
      return file.id;
    },
    facts: (kind) => application.parts.database.transaction(test.tenantId, (tx) => readFacts(tx, { kinds: [kind] })),
  };
}

/** A decided target of a programme that comes with the product. */
export async function decideTarget(
  test: TargetTest,
  source: string,
  target: {
    readonly kind: 'department' | 'affair' | 'system' | 'website';
    readonly name: string;
    readonly at: readonly number[];
  },
): Promise<string> {
  const { programmes } = await test.plan.lead.listProgrammes({ engagementId: test.engagementId });
  const known = programmes.find((programme) => programme.source === source);
  const programmeId =
    known?.id ?? (await test.plan.lead.adoptProgramme({ engagementId: test.engagementId, source })).id;
  const added = await test.plan.office.addTarget({
    programmeId,
    kind: target.kind,
    name: target.name,
    departmentIds: target.at.map((index) => test.departments[index] ?? ''),
    ...(target.kind === 'website' ? { url: 'https://www.example.jp/' } : {}),
  });
  await test.plan.office.decideTargets({ targets: [{ targetId: added.id, version: added.version }] });
  return added.id;
}

/** An audit under way: opened from a decided target and begun. */
export async function openTarget(...given: Parameters<typeof decideTarget>): Promise<string> {
  const [test] = given;
  const targetId = await decideTarget(...given);
  await agreeChecklist(test, targetId);
  const { id, version } = await test.lead.openAuditOfTarget({ targetId });
  await test.lead.beginAudit({ auditId: id, version });
  return id;
}

/** Where the programme opens no audit without it. */
export async function agreeChecklist(test: TargetTest, targetId: string): Promise<void> {
  const { targets } = await test.lead.listOpenableTargets({ engagementId: test.engagementId });
  const target = targets.find((one) => one.targetId === targetId);
  if (target === undefined || !target.agreementNeeded || target.agreed !== null) return;
  const { programmeId } = await test.plan.lead.getTarget({ targetId });
  const client = (role: Role) => test.application.client(checklistContract, test.caller([role]));
  await agreeWhole(client('audit-lead'), client('security-office'), programmeId);
}

/** The items of the audit, as its auditors see them. */
export async function rowsOf(test: TargetTest, auditId: string) {
  return (await test.auditor.listCheckRows({ auditId })).rows;
}

/** Judges all items; the first ones by the given judgements, which then have evidence. */
export async function judgeRows(
  test: TargetTest,
  auditId: string,
  judgements: readonly ('minor' | 'inadequate')[] = [],
): Promise<void> {
  const proof = await test.auditor.addEvidence({
    auditId,
    title: '書庫の写真',
    source: '執務室',
    technique: 'site-visit',
    description: '',
    place: '2階書庫',
    from: { kind: 'upload', fileId: await test.upload() },
  });
  for (const [index, row] of (await rowsOf(test, auditId)).entries()) {
    const judgement = judgements[index] ?? 'adequate';
    await test.auditor.judgeCheck({
      checkId: row.id,
      version: row.version,
      judgement,
      techniques: ['site-visit'],
      fact: judgement === 'adequate' ? '記録により確認した。' : '書庫が施錠されていなかった。',
      evidenceIds: judgement === 'adequate' ? [] : [proof.id],
    });
  }
}
