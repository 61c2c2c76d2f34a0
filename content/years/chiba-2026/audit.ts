/** September to March: the audit of the four sections (9(1)イ to オ). */
import type { Step, World } from '../../../src/cli/year/year.ts';
import { auditContract } from '../../../src/modules/audit/contract.ts';
import { standardsContract } from '../../../src/modules/standards/contract.ts';
import { CASES } from './audit-cases.ts';
import { AUDITED, type Audited } from './cast.ts';
import { contractChecks } from './contract-checks.ts';
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

/** The audit of a section with its present version. */
export async function auditOf(
  world: World,
  memory: Memory,
  section: Audited,
): Promise<{ auditId: string; version: number }> {
  const { audits } = await world.as('lead', auditContract).getProgramme({ engagementId: memory.get('engagement') });
  const found = audits.find((candidate) => candidate.departmentId === memory.get(`department:${section}`));
  if (found === undefined) throw new Error(`no audit of ${section}`);
  return { auditId: found.id, version: found.version };
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

function fieldwork(world: World, memory: Memory): Step[] {
  const members = () => [memory.get('member:lead'), memory.get('member:auditor')];
  return [
    {
      at: '2026-11-04 10:00',
      title: '追加で求める書類を整理する',
      run: async () => {
        for (const key of AUDITED) {
          const { auditId } = await auditOf(world, memory, key);
          const request = await world.as('auditor', auditContract).prepareRequest({
            auditId,
            title: '自己点検の回答の根拠となる書類',
            note: '写しで差し支えありません。個人の氏名は伏せてください。',
            due: '2026-11-13',
            items: CASES[key].documents.map((title) => ({ title })),
          });
          memory.keep(`request:${key}`, request.id);
        }
      },
    },
    {
      at: '2026-11-06 10:00',
      title: '追加書類の依頼を送る',
      run: async () => {
        const office = world.as('office', auditContract);
        for (const key of AUDITED) {
          const request = await requestOf(world, memory, key);
          await office.sendRequest({ requestId: request.id, version: request.version });
        }
      },
    },
    ...AUDITED.map((key, index): Step => ({
      at: `2026-11-1${index} 14:00`,
      title: '依頼された書類を出す',
      run: () => answerRequest(world, memory, key),
    })),
    {
      at: '2026-11-18 10:00',
      title: '届いた書類を確かめ、証拠として登録する',
      run: async () => {
        for (const key of AUDITED) await acceptDocuments(world, memory, key);
      },
    },
    ...AUDITED.filter((key) => CASES[key].questions.length > 0 && !CASES[key].method.visit).map((key): Step => ({
      at: '2026-11-19 10:00',
      title: '電子メールでヒアリングを行う',
      run: () => mailHearing(world, memory, key, members()),
    })),
    ...(['systems', 'citizens'] as const).map((key): Step => ({
      at: '2026-11-26 10:00',
      title: '現場確認の時間割を示し、確認を受ける',
      run: () => planVisit(world, memory, key, VISITED_ON[key]),
    })),
    ...(['systems', 'citizens'] as const).map((key): Step => ({
      at: `${VISITED_ON[key]} 16:30`,
      title: 'ヒアリングと現場確認を行う',
      run: () => visit(world, memory, key, members()),
    })),
    ...(['systems', 'citizens'] as const).map((key): Step => ({
      at: `${OUTLINED_ON[key]} 11:00`,
      title: '議事録と発見事項の概要を提出する',
      run: () => reportVisit(world, memory, key),
    })),
    ...AUDITED.map((key, index): Step => ({
      at: index < 2 ? `2026-12-1${4 + index} 13:00` : `2027-01-0${5 + index} 13:00`,
      title: '確認項目を判断する',
      run: () => judgeChecks(world, memory, key),
    })),
  ];
}

const VISITED_ON = { systems: '2026-12-02', citizens: '2026-12-08' } as const;
const OUTLINED_ON = { systems: '2026-12-07', citizens: '2026-12-11' } as const;

async function requestOf(world: World, memory: Memory, key: Audited) {
  const { auditId } = await auditOf(world, memory, key);
  const { requests } = await world.as('auditor', auditContract).listRequests({ auditId });
  const request = requests.find((candidate) => candidate.id === memory.get(`request:${key}`));
  if (request === undefined) throw new Error(`no request to ${key}`);
  return request;
}

async function answerRequest(world: World, memory: Memory, key: Audited): Promise<void> {
  const request = await requestOf(world, memory, key);
  for (const item of request.items) {
    const words = `${item.title}\n（あおば市の架空の資料です。）\n`;
    const fileId = await world.upload(`${key}-head`, `${item.title.slice(0, 20)}.txt`, new TextEncoder().encode(words));
    await world.as(`${key}-head`, auditContract).answerRequest({
      requestId: request.id,
      itemId: item.id,
      fileIds: [fileId],
      comment: '写しを提出します。',
    });
  }
}

async function acceptDocuments(world: World, memory: Memory, key: Audited): Promise<void> {
  const auditor = world.as('auditor', auditContract);
  const { auditId } = await auditOf(world, memory, key);
  const { items } = await requestOf(world, memory, key);
  for (const item of items) {
    const request = await requestOf(world, memory, key);
    await auditor.judgeRequestItem({
      requestId: request.id,
      version: request.version,
      itemId: item.id,
      judgement: 'accepted',
      reason: '',
    });
    for (const file of item.files) {
      await auditor.addEvidence({
        auditId,
        title: item.title,
        source: '監査対象課から提出を受けた書類',
        technique: 'document-review',
        description: '自己点検の回答の根拠として提出を受けた。',
        from: { kind: 'request', requestId: request.id, fileId: file.fileId },
      });
    }
  }
}

async function mailHearing(world: World, memory: Memory, key: Audited, participants: string[]): Promise<void> {
  const auditor = world.as('auditor', auditContract);
  const { auditId } = await auditOf(world, memory, key);
  const { questions } = CASES[key];
  const hearing = await auditor.prepareMailHearing({
    auditId,
    topic: '書類で確かめられない事項',
    participants,
    questions: questions.map(({ question }) => ({ text: question })),
  });
  await world.as('office', auditContract).sendHearing({ hearingId: hearing.id, version: hearing.version });
  for (const [index, questionId] of hearing.messageIds.entries()) {
    await world.as(`${key}-head`, auditContract).answerHearing({
      hearingId: hearing.id,
      questionId,
      text: questions[index]?.answer ?? '',
    });
  }
  const { hearings } = await auditor.listHearings({ auditId });
  const answered = hearings.find((candidate) => candidate.id === hearing.id);
  if (answered !== undefined) await auditor.closeMailHearing({ hearingId: hearing.id, version: answered.version });
}

async function planVisit(world: World, memory: Memory, key: 'systems' | 'citizens', plannedOn: string): Promise<void> {
  const lead = world.as('lead', auditContract);
  const { auditId } = await auditOf(world, memory, key);
  const place = key === 'systems' ? '高層棟4階　サーバ室及び執務室' : '本庁舎1階　市民課の窓口及び書庫';
  const planned = await lead.planVisit({
    auditId,
    place,
    plannedOn,
    reason: CASES[key].method.reason,
    timetable: [
      {
        from: '13:30',
        to: '14:00',
        what: 'ヒアリング（管理の手順）',
        where: '会議室',
        who: '主任担当者、監査人、課長',
      },
      { from: '14:00', to: '15:00', what: CASES[key].issue.approach, where: place, who: '監査人、担当係長' },
      { from: '15:00', to: '15:30', what: '確認した事実の共有', where: '会議室', who: '全員' },
    ],
  });
  memory.keep(`visit:${key}`, planned.id);
  const submitted = await lead.submitTimetable({ visitId: planned.id, version: planned.version });
  await world.as('office', auditContract).confirmTimetable({ visitId: planned.id, version: submitted.version });
  const hearing = await lead.planHearing({
    auditId,
    mode: 'face-to-face',
    topic: '情報資産の管理の手順',
    plannedOn,
    place: '会議室',
    visitId: planned.id,
  });
  memory.keep(`hearing:${key}`, hearing.id);
}

async function visit(world: World, memory: Memory, key: 'systems' | 'citizens', participants: string[]): Promise<void> {
  const lead = world.as('lead', auditContract);
  const { auditId } = await auditOf(world, memory, key);
  const occurredOn = VISITED_ON[key];
  const hearing = (await lead.listHearings({ auditId })).hearings.find((it) => it.id === memory.get(`hearing:${key}`));
  const planned = (await lead.listVisits({ auditId })).visits.find((it) => it.id === memory.get(`visit:${key}`));
  if (hearing === undefined || planned === undefined) throw new Error(`no visit to ${key} is planned`);
  await lead.recordHearing({
    hearingId: hearing.id,
    version: hearing.version,
    occurredOn,
    participants,
    cityAttendees: '課長、担当係長',
  });
  await lead.recordVisit({
    visitId: planned.id,
    version: planned.version,
    occurredOn,
    participants,
    cityAttendees: '担当係長',
  });
  await world.as('assistant', auditContract).addEvidence({
    auditId,
    title: '現場確認の観察の記録',
    source: '現場で見た状態',
    technique: 'site-visit',
    description: CASES[key].issue.approach,
    from: {
      kind: 'note',
      text: Object.values(CASES[key].faults)
        .map((fault) => fault.fact)
        .join('\n'),
    },
  });
}

async function reportVisit(world: World, memory: Memory, key: 'systems' | 'citizens'): Promise<void> {
  const lead = world.as('lead', auditContract);
  const { auditId } = await auditOf(world, memory, key);
  const hearing = (await lead.listHearings({ auditId })).hearings.find((it) => it.id === memory.get(`hearing:${key}`));
  const held = (await lead.listVisits({ auditId })).visits.find((it) => it.id === memory.get(`visit:${key}`));
  if (hearing === undefined || held === undefined) throw new Error(`no visit to ${key} was held`);
  await lead.submitHearingMinutes({
    hearingId: hearing.id,
    version: hearing.version,
    text: CASES[key].questions.map(({ question, answer }) => `問　${question}\n答　${answer}`).join('\n'),
    decisions: '確かめた事実は、発見事項の概要として示す。',
  });
  const faults = Object.values(CASES[key].faults);
  const { findingIds } = await lead.submitOutline({
    visitId: held.id,
    version: held.version,
    summary: '管理の手順に関する事項を確認した。',
    items: faults.slice(0, 1).map((fault) => ({ title: '現場で確認した事項', fact: fault.fact, place: held.place })),
  });
  for (const id of findingIds) memory.keep(`outline-finding:${key}`, id);
}

async function judgeChecks(world: World, memory: Memory, key: Audited): Promise<void> {
  const auditor = world.as('auditor', auditContract);
  const { auditId } = await auditOf(world, memory, key);
  const { checks } = await auditor.listChecks({ auditId });
  const { evidence } = await auditor.listEvidence({ auditId });
  const evidenceIds = evidence.slice(0, 2).map((it) => it.id);
  for (const check of checks) {
    if (check.state !== 'in-scope') continue;
    const fault = CASES[key].faults[check.key];
    await auditor.judgeCheck({
      checkId: check.id,
      version: check.version,
      judgement: fault?.judgement ?? 'adequate',
      techniques: CASES[key].method.visit ? ['document-review', 'site-visit'] : ['document-review'],
      fact: fault?.fact ?? '提出を受けた書類により、定められたとおりに行われていることを確認した。',
      evidenceIds,
    });
  }
}

const POLICY = {
  purpose:
    '情報資産の管理の問題点と弱点を明らかにし、対策の実効性を保つ。本年度は外部サービスの契約を重点テーマとする。',
  methods:
    '書類確認を基本とし、書類で足りない事項は電子メールによるヒアリングで、特に必要が高い課は現場確認で確かめる。',
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
  other: '監査対象課への連絡は、全て発注者が行う。',
};
