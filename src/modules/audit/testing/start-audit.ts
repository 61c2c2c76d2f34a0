/** The audit module over a real database: a fictional city with four departments in its contract year. */
import type { Client } from '../../../kernel/contract.ts';
import type { JournalEntry } from '../../../kernel/fact.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { ServerModule } from '../../../kernel/module.ts';
import type { Role } from '../../../kernel/role.ts';
import { startTestApplication, type TestApplication } from '../../../kernel/test-application.ts';
import { engagementContract } from '../../engagement/contract.ts';
import engagement from '../../engagement/server.ts';
import { peopleContract } from '../../people/contract.ts';
import people from '../../people/server.ts';
import standards from '../../standards/server.ts';
import specification from '../../specification/server.ts';
import team from '../../team/server.ts';
import auditPlan from '../../audit-plan/server.ts';
import checklist from '../../checklist/server.ts';
import { auditContract } from '../contract.ts';
import type { PolicyFields } from '../contract/policy.ts';
import audit from '../server.ts';

export type AuditClient = Client<typeof auditContract>;

export interface AuditTest extends TestApplication {
  readonly engagementId: string;
  readonly departments: readonly [string, string, string, string];
  readonly lead: AuditClient;
  readonly auditor: AuditClient;
  readonly office: AuditClient;
  /** A head of the department with this index. */
  head(index: number): AuditClient;
  as(roles: readonly Role[], options?: Parameters<TestApplication['caller']>[1]): AuditClient;
  /** Uploads a small text file as the person who will use it. */
  upload(who: 'lead' | 'auditor' | 'office' | number, name?: string, words?: string): Promise<string>;
  facts(kind?: string): Promise<readonly JournalEntry[]>;
}

export const MEMBER = '00000000-0000-7000-8000-0000000000aa';

export async function startAudit(
  start = '2026-10-01T01:00:00.000Z',
  modules: readonly ServerModule[] = [specification, people, engagement, team, standards, auditPlan, checklist, audit],
): Promise<AuditTest> {
  const test = await startTestApplication({ start, modules });
  const { application } = test;
  const administrator = application.client(peopleContract, test.caller(['administrator']));
  const { created } = await administrator.reorganise({
    from: '2026-04-01',
    changes: [
      { kind: 'create', key: 'b', name: '市民局', kana: 'しみんきょく', bureau: null },
      ...['窓口課', '情報課', '税務課', '公園課'].map((name, index) => ({
        kind: 'create' as const,
        key: `d${index}`,
        name,
        kana: 'か',
        bureau: 'new:b',
      })),
    ],
  });
  const departments = [0, 1, 2, 3].map((index) => created.find(({ key }) => key === `d${index}`)?.id ?? '');
  const manager = application.client(engagementContract, test.caller(['project-manager']));
  const { engagementId } = await manager.createEngagement({
    specification: 'chiba-2026',
    contractDate: '2026-06-01',
    contractor: '青空監査法人',
    client: {
      department: '総務局 情報システム課',
      address: 'あおば市中央1番1号',
      tel: '000-000-0000',
      fax: '',
      email: 'security@example.jp',
    },
    places: ['あおば市役所'],
  });
  const callers = {
    lead: test.caller(['audit-lead']),
    auditor: test.caller(['auditor']),
    office: test.caller(['security-office']),
    heads: departments.map((id) => test.caller(['department-head'], { departmentIds: [id] })),
  };
  const client = (caller: ReturnType<TestApplication['caller']>) => application.client(auditContract, caller);
  const callerOf = (who: 'lead' | 'auditor' | 'office' | number) => {
    const caller = typeof who === 'number' ? callers.heads[who] : callers[who];
    if (caller === undefined) throw new Error('no such person');
    return caller;
  };
  return {
    ...test,
    engagementId,
    departments: departments as unknown as AuditTest['departments'],
    lead: client(callers.lead),
    auditor: client(callers.auditor),
    office: client(callers.office),
    head: (index) => client(callerOf(index)),
    as: (roles, options) => client(test.caller(roles, options)),
    async upload(who, name = '資料.txt', words = '書類の内容') {
      const bytes = new TextEncoder().encode(words);
      const file = await application.upload(
        callerOf(who),
        name,
        (async function* () {
          yield bytes;
        })(),
      );
      return file.id;
    },
    facts: (kind) =>
      application.parts.database.transaction(test.tenantId, (tx) =>
        readFacts(tx, kind === undefined ? {} : { kinds: [kind] }),
      ),
  };
}

export const POLICY: PolicyFields = {
  purpose: '対策の問題点を明らかにし、実効性を高める。',
  methods: '書類確認を基本とし、必要に応じてヒアリングと現場確認を行う。',
  period: { from: '2026-11-01', to: '2027-02-28' },
  schedule: [{ step: '書類の提出', who: '監査対象課', from: '2026-11-10', to: '2026-11-20' }],
  requests: ['管理簿の写しの提出'],
  criteria: [
    { grade: '指摘', criterion: '市の基準に反する運用があるもの', example: '' },
    { grade: '意見', criterion: '基準には反しないが、改善が望まれるもの', example: '' },
  ],
  other: 'なし',
};

export const THEME = {
  theme: '外部サービス利用に係るガイドライン',
  article: '対策基準第35条',
  guideline: '外部サービス利用に係るガイドライン',
  guidelineVersion: '令和8年4月1日改定',
};

/** Opens the audits of the four departments; answers with their ids in order. */
export async function openFour(test: AuditTest): Promise<[string, string, string, string]> {
  const { audits } = await test.office.openAudits({
    engagementId: test.engagementId,
    theme: THEME,
    departments: [...test.departments],
    profiles: [
      {
        departmentId: test.departments[0],
        profile: { visitorCounter: true, serverRoom: false, externalService: true },
        selfCheck: [{ item: 'org-roles', answer: 'yes', note: '' }],
      },
    ],
  });
  return audits.map(({ id }) => id) as [string, string, string, string];
}

export async function agreePolicy(test: AuditTest): Promise<string> {
  const drafted = await test.auditor.draftPolicy({ engagementId: test.engagementId, fields: POLICY });
  const proposed = await test.lead.proposePolicy({ policyId: drafted.id, version: drafted.version });
  const own = await test.lead.confirmPolicy({ policyId: drafted.id, version: proposed.version });
  await test.office.confirmPolicy({ policyId: drafted.id, version: own.version });
  return drafted.id;
}

export async function versionOf(test: AuditTest, auditId: string): Promise<number> {
  return (await test.lead.getAudit({ auditId })).version;
}

/** Sends the notice, so that field work may begin. */
export async function notify(test: AuditTest, auditId: string): Promise<void> {
  await test.office.sendAuditNotice({ auditId, version: await versionOf(test, auditId) });
}

/** Judges every item of the checklist; `failing` numbers fail with evidence. */
export async function judgeAll(test: AuditTest, auditId: string, failing: readonly number[] = []): Promise<string[]> {
  const proof = await test.auditor.addEvidence({
    auditId,
    title: '現場の観察',
    source: '執務室',
    technique: 'site-visit',
    description: '',
    from: { kind: 'note', text: '書庫の鍵が開いていた。' },
  });
  const failed: string[] = [];
  for (const check of (await test.auditor.listChecks({ auditId })).checks) {
    if (check.judgement !== 'unconfirmed' || check.state === 'left-out') continue;
    const fails = failing.includes(check.number);
    await test.auditor.judgeCheck({
      checkId: check.id,
      version: check.version,
      judgement: fails ? 'inadequate' : 'adequate',
      techniques: ['document-review'],
      fact: fails ? '施錠されていない書庫があった。' : '記録により確認した。',
      evidenceIds: fails ? [proof.id] : [],
    });
    if (fails) failed.push(check.id);
  }
  return failed;
}

/** From the notice to the end of field work by the shortest way. */
export async function finishFieldwork(
  test: AuditTest,
  auditId: string,
  failing: readonly number[] = [],
): Promise<string[]> {
  await notify(test, auditId);
  await test.auditor.chooseMethod({
    auditId,
    version: await versionOf(test, auditId),
    documents: true,
    hearing: false,
    visit: false,
    reason: '書類で確認できるため',
  });
  await test.office.markContractNotApplicable({
    auditId,
    version: await versionOf(test, auditId),
    reason: '対象となる契約がない',
  });
  const failed = await judgeAll(test, auditId, failing);
  await test.auditor.closeFieldwork({ auditId, version: await versionOf(test, auditId) });
  return failed;
}
