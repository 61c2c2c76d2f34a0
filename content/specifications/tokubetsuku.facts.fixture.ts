import type { Day } from '../../src/core/calendar/index.ts';
import type { ActorParty, Fact } from '../../src/core/obligation/index.ts';
import { type Line, monthly, noneDeclared, streamOf } from './facts.fixture.ts';

const SECTIONS = Array.from({ length: 12 }, (_, n) => `i${n + 1}`);
const DRILL_SECTIONS = Array.from({ length: 23 }, (_, n) => `d${n + 1}`);
const SYSTEMS = ['s1', 's2'];
const AREAS = [
  '1(1)エ',
  '1(2)ア',
  '1(3)カ',
  '1(4)カ',
  '1(5)ア',
  '1(6)イ(ウ)',
  '1(7)ア',
  '1(8)',
  '1(9)ア(ウ)',
  '1(10)ア',
];
const PLAN_FIELDS = [
  '本調査の実施方法の要領',
  '調査場所ごとの監査従事者',
  '調査場所ごとの調査時期',
  '集める監査証拠の範囲',
  '監査証拠の集め方',
  '特別な評価方法があればその内容',
  '評価の日',
  '監査の協議の日時と内容',
  '監査報告会の日時と内容',
  'その他監査に必要な事項',
];
const POINTS = [
  '進み具合の管理',
  '監査目的の達成',
  '監査証拠の入手とその適正さ',
  '監査技法の実践',
  '検出事項に漏れがないか',
  '計画時に想定外だった事柄への対応',
  '内部監査人の権限を越える質問への対応',
  '監査の意見形成',
  'その他の円滑な実施に要る事項',
  '内部監査報告書のレビュー',
];
const VENDOR_CHECKS = ['情報システムの対策状況', '保守業者等による区情報資産の管理方法'];

/**
 * The smallest stream of facts with which a whole year of the ward leaves no clause open. Contract date 2026-04-01, end of
 * the period 2027-03-31: both come from the contract, the specification names neither.
 */
export function tokubetsukuFacts(): Fact[] {
  return streamOf([
    ...beginning(),
    ...meetings(),
    ...internalAudit(),
    ...selfCheck(),
    ...externalAudit('asset'),
    ...externalAudit('system'),
    ...assetSessions(),
    ...systemSessions(),
    ...training(),
    ...drill(),
    ...incidentsAndServices(),
    ...policy(),
    ...deliveries(),
  ]);
}

function beginning(): Line[] {
  const created = {
    specification: 'tokubetsuku',
    contractDate: '2026-04-01',
    periodFrom: '2026-04-01',
    periodTo: '2027-03-31',
    contractName: '情報セキュリティ対策支援業務委託',
    places: ['区役所'],
  };
  return [
    ['2026-04-01', 'engagement.created', 'e1', created, 'city'],
    ['2026-04-01', 'member.assigned', 'm1', { member: 'm1', role: '主たる担当者', roles: ['主たる担当者'] }],
    ['2026-04-01', 'member.assigned', 'm2', { member: 'm2', role: '担当者', roles: ['担当者'] }],
    ['2026-04-01', 'lead.appointed', 'm1', { member: 'm1' }],
    ['2026-04-02', 'substitute.named', 'm1', { member: 'm1', role: '主たる担当者', substitute: 'm2' }],
    ...['m1', 'm2'].map((member): Line => ['2026-04-02', 'confidentiality.signed', member, { member }]),
    ...noneDeclared('2026-04-03', ['subcontract']),
    ['2026-04-06', 'annex.registered', 'x1', { annex: '別紙1-1', items: 20 }],
    ['2026-04-07', 'material.received', 'mat1', { origin: 'lent', kind: 'document', public: false }],
    ['2026-04-30', 'material.received', 'mat2', { origin: 'created', kind: 'document', public: false }],
    ['2026-04-10', 'wbs.generated', 'e1', { clauses: AREAS, tasks: 60 }],
    ['2026-04-10', 'compliance.declared', 'e1', { laws: ['労働基準法'], occurredOn: '2026-04-10' }],
    ...['1(2)', '1(5)-p1', '3'].map((clause): Line => [
      '2026-04-20',
      'point.agreed',
      clause,
      { clause, topic: clause, decision: '決定' },
      'city',
    ]),
    ...monthly('2026-04-15', 12).map((day, n): Line => [
      day,
      'task.progressed',
      `t${n}`,
      { clause: '1(10)ア', percent: n * 8, status: 'in-progress' },
    ]),
  ];
}

function meetings(): Line[] {
  const held = (day: Day, recorded: Day, id: string, type: string): Line[] => [
    [day, 'meeting.held', id, { type, occurredOn: day, mode: '対面', venue: '会議室', participants: ['m1'] }],
    [recorded, 'minutes.submitted', id, { meeting: id, edition: 1 }],
    [recorded, 'minutes.approved', id, { meeting: id, edition: 1 }, 'city'],
  ];
  return [
    ...monthly('2026-04-20', 12).flatMap((day, n) => held(day, day, `mo${n}`, 'monthly')),
    ...held('2026-09-15', '2026-09-17', 'mab', 'asset-audit-briefing'),
    ...held('2026-10-15', '2026-10-19', 'msb', 'system-audit-briefing'),
    ...held('2026-11-05', '2026-11-09', 'mdp', 'drill-preparation'),
    ...held('2026-11-16', '2026-11-18', 'msc', 'self-check-debriefing'),
    ...held('2027-01-19', '2027-01-21', 'mad', 'asset-audit-debriefing'),
    ...held('2027-02-18', '2027-02-22', 'msd', 'system-audit-debriefing'),
  ];
}

function internalAudit(): Line[] {
  return [
    [
      '2026-05-20',
      'checklist.drafted',
      'ic',
      {
        type: 'internal',
        version: 1,
        items: 40,
        basis: ['mic-audit-guideline', 'city-standard', 'city-guideline'],
        editions: ['r7-03'],
        changed: 6,
        withoutBasis: 0,
        uncovered: 0,
      },
    ],
    [
      '2026-06-20',
      'audit-forms.revised',
      'if',
      { type: 'internal', documents: ['内部監査チェックリスト', '内部監査関連様式'], version: 1 },
    ],
    ['2026-07-01', 'course-material.prepared', 'cm-ia', { course: 'internal-auditor', version: 1 }],
    [
      '2026-07-10',
      'course.held',
      'ch-ia',
      {
        course: 'internal-auditor',
        forms: ['座学', '実技演習'],
        minutes: 170,
        exercises: ['視察項目', '聞き取り'],
        participants: 20,
      },
    ],
    ...SECTIONS.flatMap((target, n): Line[] => {
      const day = `2026-09-${String(n + 7).padStart(2, '0')}`;
      return [
        [day, 'audit-session.held', `is-${target}`, { type: 'internal', target, methods: ['ヒアリング'] }, 'city'],
        [day, 'audit-session.attended', `ia-${target}`, { target, points: POINTS, members: ['m1'] }],
        ['2026-10-02', 'auditor-report.submitted', `ir-${target}`, { target, version: 1 }, 'city'],
        ['2026-10-20', 'auditor-report.reviewed', `ir-${target}`, { target, version: 1, advice: 1 }],
      ];
    }),
    ['2026-12-10', 'improvement.reported', 'im1', { type: 'internal', target: 'i1', findings: 1 }, 'city'],
    [
      '2026-12-22',
      'followup.confirmed',
      'fo1',
      { type: 'internal', target: 'i1', techniques: ['書類調査', 'レビュー'], meetsIntent: true },
    ],
    [
      '2027-02-10',
      'audit-report.drafted',
      'iar',
      {
        type: 'internal',
        target: 'overall',
        version: 1,
        parts: ['遵守状況', '問題点', '対策案', '総括', '来年度に向けた助言'],
      },
    ],
    ['2027-02-10', 'findings-list.made', 'ifl', { type: 'internal', findings: 8, charts: 3 }],
  ];
}

function selfCheck(): Line[] {
  return [
    [
      '2026-07-15',
      'self-check.designed',
      'sc',
      {
        segments: ['一般職員', 'システム担当者', '保護担当者'],
        subjects: ['情報セキュリティ意識', '区セキュリティポリシーの理解'],
        items: 30,
        withoutSubject: 0,
        riskItems: 8,
        riskWithoutExplanation: 0,
      },
    ],
    ['2026-08-03', 'campaign.opened', 'sc', { type: 'self-check', items: 30 }, 'city'],
    ['2026-08-31', 'campaign.closed', 'sc', { type: 'self-check', answered: 12 }, 'city'],
    ['2026-10-05', 'self-check.analysed', 'sc', { segments: ['一般職員', 'システム担当者', '保護担当者'] }],
  ];
}

/** What both external audits have in common, a month apart: from the plan to the report. */
function externalAudit(type: 'asset' | 'system'): Line[] {
  const asset = type === 'asset';
  const on = (assetDay: Day, systemDay: Day): Day => (asset ? assetDay : systemDay);
  const debriefing = ['外部監査の結果', '本区の課題点', '他自治体の事例等を踏まえた対応方法'];
  return [
    [on('2026-07-20', '2026-08-20'), 'audit-plan.submitted', `ap-${type}`, { type, version: 1, fields: PLAN_FIELDS }],
    [on('2026-07-30', '2026-08-31'), 'audit-plan.agreed', `ap-${type}`, { type, version: 1 }, 'city'],
    [
      on('2026-08-20', '2026-09-20'),
      'checklist.drafted',
      `ac-${type}`,
      {
        type,
        version: 1,
        items: 50,
        basis: [
          'city-standard',
          'city-guideline',
          'section-procedure',
          'mic-audit-guideline',
          'system-management-standard',
        ],
        editions: ['r7-03'],
        withoutBasis: 0,
        sets: asset ? ['情報資産の保護', '特定個人情報の安全管理措置'] : ['情報システム'],
        trends: ['サイバー攻撃のトレンド', '他自治体の傾向', '本区特有の課題'],
      },
    ],
    [on('2026-08-31', '2026-09-30'), 'checklist.agreed', `ac-${type}`, { type, version: 1 }, 'city'],
    [
      on('2026-09-07', '2026-10-07'),
      'pre-survey.sent',
      `ps-${type}`,
      {
        type,
        targets: asset ? ['a1'] : SYSTEMS,
        subjects: asset ? ['情報資産', '特定個人情報'] : ['対象システム'],
        requestedDocuments: 8,
      },
    ],
    [
      on('2026-09-10', '2026-10-10'),
      'briefing.prepared',
      `br-${type}`,
      { type, contents: ['外部監査の趣旨', '実施方法', '事前調査に係る事前準備'] },
    ],
    [on('2026-09-28', '2026-10-28'), 'pre-survey.read', `ps-${type}`, { type, documents: 8, unread: 0 }],
    [
      on('2026-12-15', '2027-01-15'),
      'audit-report.drafted',
      `ar-${type}`,
      {
        type,
        version: 1,
        parts: asset ? ['事前調査の結果', '監査の結果'] : ['事前調査の結果', '監査の結果', '技術的検証の結果'],
        viewpoints: asset
          ? ['サイバー攻撃に必要な対策', '情報資産の保護に必要な対策', '特定個人情報の安全管理措置に必要な水準']
          : ['サイバー攻撃に必要な対策', '情報資産の保護に必要な対策'],
        myNumber: asset,
        incomplete: 0,
      },
    ],
    [on('2027-01-12', '2027-02-12'), 'debriefing.prepared', `db-${type}`, { type, contents: debriefing, cases: 2 }],
  ];
}

function assetSessions(): Line[] {
  return [
    [
      '2026-07-06',
      'audit-target.agreed',
      'a1',
      { type: 'asset', affair: 'f1', departments: ['dep1', 'dep2'], myNumber: true },
      'city',
    ],
    ...['dep1', 'dep2'].map((department): Line => [
      '2026-10-13',
      'audit-session.held',
      `as-${department}`,
      {
        type: 'asset',
        target: 'a1',
        department,
        methods: ['ヒアリング', '文書・記録の閲覧', '現場の視察'],
        onSite: true,
        place: '執務室',
        minutes: 110,
        checks: ['情報資産', '特定個人情報'],
        unjudged: 0,
      },
    ]),
  ];
}

function systemSessions(): Line[] {
  return [
    ...SYSTEMS.flatMap((target, n): Line[] => [
      [
        '2026-07-06',
        'audit-target.agreed',
        target,
        { type: 'system', affair: `f${n + 2}`, departments: ['dep3'], myNumber: false },
        'city',
      ],
      [
        '2026-09-01',
        'vendor-check.decided',
        `vc-${target}`,
        { target, vendorCheck: n === 0, siteVisit: n === 0, verification: n === 0, reason: '運用形態による' },
        'city',
      ],
      [
        '2026-11-10',
        'audit-session.held',
        `ss-${target}`,
        {
          type: 'system',
          target,
          department: 'dep3',
          methods: ['ヒアリング', '文書・記録の閲覧'],
          vendorPeople: n === 0 ? 2 : 0,
          vendorApproved: n === 0,
          checks: VENDOR_CHECKS,
          unjudged: 0,
        },
      ],
    ]),
    [
      '2026-11-24',
      'audit-session.held',
      'vs1',
      { type: 'vendor-site', target: 's1', place: 'データセンター', methods: ['現場の視察'], checks: VENDOR_CHECKS },
    ],
    [
      '2026-11-26',
      'verification.planned',
      'vp1',
      { target: 's1', window: '夜間', stopConditions: '応答の遅れ', contact: '運用の当番' },
    ],
    ['2026-11-30', 'verification.approved', 'vp1', { target: 's1' }, 'city'],
    ['2026-12-08', 'verification.run', 'vr1', { target: 's1', tool: 'scanner', toolVersion: '1', vulnerabilities: 2 }],
  ];
}

function training(): Line[] {
  const material = {
    method: 'eラーニング',
    version: 1,
    minutes: 65,
    exercises: ['理解度の問題'],
    textEdition: true,
    incidents: 2,
    variantsAlike: 0,
  };
  return [
    [
      '2026-08-20',
      'course-material.prepared',
      'cm-pi',
      {
        ...material,
        course: 'personal-information',
        variants: ['一般職員', 'システム担当者', '管理職'],
        standards: ['pip-guideline'],
        contents: ['安全管理措置'],
      },
    ],
    [
      '2026-08-28',
      'course-material.prepared',
      'cm-mn',
      {
        ...material,
        course: 'my-number',
        variants: ['一般職員（事務取扱担当者）', 'システム担当者', '管理職'],
        standards: ['my-number-guideline'],
        contents: ['安全管理措置', 'サイバーセキュリティの確保'],
      },
    ],
    ...[
      ['personal-information', '職員'],
      ['my-number', '個人番号事務取扱担当者'],
    ].flatMap(([course, audience]): Line[] => [
      ['2026-10-01', 'course.assigned', `ca-${course}`, { course, audience, people: 300 }, 'city'],
      ['2026-12-18', 'course.closed', `cc-${course}`, { course, sessions: 1, participants: 280 }],
    ]),
  ];
}

function drill(): Line[] {
  const on = (day: Day, kind: string, data: Record<string, unknown> = {}, party?: ActorParty): Line =>
    party === undefined ? [day, `drill.${kind}`, 'dr1', data] : [day, `drill.${kind}`, 'dr1', data, party];
  return [
    on('2026-08-03', 'targets-designated', { departments: DRILL_SECTIONS }, 'city'),
    on('2026-09-18', 'documents-revised', {
      documents: [
        '情報セキュリティ事故対応訓練業務計画書',
        '訓練資料',
        '訓練評価報告書',
        '情報セキュリティ事故対応訓練業務報告書',
      ],
      circumstances: '組織の改編を反映',
    }),
    on('2026-10-05', 'plan-issued', { scope: '年度単位', version: 1 }),
    on('2026-10-26', 'plan-issued', { scope: '訓練当日', version: 1 }),
    on('2026-10-16', 'scenario-drafted', { injects: 12, effects: ['職員同士の伝達', '区民サービス等への影響'] }),
    on('2026-10-30', 'scenario-approved', { version: 1 }, 'city'),
    on('2026-11-19', 'held', { departments: DRILL_SECTIONS }, 'city'),
    on('2026-11-19', 'attended', { members: ['m1', 'm2'], observations: 15, advice: 6 }),
    on('2026-11-19', 'critiqued', { contents: ['助言', '講評'] }),
    on('2026-11-20', 'report-due-set', { due: '2026-12-18' }, 'city'),
    on('2026-12-11', 'evaluated', { contents: ['専門的視点からの講評', '改善事項'], improvements: 4 }),
    on('2026-12-15', 'reported', { contents: ['実施内容', '結果'] }),
  ];
}

function incidentsAndServices(): Line[] {
  return [
    ['2026-06-22', 'city-incident.reported', 'in1', { departments: ['dep4'], category: '誤送信' }, 'city'],
    [
      '2026-06-24',
      'city-incident.visited',
      'in1',
      { steps: ['発生内容の確認', '原因の追跡', '再発防止への助言'], members: ['m1'] },
    ],
    ['2026-07-01', 'city-incident.report-submitted', 'in1', { causes: 1, measures: 3 }],
    ['2026-07-15', 'city-incident.closed', 'in1', {}, 'city'],
    ['2027-03-15', 'city-incident.summarised', 'e1', { fiscalYear: 2026, incidents: 1 }],
    ['2026-06-15', 'service-checklist.advised', 'sl1', { object: '外部委託', items: 20, version: 1 }],
    ['2026-06-15', 'service-checklist.advised', 'sl2', { object: 'クラウドサービス', items: 30, version: 1 }],
    ['2026-08-10', 'service-case.opened', 'v1', { kind: 'cloud', department: 'dep5', ismap: true }, 'city'],
    ['2026-08-24', 'service-case.advised', 'v1', { advice: 4, conditions: 1 }],
    ['2026-09-14', 'service-case.decided', 'v1', { approved: true }, 'city'],
    [
      '2026-05-11',
      'consultation.received',
      'c1',
      { category: '情報セキュリティ事業運営', channel: '電子メール', urgent: false },
      'city',
    ],
    [
      '2026-05-20',
      'consultation.answered',
      'c1',
      { channel: '電子メール', citations: [], considerations: ['他自治体等における対応実績'] },
    ],
    ['2026-10-20', 'recommendation.made', 're1', { basis: ['1(7)'], aims: ['インシデントの未然防止'] }],
    ['2026-11-20', 'recommendation.answered', 're1', {}, 'city'],
    ['2027-02-15', 'next-plan.drafted', 'np1', { inputs: ['国の動向', '他自治体の動向'], items: 12, period: '翌年度' }],
  ];
}

function policy(): Line[] {
  const document = 'city-policy';
  return [
    [
      '2026-08-28',
      'correspondence.updated',
      'co1',
      {
        standard: 'mic-policy-guideline',
        document,
        edition: 'r7-03',
        types: ['改訂漏れ', '追加必要事項等'],
        unexamined: 0,
      },
    ],
    ['2026-08-28', 'difference.found', 'df1', { document, type: '改訂漏れ' }],
    ['2026-09-24', 'difference.discussed', 'df1', { document, issues: 1 }],
    ['2026-10-08', 'difference.decided', 'df1', { document, decision: '反映' }, 'city'],
    [
      '2027-01-20',
      'revision.inputs-analysed',
      'rv1',
      { document, inputs: ['最新の総務省ガイドラインの改訂', '外部監査の結果'] },
    ],
    [
      '2027-01-29',
      'revision.proposed',
      'rv1',
      { document, version: 1, outputs: ['改訂案', '見え消し版', '新旧対照表'] },
    ],
    [
      '2027-02-26',
      'revision.proposed',
      'rv2',
      {
        document: 'incident-handbook',
        version: 1,
        basis: ['区セキュリティポリシー改訂', '本区インシデントの発生状況等'],
      },
    ],
    ['2026-12-14', 'procedure.supported', 'pr1', { action: '見直し', basis: ['city-standard'] }],
    ['2026-12-14', 'advice.given', 'ad1', { area: 'policy', citations: ['city-standard 4'], precedents: ['p1'] }],
    [
      '2027-02-24',
      'publicity.held',
      'pu1',
      { form: '研修会等', topics: ['改訂案の変更点', '見直し・作成した実施手順'] },
    ],
  ];
}

function deliveries(): Line[] {
  const early: [day: Day, type: string][] = [
    ['2026-10-20', 'self-check-report'],
    ['2026-09-14', 'asset-audit-briefing'],
    ['2026-10-14', 'system-audit-briefing'],
    ['2027-01-18', 'asset-audit-debriefing'],
    ['2027-02-17', 'system-audit-debriefing'],
    ['2026-11-12', 'drill-material'],
  ];
  const final = [
    'internal-checklist',
    'internal-forms',
    'internal-auditor-course',
    'internal-audit-report',
    'questionnaire',
    'asset-audit-plan',
    'system-audit-plan',
    'asset-audit-checklist',
    'system-audit-checklist',
    'asset-pre-survey',
    'system-pre-survey',
    'asset-audit-report',
    'system-audit-report',
    'personal-information-course',
    'my-number-course',
    'drill-plan',
    'drill-evaluation',
    'drill-report',
    'recurrence-report',
    'incident-summary',
    'service-checklist',
    'guideline-correspondence',
    'policy-revision-draft',
    'policy-comparison',
    'policy-publicity',
    'minutes',
    'next-plan',
    'other',
  ];
  const parts: [type: string, parts: string[]][] = [
    ['questionnaire', ['一般職員', 'システム担当者', '保護担当者']],
    ['personal-information-course', ['一般職員', 'システム担当者', '管理職', 'テキスト']],
    ['my-number-course', ['一般職員（事務取扱担当者）', 'システム担当者', '管理職', 'テキスト']],
    ['drill-plan', ['年度単位', '訓練当日']],
    ['policy-revision-draft', ['改訂案', '見え消し版']],
  ];
  return [
    ...[...early, ...final.map((type): [Day, string] => ['2027-03-19', type])].map(([day, type]): Line => [
      day,
      'deliverable.submitted',
      `dl-${type}`,
      { type, version: 1, form: 'electronic', format: 'docx' },
    ]),
    ...parts.map(([type, names]): Line => [
      '2027-03-19',
      'deliverable.parts-listed',
      `dl-${type}`,
      { type, parts: names },
    ]),
    ['2027-03-19', 'delivery.rest-listed', 'e1', { files: 3, excluded: 1, withoutReason: 0 }],
    ['2027-03-23', 'delivery.made', 'dv1', { form: 'bound', copies: 1 }],
    ['2027-03-23', 'delivery.made', 'dv2', { form: 'electronic', copies: 1 }],
    ['2027-03-26', 'material.returned', 'mat1', {}],
    ['2027-03-26', 'material.erased', 'mat2', { method: '抹消', irrecoverable: true, person: 'm1' }],
  ];
}
