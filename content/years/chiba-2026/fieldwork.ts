/** November to January: documents, hearings, site visits and the checklist of every audited section (9(1)イ(イ)). */
import type { Step, World } from '../../../src/cli/year/year.ts';
import { auditContract } from '../../../src/modules/audit/contract.ts';
import { CASES } from './audit-cases.ts';
import { auditOf } from './audit-records.ts';
import { AUDITED, type Audited } from './cast.ts';
import type { Memory } from './memory.ts';

export function fieldwork(world: World, memory: Memory): Step[] {
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

function visited(key: 'systems' | 'citizens') {
  const found = CASES[key].visited;
  if (found === undefined) throw new Error(`${key} was not visited`);
  return found;
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
        where: visited(key).room,
        who: '主任担当者、監査人、課長',
      },
      { from: '14:00', to: '15:00', what: CASES[key].issue.approach, where: place, who: '監査人、担当係長' },
      { from: '15:00', to: '15:30', what: '確認した事実の共有', where: visited(key).room, who: '全員' },
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
    place: visited(key).room,
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
    cityAttendees: visited(key).attendees,
  });
  await lead.recordVisit({
    visitId: planned.id,
    version: planned.version,
    occurredOn,
    participants,
    cityAttendees: visited(key).attendees,
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
    decisions: visited(key).decisions,
  });
  const faults = Object.values(CASES[key].faults);
  const { findingIds } = await lead.submitOutline({
    visitId: held.id,
    version: held.version,
    summary: visited(key).summary,
    items: faults.slice(0, 1).map((fault) => ({ title: visited(key).title, fact: fault.fact, place: held.place })),
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
