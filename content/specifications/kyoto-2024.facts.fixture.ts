import { addDays } from '../../src/core/calendar/index.ts';
import type { Fact } from '../../src/core/obligation/index.ts';
import { type Line, monthly, noneDeclared, rhythm, streamOf } from './facts.fixture.ts';

const AFFAIRS = ['t1', 't2'];
const SITES = ['v1', 'v2', 'v3', 'v4'];
const MEMBERS = ['m1', 'm2'];
const ON_SITE = { mode: '対面', venue: '市役所', document: null, cityPeople: 2, contractorPeople: 2 };
const WBS_CLAUSES = ['4(1)ア(ア)-p1', '4(1)ウ-p1', '4(1)エ-p1', '4(2)ア(ア)-p1', '4(2)イ-p1', '5(2)ア', '5(2)イ(ア)'];

/** The smallest stream of facts with which a whole Kyoto year leaves no clause open. Contract date 2024-04-05. */
export function kyotoFacts(): Fact[] {
  return streamOf([
    ...beginning(),
    ...team(),
    ...meetings(),
    ...accompaniment(),
    ...myNumberAudit(),
    ...vendorSites(),
    ...governance(),
    ...closing(),
  ]);
}

function beginning(): Line[] {
  const created = {
    specification: 'kyoto-2024',
    contractDate: '2024-04-05',
    periodFrom: '2024-04-05',
    periodTo: '2025-03-31',
    contractName: '情報セキュリティ対策等支援業務',
  };
  const received = (code: string, edition: string): Line => [
    '2024-05-10',
    'standard.received',
    code,
    { code, edition, public: false },
    'city',
  ];
  return [
    ['2024-04-05', 'engagement.created', 'e1', created, 'city'],
    ['2024-04-10', 'plan.drafted', 'p1', { version: 1, fields: ['業務項目別の作業内容', '運営体制'], members: 2 }],
    ['2024-04-10', 'wbs.generated', 'e1', { clauses: WBS_CLAUSES, tasks: 20 }],
    ['2024-04-12', 'meeting.held', 'kickoff', { type: 'kickoff', ...ON_SITE, document: 'p1' }],
    ['2024-04-19', 'plan.approved', 'p1', { version: 1 }, 'city'],
    ...noneDeclared('2024-04-19', ['subcontract', 'preexisting']),
    ['2024-04-22', 'measure.recorded', 'k1', { prevents: ['紛失', '滅失', '毀損', '盗難'], owner: 'm1' }],
    ['2024-05-07', 'material.received', 'mat1', { level: '3', kind: 'document', public: false, origin: 'lent' }],
    received('protection-assessment', '令和5年度'),
    received('city-system-regulation', '1'),
    received('city-standard', '1'),
    received('city-common-procedure', '1'),
    received('city-my-number-rules', '1'),
    received('my-number-guideline', '1'),
    received('mic-policy-guideline', '令和5年3月版'),
    received('city-system-guideline', '1'),
  ];
}

function team(): Line[] {
  const qualified = (member: string, code: string): Line => [
    '2024-04-08',
    'qualification.registered',
    `${member}-${code}`,
    { member, code, number: '1', validFrom: '2020-01-01', validTo: null },
  ];
  const appointed = (member: string, role: string): Line => [
    '2024-04-08',
    'role.appointed',
    `${member}-${role}`,
    { member, role },
  ];
  return [
    ...MEMBERS.flatMap((member): Line[] => [
      ['2024-04-08', 'member.assigned', member, { member, role: '従事者' }],
      ['2024-04-08', 'career.declared', member, { member, field: '情報システム分野', years: 12, asOf: '2024-04-01' }],
      ['2024-04-08', 'expertise.declared', member, { member, fields: ['セキュリティ監査'], evidence: '経歴書' }],
      ['2024-04-08', 'confidentiality.signed', member, { member }],
      ['2024-04-08', 'independence.declared', member, { member, departments: [], involved: false }],
    ]),
    appointed('m1', 'プロジェクトマネージャ'),
    appointed('m2', 'プロジェクトリーダ'),
    appointed('m1', '監査責任者'),
    appointed('m2', '監査担当者'),
    appointed('m2', '監査補助者'),
    appointed('m1', 'アドバイザー'),
    qualified('m1', 'pmp'),
    qualified('m1', 'cisa'),
    qualified('m2', 'network-specialist'),
  ];
}

function meetings(): Line[] {
  return [
    ...rhythm('2024-04-08', 14, 26).map((day, index): Line => [
      day,
      'meeting.held',
      `bw${index}`,
      { type: 'biweekly', ...ON_SITE, mode: 'オンライン', venue: null, licenceBy: '受託者' },
    ]),
    ...monthly('2024-04-22', 12).flatMap((day, index): Line[] => {
      const meeting = `rg${index}`;
      const papers = ['進捗状況報告書', '課題管理表', '概要スケジュール'];
      return [
        [addDays(day, -6), 'meeting.materials-sent', `ms${index}`, { meeting, type: 'regular', papers }],
        [day, 'information.provided', `if${index}`, { meeting, topics: ['国の事例'], sources: ['総務省'] }],
        [day, 'meeting.held', meeting, { type: 'regular', ...ON_SITE }],
        [addDays(day, 2), 'minutes.submitted', `mn${index}`, { meeting, edition: 1 }],
      ];
    }),
  ];
}

function accompaniment(): Line[] {
  const considerations = ['所管課での実現可能性', '最近の技術動向', '京都市情報セキュリティ対策基準等'];
  return [
    ['2024-05-13', 'consultation.received', 'c1', { category: '対策の実現可能性', channel: '画面' }, 'city'],
    ['2024-05-13', 'consultation.triaged', 'c1', { decision: 'contractor', month: '2024-05' }, 'city'],
    [
      '2024-05-20',
      'consultation.answered',
      'c1',
      { citations: ['city-standard 3'], considerations, counted: true, questions: 1 },
    ],
    [
      '2024-11-15',
      'policy-review.completed',
      'pr1',
      {
        document: 'city-standard',
        inputs: ['総務省の最新のポリシーガイドライン', '最新の技術動向', '令和5年度の改定箇所'],
        provisions: 40,
        gaps: 3,
      },
    ],
    [
      '2025-01-20',
      'revision.proposed',
      'rv1',
      { document: 'city-standard', fields: ['改定対象の規定名', '改定対象の項目', '改定案'], provisions: 3 },
    ],
    ['2024-06-17', 'service-assessment.requested', 'sa1', { department: 'd3', ismap: false }, 'city'],
    [
      '2024-07-01',
      'service-assessment.completed',
      'sa1',
      {
        result: '条件付きで利用可',
        ismapChecked: true,
        ismap: false,
        alternativeReason: '代わりのサービスがない',
        reasons: ['対策が確認できる'],
        conditions: 1,
      },
    ],
  ];
}

function myNumberAudit(): Line[] {
  const type = 'my-number';
  const briefing = ['事前説明会の説明資料', '提出を求める資料と調査内容の一覧'];
  return [
    [
      '2024-07-05',
      'checklist.drafted',
      'cl1',
      {
        type,
        version: 1,
        areas: ['情報システムの利用', '運用管理', '技術面の安全管理措置'],
        items: 30,
        withoutBasis: 0,
        basis: ['city-standard', 'my-number-guideline'],
      },
    ],
    ['2024-07-23', 'document-request.prepared', 'dr1', { department: 'd1', documents: 3, due: '2024-08-20' }],
    ['2024-07-23', 'meeting.materials-sent', 'ms-b', { meeting: 'mb', type: 'my-number-briefing', papers: briefing }],
    ['2024-07-30', 'meeting.held', 'mb', { type: 'my-number-briefing', ...ON_SITE, audience: '被監査部門' }],
    ['2024-08-20', 'document.received', 'dr1', { department: 'd1', files: 3 }, 'city'],
    ['2024-09-02', 'additional-document.notified', 'ad1', { target: 't1', documents: 1 }],
    ...AFFAIRS.flatMap((target, index): Line[] => [
      ['2024-06-10', 'audit-target.agreed', target, { type, affair: `a${index}`, system: `s${index}` }, 'city'],
      [
        '2024-09-11',
        'audit-session.held',
        `as-${target}`,
        {
          type,
          target,
          participants: MEMBERS,
          methods: ['担当者ヒアリング', '執務室の現地調査', '情報システム機器設置場所の現地調査', '資料調査'],
          additionalDocuments: index === 0 ? 1 : 0,
          unjudged: 0,
        },
      ],
      ['2024-10-15', 'working-paper.drafted', `wp-${target}`, { type, target, version: 1 }],
      ['2024-10-25', 'working-paper.confirmed', `wp-${target}`, { type, target, version: 1 }, 'city'],
      [
        '2024-12-02',
        'audit-report.drafted',
        `ar-${target}`,
        {
          type,
          target,
          version: 1,
          categories: ['評価できる事項', '改善すべき事項', '改善が望まれる事項'],
          findings: 4,
          incomplete: 0,
          glossary: true,
          plainChecked: true,
        },
      ],
      [
        '2024-12-06',
        'deliverable.submitted',
        `ar-${target}`,
        { type: 'my-number-audit-report', version: 1, form: 'electronic', format: 'docx' },
      ],
      [
        '2024-12-17',
        'meeting.materials-sent',
        `ms-${target}`,
        { meeting: `mr-${target}`, type: 'my-number-report', papers: ['監査報告会の説明資料'] },
      ],
      [
        '2024-12-20',
        'meeting.held',
        `mr-${target}`,
        { type: 'my-number-report', ...ON_SITE, document: `ar-${target}`, audience: '被監査部門' },
      ],
    ]),
  ];
}

function vendorSites(): Line[] {
  const type = 'vendor-site';
  return SITES.flatMap((target): Line[] => [
    [
      '2024-09-17',
      'audit-target.agreed',
      target,
      { type, vendor: target, route: '専用線', systems: ['住民記録'], occurredOn: '2024-09-17' },
      'city',
    ],
    [
      '2024-11-12',
      'audit-session.held',
      `as-${target}`,
      { type, target, participants: MEMBERS, methods: ['現地調査'], onSite: true, place: target, unjudged: 0 },
    ],
    ['2025-01-21', 'audit-report.drafted', `ar-${target}`, { type, target, version: 1, findings: 1, incomplete: 0 }],
  ]);
}

function governance(): Line[] {
  const carried = Array.from({ length: 9 }, (_, index) => ({
    subject: `ra${index}`,
    data: { category: 'a', reviewType: '調達審査', project: `pj${index}`, amount: 50_000, previousYear: true },
  }));
  const others = [
    {
      subject: 'rb',
      data: { category: 'b', reviewType: '調達審査', project: 'pj20', amount: 9000, importance: '全庁で使う' },
    },
    { subject: 'rc', data: { category: 'c', reviewType: '企画審査', project: 'pj21', amount: 30_000 } },
  ];
  return [
    ...[...carried, ...others].flatMap(({ subject, data }): Line[] => [
      ['2024-06-03', 'review-case.accepted', subject, data, 'city'],
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((viewpoint): Line => [
        '2024-07-10',
        'review-viewpoint.judged',
        subject,
        { viewpoint, judgement: '適切', comment: true, remarksOpen: 0 },
      ]),
      [
        '2024-07-12',
        'review-proposal.made',
        subject,
        { basis: ['京都市情報セキュリティ対策基準', '庁内基盤の整備状況'], architecture: true },
      ],
      [
        '2024-07-16',
        'review-case.completed',
        subject,
        {
          category: data.category,
          reviewers: ['受託者', '市職員'],
          businessBy: '業務所管課',
          technicalBy: '受託者',
          requested: data.amount,
          reviewed: data.amount,
          axes: ['調達仕様の適正化', '調達経費の適正化', '費用対効果の向上'],
          checked: ['機能要件', '非機能要件'],
          unworded: 0,
        },
      ],
    ]),
    ['2024-10-01', 'course-material.prepared', 'cm1', { course: '職員研修', version: 1, incidents: 2 }],
    ['2024-10-16', 'course.held', 'co1', { course: '職員研修', lecturer: '受託者', minutes: 30, participants: 40 }],
  ];
}

function closing(): Line[] {
  return [
    [
      '2025-03-26',
      'deliverable.submitted',
      'br',
      { type: 'business-report', version: 1, form: 'electronic', format: 'docx', chapters: 8 },
    ],
    ['2025-03-28', 'material.returned', 'mat1', {}],
  ];
}
