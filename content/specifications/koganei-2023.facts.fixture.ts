import { addDays } from '../../src/core/calendar/index.ts';
import type { Fact } from '../../src/core/obligation/index.ts';
import { acknowledged, type Line, monthly, noneDeclared, streamOf } from './facts.fixture.ts';
import { koganeiAudits } from './koganei-2023.audits.fixture.ts';
import { koganeiDelivery } from './koganei-2023.delivery.fixture.ts';

const MEMBERS = ['m1', 'm2'];
const HELD = { mode: '対面', venue: '小金井市役所', document: null, cityPeople: 2, contractorPeople: 2 };

/** The smallest stream of facts with which a whole Koganei year leaves no clause open. Contract confirmed 2023-04-03. */
export function koganeiFacts(): Fact[] {
  return streamOf([
    ...beginning(),
    ...team(),
    ...meetings(),
    ...diagnosis(),
    ...passwords(),
    ...training(),
    ...koganeiAudits(),
    ...documents(),
    ...koganeiDelivery(),
  ]);
}

function beginning(): Line[] {
  const created = {
    specification: 'koganei-2023',
    contractDate: '2023-04-03',
    periodFrom: '2023-04-04',
    periodTo: '2024-03-31',
    contractName: '小金井市情報セキュリティ管理委託',
    places: ['小金井市役所'],
  };
  const fields = ['詳細な作業内容', 'スケジュール', '詳細な監査項目'];
  return [
    ['2023-04-03', 'engagement.created', 'e1', created, 'city'],
    ...acknowledged('2023-04-10', ['9(1)', '9(2)']),
    ...noneDeclared('2023-04-10', ['subcontract']),
    [
      '2023-04-28',
      'point.agreed',
      'pt1',
      { clause: '3', topic: '令和5年度の改善目標', decision: '資産台帳の整備' },
      'city',
    ],
    ['2023-05-08', 'plan.drafted', 'p1', { version: 1, fields, members: 2 }],
    ['2023-05-08', 'plan.submitted', 'p1', { version: 1, form: 'electronic', copies: 0 }],
    ['2023-05-12', 'plan.approved', 'p1', { version: 1 }, 'city'],
    ['2023-05-15', 'material.received', 'mat1', { level: '2', kind: 'document', public: false, origin: 'lent' }],
    [
      '2023-05-15',
      'standard.received',
      'mic-audit-guideline',
      { code: 'mic-audit-guideline', edition: '令和4年3月版', public: true },
    ],
  ];
}

function team(): Line[] {
  const credential = (type: string, field: string | null = null): Line => [
    '2023-04-05',
    'firm-credential.registered',
    `fc-${type}`,
    { type, number: '1', field, validFrom: '2022-01-01', validTo: '2024-12-31' },
  ];
  const appointed = (member: string, role: string): Line => [
    '2023-04-05',
    'role.appointed',
    `${member}-${role}`,
    { member, role },
  ];
  return [
    ...MEMBERS.flatMap((member): Line[] => [
      ['2023-04-05', 'member.assigned', member, { member, role: '業務担当者' }],
      ['2023-04-05', 'confidentiality.signed', member, { member }],
    ]),
    ['2023-04-06', 'oath.submitted', 'oa1', { signer: 'member', members: MEMBERS, subcontract: null }],
    appointed('m1', '業務責任者'),
    appointed('m2', '業務担当者'),
    appointed('m2', '品質管理者'),
    ['2023-04-05', 'experience.registered', 'x1', { member: 'm1', category: '市町村', counted: true }],
    [
      '2023-04-05',
      'qualification.registered',
      'q1',
      { member: 'm1', code: 'cisa', number: '1', validFrom: '2020-01-01', validTo: null },
    ],
    ...['iso9001', 'iso27001', 'privacy-mark', 'csirt', 'cybersecurity-association', 'csirt-association'].map((type) =>
      credential(type),
    ),
    credential('audit-service-list', '公務（官公庁・自治体等）'),
    credential('diagnosis-service-list', '公務（官公庁・自治体等）'),
    ['2023-05-12', 'work.recorded', 'w1', { clause: '4(1)②ア', mode: '対面', members: MEMBERS, responsible: 'm1' }],
  ];
}

function meetings(): Line[] {
  const held = (meeting: string, day: string, type: string): Line[] => [
    [day, 'meeting.held', meeting, { type, ...HELD }],
    [addDays(day, 2), 'minutes.submitted', `mn-${meeting}`, { meeting, edition: 1 }],
  ];
  return [
    ...monthly('2023-04-20', 12).flatMap((day, index) => held(`rg${index}`, day, 'regular')),
    ...held('mt-internal', '2023-07-11', 'internal-checklist-review'),
    ...held('mt-my-number', '2023-08-08', 'my-number-checklist-review'),
    ...held('mt-diagnosis', '2024-02-06', 'diagnosis-report'),
    ...held('mt-external', '2024-03-05', 'external-audit-report'),
    ['2023-06-12', 'consultation.received', 'c1', { category: 'マイナンバー', channel: '電話' }, 'city'],
    ['2023-06-12', 'consultation.triaged', 'c1', { decision: 'contractor', month: null }, 'city'],
    ['2023-06-15', 'consultation.answered', 'c1', { channel: '電話', citations: ['city-policy 1'], questions: 1 }],
  ];
}

function diagnosis(): Line[] {
  const target = (subject: string, data: Record<string, unknown>): Line => [
    '2023-07-18',
    'diagnosis-target.agreed',
    subject,
    data,
    'city',
  ];
  const report = (edition: string): Line => [
    '2024-01-12',
    'diagnosis-report.drafted',
    `dr-${edition}`,
    {
      kind: 'network',
      version: 1,
      edition,
      contents: ['調査結果', '脆弱性に対する提言事項', '緊急性・重要性等によるレベル付け', '具体的な対策'],
      axes: ['緊急性', '重要性'],
      incomplete: 0,
      considerations: ['システム構成', '運用体制'],
      withoutAnalysis: 0,
    },
  ];
  return [
    [
      '2023-06-20',
      'diagnosis-method.proposed',
      'dm1',
      { tools: ['検査ツール'], threats: ['最新の脅威'], toolsBy: '受託者' },
    ],
    ['2023-06-27', 'diagnosis-method.accepted', 'dm1', {}, 'city'],
    ...['1', '2', '3', '4'].map((n) => target(`ex${n}`, { kind: 'penetration', route: 'external', unit: 'IP' })),
    ...['1', '2', '3', '4', '5', '6', '7', '8'].map((n) =>
      target(`in${n}`, { kind: 'penetration', route: 'internal', unit: 'IP' }),
    ),
    ...['1', '2'].map((n) => target(`web${n}`, { kind: 'web', pages: 5 })),
    [
      '2023-09-12',
      'diagnosis.pre-checked',
      'pc1',
      { kind: 'penetration', limits: '毎秒10件', stopCondition: '応答の遅れ', destructive: false },
    ],
    [
      '2023-09-14',
      'carry-out.requested',
      'co1',
      {
        materials: ['ログ'],
        purpose: '解析',
        medium: '暗号化した媒体',
        clause: '4(1)①ア-p3',
      },
    ],
    ['2023-09-19', 'carry-out.decided', 'co1', { approved: true }, 'city'],
    [
      '2023-09-20',
      'diagnosis.held',
      'dg1',
      {
        kind: 'penetration',
        days: 1,
        reason: null,
        targets: 12,
        operatorPresent: true,
        operatorFrom: '09:00',
        operatorTo: '17:00',
        disturbances: 0,
      },
    ],
    ['2023-09-20', 'carry-out.taken', 'co1', {}],
    ['2023-09-20', 'finding.urgent-raised', 'uf1', { source: 'diagnosis', awareOn: '2023-09-20' }],
    ['2023-09-21', 'finding.urgent-reported', 'uf1', { source: 'diagnosis' }],
    ['2023-10-10', 'carry-out.returned', 'co1', {}],
    [
      '2023-10-20',
      'diagnosis.checked',
      'dc1',
      {
        kind: 'configuration',
        items: 12,
        targets: 12,
        empty: 0,
        withoutService: 0,
      },
    ],
    ['2023-11-10', 'diagnosis.checked', 'dc2', { kind: 'web', items: 5, targets: 2, empty: 0, pages: 10 }],
    ['2024-01-10', 'diagnosis.rated', 'rt1', { scale: '5段階', level: '3', advice: 4, withoutAdvice: 0 }],
    report('full'),
    report('executive'),
  ];
}

function passwords(): Line[] {
  return [
    ['2023-08-01', 'password-procedure.proposed', 'pp1', { steps: 4, alternative: false }],
    [
      '2023-09-15',
      'password-tool.handed-over',
      'pt1',
      { items: ['パスワードファイル抽出ツール', 'ツール運用手引書'], version: '1', checksum: 'a1' },
    ],
    [
      '2023-10-03',
      'password-file.extracted',
      'pf1',
      { tool: 'pt1', system: '認証サーバ', accounts: 1012, checksum: 'b2' },
      'vendor',
    ],
    ['2023-10-04', 'password-file.handed-over', 'pf1', { checksum: 'b2', encrypted: true }, 'city'],
    ['2023-10-04', 'password-file.received', 'pf1', { checksum: 'b2', matches: true }],
    [
      '2023-10-20',
      'password-analysis.completed',
      'pa1',
      {
        accounts: 1012,
        columns: ['解析時間', '解読数', '解読割合', '増分数', '増分割合'],
        checkpoints: [10, 30, 60, 180, 360, 720, 1440, 4320, 10_080, 14_400],
        reached: 10,
        unexplained: 0,
        tables: 1,
      },
    ],
    [
      '2023-11-15',
      'password-report.drafted',
      'pr1',
      {
        sections: ['解析ツール', '解析環境', '解析方法', '経過時間ごとの解析結果表'],
        environment: ['OS', 'CPU性能', 'メモリー容量'],
        version: 1,
      },
    ],
    ['2023-12-01', 'password-file.erased', 'pf1', { method: '完全消去', irrecoverable: true, person: 'm1' }],
  ];
}

type Course = { course: string; audience: string[]; sessions: number; people: number; day: string };

const COURSES: Course[] = [
  { course: '初級研修', audience: ['新規採用職員', '会計年度任用職員'], sessions: 1, people: 390, day: '2023-07-20' },
  { course: '中級研修', audience: ['すべての職員'], sessions: 4, people: 120, day: '2023-10-12' },
  { course: '運用管理者向け研修', audience: ['各課の運用管理者'], sessions: 3, people: 80, day: '2023-11-09' },
  { course: 'マイナンバー研修（利用事務）', audience: ['利用事務の職員'], sessions: 2, people: 42, day: '2023-10-24' },
  { course: 'マイナンバー研修（関係事務）', audience: ['関係事務の職員'], sessions: 1, people: 30, day: '2023-10-25' },
];

function training(): Line[] {
  return [
    ['2023-05-10', 'course.proposed', 'cp-ex', { course: '理事者向け研修', audience: ['理事者'], aim: '統一した意思' }],
    [
      '2023-07-03',
      'course-material.prepared',
      'cm-ex',
      {
        course: '理事者向け研修',
        contents: ['前年度の活動報告', '今年度の活動計画'],
        sources: ['前年度活動報告'],
      },
    ],
    ...COURSES.flatMap((it, index) => course(it, index)),
    [
      '2023-08-15',
      'course-material.prepared',
      'cm-au',
      { course: '内部監査人養成研修', version: 1, contents: ['座学', '視察項目の演習'], items: 1 },
    ],
    [
      '2023-09-05',
      'course.held',
      'ch-au',
      { course: '内部監査人養成研修', forms: ['座学', '実技演習'], minutes: 180, participants: 12, exercises: 1 },
    ],
  ];
}

function course({ course: name, audience, sessions, people, day }: Course, index: number): Line[] {
  const data = { course: name };
  return [
    ['2023-05-10', 'course.proposed', `cp${index}`, { ...data, audience, aim: '対策の徹底', sessions }],
    ['2023-06-20', 'course.agreed', `ca${index}`, { ...data, subjects: ['実施時期', '内容'] }, 'city'],
    ['2023-07-10', 'course.surveyed', `cs${index}`, { ...data, answers: people }],
    ['2023-07-12', 'course-material.prepared', `cm${index}`, { ...data, version: 1, items: 8, missing: 0 }],
    ...Array.from({ length: sessions }, (_, session): Line => [
      day,
      'course.held',
      `ch${index}-${session}`,
      {
        ...data,
        mode: '集合',
        considered: ['受講人数', '受講者の特性'],
        minutes: 60,
        participants: Math.round(people / sessions),
      },
    ]),
    ['2023-12-20', 'course.closed', `cc${index}`, { ...data, sessions, participants: people }],
    ['2023-12-25', 'course.analysed', `cz${index}`, { ...data, instruments: ['テスト'], answers: people }],
  ];
}

const DOCUMENTS = [
  'セキュリティポリシー',
  '危機管理対応策',
  '情報セキュリティ法規制等登録簿',
  'セキュリティ管理文書一覧表',
  '管理記録一覧表',
  '情報セキュリティ所掌事項一覧表',
  '情報資産管理台帳',
  'セキュリティ区画管理台帳',
  '外部接続装置管理台帳',
  '情報セキュリティリスク管理表',
  'ウイルス対策管理台帳',
  '情報セキュリティ対策実施手順書',
];

function documents(): Line[] {
  const fields = ['現行の文章', '改訂案', '改訂の理由'];
  return [
    ['2023-06-01', 'document-support.proposed', 'ds1', { documents: DOCUMENTS, criteria: ['実施可能', '合理的'] }],
    ['2023-06-20', 'document-support.agreed', 'ds1', { documents: DOCUMENTS }, 'city'],
    ...DOCUMENTS.map((document, index): Line =>
      index === 7
        ? ['2023-11-20', 'revision.unneeded', `rv${index}`, { document, reason: '変更がない' }]
        : ['2023-11-20', 'revision.proposed', `rv${index}`, { document, fields, provisions: 2, discussed: true }],
    ),
  ];
}
