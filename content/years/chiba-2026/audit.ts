/** September to March: the audit of the four sections (9(1)イ to オ). */
import type { Step, World } from '../../../src/cli/year/year.ts';
import { auditContract } from '../../../src/modules/audit/contract.ts';
import { standardsContract } from '../../../src/modules/standards/contract.ts';
import { CASES } from './audit-cases.ts';
import { auditOf } from './audit-records.ts';
import { AUDITED } from './cast.ts';
import { contractChecks } from './contract-checks.ts';
import { fieldwork } from './fieldwork.ts';
import { findingSteps } from './findings.ts';
import type { Memory } from './memory.ts';

export function audit(world: World, memory: Memory): Step[] {
  return [
    ...preparation(world, memory),
    ...fieldwork(world, memory),
    ...contractChecks(world, memory),
    ...findingSteps(world, memory),
  ];
}

function preparation(world: World, memory: Memory): Step[] {
  const engagementId = () => memory.get('engagement');
  return [
    {
      at: '2026-09-25 10:00',
      title: '重点テーマを定め、四つの課の監査を登録する',
      run: async () => {
        await world.as('office', auditContract).openAudits({
          engagementId: engagementId(),
          theme: {
            theme: '外部サービス利用に係るガイドライン',
            article: 'あおば市情報セキュリティ対策基準第35条',
            guideline: 'あおば市外部サービス利用に係るガイドライン',
            guidelineVersion: '令和7年10月1日版',
            description: '外部サービスの契約が、ガイドラインに沿って結ばれているかを確かめる。',
          },
          departments: AUDITED.map((key) => memory.get(`department:${key}`)),
          profiles: AUDITED.map((key) => ({
            departmentId: memory.get(`department:${key}`),
            profile: CASES[key].profile,
          })),
        });
      },
    },
    {
      at: '2026-10-05 10:00',
      title: '課ごとの課題を整理し、方針の案を作る',
      run: async () => {
        const auditor = world.as('auditor', auditContract);
        for (const key of AUDITED) {
          const { issue } = CASES[key];
          await auditor.saveIssues({
            ...(await auditOf(world, memory, key)),
            issues: [{ issue: issue.text, source: 'self-check', items: [...issue.items], approach: issue.approach }],
          });
        }
        const draft = await auditor.draftPolicy({ engagementId: engagementId(), fields: POLICY });
        memory.keep('policy:1', draft.id);
        await world.as('lead', auditContract).proposePolicy({ policyId: draft.id, version: draft.version });
      },
    },
    {
      at: '2026-10-19 15:00',
      title: '方針を双方で確認する',
      run: async () => {
        for (const person of ['office', 'lead']) {
          const contract = world.as(person, auditContract);
          const { policies } = await contract.listPolicies({ engagementId: engagementId() });
          const policy = policies.find((candidate) => candidate.id === memory.get('policy:1'));
          if (policy === undefined) throw new Error('the policy is not there');
          await contract.confirmPolicy({ policyId: policy.id, version: policy.version });
        }
      },
    },
    {
      at: '2026-10-22 10:00',
      title: '基準の最新版を確かめる',
      run: async () => {
        const contract = world.as('lead', standardsContract);
        const { standards } = await contract.listStandards({ engagementId: engagementId() });
        for (const standard of standards) {
          await contract.confirmEdition({
            engagementId: engagementId(),
            standardId: standard.id,
            version: standard.version,
            edition: standard.edition,
            occurredOn: '2026-10-22',
          });
        }
      },
    },
    {
      at: '2026-10-26 10:00',
      title: '課ごとに確認の方法を決める',
      run: async () => {
        for (const key of AUDITED) {
          await world.as('lead', auditContract).chooseMethod({
            ...(await auditOf(world, memory, key)),
            documents: true,
            ...CASES[key].method,
          });
        }
      },
    },
    {
      at: '2026-11-02 10:00',
      title: '監査通知書を送る',
      run: async () => {
        for (const [index, key] of AUDITED.entries()) {
          await world.as('office', auditContract).sendAuditNotice({
            ...(await auditOf(world, memory, key)),
            number: `8青情セ第${121 + index}号`,
          });
        }
      },
    },
  ];
}

const POLICY = {
  purpose:
    '情報資産の管理の問題点と弱点を明らかにし、対策の実効性を確保します。本年度は、外部サービスの契約を重点テーマとします。',
  methods:
    '書類確認を基本とし、書類で足りない事項は電子メールによるヒアリングで、特に必要が高い課は現場確認で確かめます。',
  period: { from: '2026-11-02', to: '2027-02-26' },
  schedule: [
    { step: '監査通知書の送付', who: '発注者', from: '2026-11-02', to: '2026-11-02' },
    { step: '追加書類の提出', who: '監査対象課', from: '2026-11-06', to: '2026-11-13' },
    { step: 'ヒアリング及び現場確認', who: '受注者、監査対象課', from: '2026-11-19', to: '2026-12-11' },
    { step: '発見事項の確認', who: '発注者、監査対象課', from: '2027-01-18', to: '2027-02-05' },
    { step: '監査結果の通知', who: '発注者', from: '2027-02-26', to: '2027-02-26' },
  ],
  requests: [
    '自己点検の回答の根拠となる書類の提出',
    'ヒアリングへの回答',
    '現場確認への立会い',
    '発見事項の事実の確認',
  ],
  criteria: [
    {
      grade: '指摘' as const,
      criterion: '規程に反する状態があり、放置すると情報の漏えいなどの被害につながるおそれが大きいもの。',
      example: '施錠すべき書庫の鍵が誰でも持ち出せる状態にある。',
    },
    {
      grade: '意見' as const,
      criterion: '規程に反するとまではいえないが、改めることで対策の実効性が高まるもの。',
      example: '記録はあるが、確認の頻度が定められていない。',
    },
  ],
  other: '監査対象課への連絡は、全て発注者が行います。',
};
