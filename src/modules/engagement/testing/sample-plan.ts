/** A plan of a fictional city as the documents see it, from the real specification. */
import { chaptersOf, parseSpecification, resolveSpecification } from '../../../core/specification/index.ts';
import { readContent } from '../../../kernel/content.ts';
import type { EngagementProfile, Task, WorkPlan } from '../contract.ts';
import type { MasterSource } from '../documents/master-source.ts';
import type { PlanSource } from '../documents/plan-source.ts';
import { planTasks, tasksFrom } from '../rules.ts';
import { groupTasks } from '../schedule.ts';

const specification = resolveSpecification(parseSpecification(readContent('specifications/chiba-2026.yaml')));

export const sampleEngagement: EngagementProfile = {
  id: '01900000-0000-7000-8000-000000000001',
  specification: 'chiba-2026',
  title: '令和8年度情報セキュリティ監査業務委託',
  fiscalYear: 2026,
  contractDate: '2026-06-01',
  periodFrom: '2026-06-01',
  periodTo: '2027-03-31',
  municipality: 'あおば市',
  contractor: '株式会社みなと情報監査',
  client: {
    department: '総務局 情報経営部 情報セキュリティ課',
    address: 'あおば市中央区本町1丁目1番1号',
    tel: '000-000-0001',
    fax: '000-000-0002',
    email: 'security@city.aoba.example',
  },
  places: ['あおば市役所本庁舎', '受注者の事業所', 'その他発注者が指定する場所'],
  marking: '取扱注意',
  readings: {},
};

const MEMBERS = ['高橋 誠（主任担当者）', '佐藤 由紀', '中村 航'];

let made = 99;
const nextId = (): string => {
  made += 1;
  return `01900000-0000-7000-8000-${String(made).padStart(12, '0')}`;
};

export const sampleTasks: readonly Task[] = tasksFrom(planTasks(specification, sampleEngagement), nextId).map(
  (planned, index) => ({
    ...planned,
    members: planned.owner === 'city' ? [] : MEMBERS.slice(0, 1 + (index % 3)),
    percent: index < 6 ? 100 : index === 6 ? 40 : 0,
    actualStart: index < 7 ? planned.plannedStart : null,
    actualEnd: index < 6 ? planned.plannedEnd : null,
  }),
);

const plan: WorkPlan = {
  id: '01900000-0000-7000-8000-000000000002',
  version: 1,
  state: 'approved',
  reason: '',
  organisation: [
    '本業務は、主任担当者の統括の下に3名で行う。主任担当者は全ての成果物を確かめ、発注者との連絡の窓口となる。',
    '書類の確認とヒアリングは2名一組で行い、作成した者と確かめる者を分ける。',
    '緊急の連絡は主任担当者が受け、不在のときは佐藤が代わる。',
  ].join('\n'),
  environment:
    '作業は受注者の事業所の施錠できる監査室で行う。資料は暗号化した専用の保管領域に置き、業務用の端末だけで扱う。',
  tasks: [...sampleTasks],
  returnedReason: null,
  draftedAt: '2026-06-04T01:00:00.000Z',
  submittedAt: '2026-06-08T01:00:00.000Z',
  decidedAt: '2026-06-12T05:00:00.000Z',
};

const revised: WorkPlan = {
  ...plan,
  id: '01900000-0000-7000-8000-000000000003',
  version: 2,
  state: 'submitted',
  reason: '監査対象課の業務の繁忙期を避けるため、現場確認の時期を改めた。',
  draftedAt: '2026-10-05T01:00:00.000Z',
  submittedAt: '2026-10-06T01:00:00.000Z',
  decidedAt: null,
};

export const sampleSource: PlanSource = {
  engagement: sampleEngagement,
  specification: { title: specification.title, chapters: chaptersOf(specification) },
  plans: [plan, revised],
  plan: revised,
  tasks: sampleTasks,
  baseline: new Map(sampleTasks.map((task) => [task.id, task])),
  today: '2026-10-07',
};

/** Before any version of the plan exists. */
export const unplannedSource: PlanSource = {
  ...sampleSource,
  plans: [],
  plan: null,
  baseline: null,
  today: '2026-06-01',
};

/** The same year on one sheet. */
export const sampleMaster: MasterSource = {
  engagement: sampleEngagement,
  phases: groupTasks(sampleTasks, chaptersOf(specification)).map(({ title, tasks }, index) => ({
    title,
    tasks,
    percent: index < 2 ? 80 : 0,
  })),
  fixed: [
    { day: '2026-06-01', names: ['契約締結'] },
    { day: '2026-06-12', names: ['作業計画書の承認'] },
    { day: '2026-10-30', names: ['監査方針の決定'] },
    { day: '2027-03-31', names: ['事業報告書の提出期限', '委託期間の末日'] },
  ],
  meetings: ['2026-06-09', '2026-06-23', '2026-07-07', '2026-07-21'],
  edition: '作業計画書第1版',
  today: '2026-10-07',
};
