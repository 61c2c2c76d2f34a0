import type { Day } from '../../src/core/calendar/index.ts';
import type { Line } from './facts.fixture.ts';

const SECTIONS = Array.from({ length: 12 }, (_, n) => `i${n + 1}`);
const SYSTEMS = ['s1', 's2'];
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

/** The internal audit, the self-check and both external audits, from the plans to the reports. */
export function auditLines(): Line[] {
  return [
    ...internalAudit(),
    ...selfCheck(),
    ...externalAudit('asset'),
    ...externalAudit('system'),
    ...assetSessions(),
    ...systemSessions(),
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
