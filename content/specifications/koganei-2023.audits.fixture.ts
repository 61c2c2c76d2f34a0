import type { Line } from './facts.fixture.ts';

const INTERNAL = ['d1', 'd2'];
const MY_NUMBER = ['n1', 'n2', 'n3', 'n4'];
const PLAN_FIELDS = ['監査の目的', '監査の範囲', '対象所属', '実施期間', '監査の内容', '監査の手順', '監査の手続'];
const OVERALL_PARTS = ['遵守状況', '問題点', '対策案', '総括', '来年度に向けた助言'];

/** The internal audit, the my-number self-check and audit, and the external audit of a faultless Koganei year. */
export function koganeiAudits(): Line[] {
  return [
    ...planned('internal', INTERNAL, 60),
    ...planned('my-number', MY_NUMBER, 180),
    ...internalAudit(),
    ...selfCheck(),
    ...myNumberAudit(),
    ...externalAudit(),
  ];
}

function planned(type: string, targets: readonly string[], minutesPerTarget: number): Line[] {
  const basis =
    type === 'internal'
      ? ['city-policy', 'mic-audit-guideline', 'mic-policy-guideline']
      : ['city-policy', 'my-number-act', 'my-number-guideline', 'mic-safety-measures', 'ppc-safety-measures'];
  return [
    ...targets.map((target): Line => ['2023-06-20', 'audit-target.agreed', target, { type }, 'city']),
    [
      '2023-06-23',
      'audit-plan.drafted',
      `bp-${type}`,
      {
        type,
        stage: 'basic',
        target: null,
        version: 1,
        fields: PLAN_FIELDS,
        targets: targets.length,
        share: 0.5,
        minutesPerTarget,
        considered: ['対象所属の繁忙期', '議会対応等の業務負荷'],
        outsideCycle: 0,
      },
    ],
    [
      '2023-07-03',
      'checklist.drafted',
      `cl-${type}`,
      { type, version: 1, items: 30, withoutBasis: 0, basis, editions: ['令和5年3月版'], uncovered: 0 },
    ],
    ['2023-08-25', 'checklist.agreed', `cl-${type}`, { type, version: 1 }, 'city'],
    ...targets.flatMap((target): Line[] => [
      [
        '2023-08-28',
        'audit-plan.drafted',
        `ip-${target}`,
        { type, stage: 'implementation', target, version: 1, fields: PLAN_FIELDS },
      ],
      ['2023-09-01', 'audit-plan.distributed', `ip-${target}`, { type, target }],
      ['2023-09-08', 'audit-plan.confirmed', `ip-${target}`, { type, target }, 'city'],
      ['2024-02-05', 'improvement.reported', `im-${target}`, { type, target, findings: 1 }, 'city'],
      [
        '2024-02-20',
        'followup.confirmed',
        `fu-${target}`,
        { type, target, techniques: ['ヒアリング', 'レビュー'], evidence: 1, meetsIntent: true, evaluated: true },
      ],
    ]),
    ['2024-03-01', 'findings-list.made', `fl-${type}`, { type, findings: 3, charts: 2 }],
    [
      '2024-03-05',
      'audit-report.drafted',
      `or-${type}`,
      { type, target: 'overall', version: 1, parts: OVERALL_PARTS, findings: 3, incomplete: 0 },
    ],
  ];
}

function internalAudit(): Line[] {
  const points = [
    '進み具合の管理',
    '監査目的の達成',
    '監査証拠の入手とその適正さ',
    '監査技法の実践',
    '検出事項の漏れ',
    '想定外の事柄への対応',
    '質問への対応支援',
    '監査の意見形成',
    'その他',
  ];
  return INTERNAL.flatMap((target): Line[] => [
    ['2023-10-17', 'audit-session.attended', `at-${target}`, { target, points, members: ['m1'] }],
    ['2023-11-06', 'auditor-report.submitted', `au-${target}`, { target, version: 1 }, 'city'],
    [
      '2023-11-20',
      'auditor-report.reviewed',
      `au-${target}`,
      { target, version: 1, criteria: ['検出事項の漏れ', '適切性', '有効性', '実現可能性'], advice: 1 },
    ],
  ]);
}

function selfCheck(): Line[] {
  const type = 'my-number-self-check';
  return [
    ['2023-06-05', 'affair.registered', 'af1', { type: '利用事務', department: 'n1' }, 'city'],
    ['2023-06-05', 'affair.registered', 'af2', { type: '関係事務', department: 'n2' }, 'city'],
    [
      '2023-06-15',
      'questionnaire.reviewed',
      'qr1',
      { type, version: 2, items: 25, changes: 3, viewpoint: '専門的観点' },
    ],
    ['2023-07-10', 'campaign.opened', 'sc1', { type, departments: ['n1', 'n2'], items: 25, fiscalYear: 2023 }, 'city'],
    [
      '2023-10-27',
      'self-check.analysed',
      'sz1',
      {
        type,
        affairs: 2,
        coverage: 1,
        issued: 40,
        collected: 40,
        media: ['エクセルシート'],
        contents: ['集計', '課題の可視化', '具体的な改善提案'],
        weakItems: 2,
        withoutProposal: 0,
      },
    ],
  ];
}

function myNumberAudit(): Line[] {
  const type = 'my-number';
  const considerations = [
    '法的根拠',
    '検出事項の重要性',
    '対応の容易さ',
    '費用面の制約',
    '物理的な制約',
    '組織上の制約',
    'その他事務特有の事項',
  ];
  return [
    ...MY_NUMBER.flatMap((target): Line[] => [
      [
        '2023-11-14',
        'audit-session.held',
        `as-${target}`,
        {
          type,
          target,
          participants: ['m1'],
          methods: ['ヒアリング', '視察'],
          minutes: 180,
          viewpoints: ['業務内容', '情報機器の利用状況', '職場環境'],
          unjudged: 0,
        },
      ],
      [
        '2024-01-16',
        'audit-report.drafted',
        `ar-${target}`,
        { type, target, version: 1, considerations, findings: 1, incomplete: 0 },
      ],
    ]),
    ['2024-01-18', 'common-issue.raised', 'ci1', { type, departments: MY_NUMBER }],
    ['2024-02-15', 'template.provided', 'tp1', { issue: 'ci1', document: '持出しの管理簿のひな型' }],
  ];
}

function externalAudit(): Line[] {
  const type = 'external';
  const targets = [
    { target: 'xn', segment: '内部情報ネットワーク基盤', system: '基盤' },
    { target: 'x1', segment: 'インターネット接続系', system: 's1' },
    { target: 'x2', segment: 'インターネット接続系', system: 's2' },
    { target: 'x3', segment: 'インターネット接続系', system: 's3' },
  ];
  return [
    ...targets.map(({ target, segment, system }): Line => [
      '2023-06-28',
      'audit-target.agreed',
      target,
      { type, segment, system },
      'city',
    ]),
    [
      '2023-08-01',
      'audit-plan.drafted',
      'xp',
      { type, stage: 'implementation', version: 1, fields: ['具体的な実施内容', '実施体制', '実施工程'] },
    ],
    ['2023-08-22', 'audit-plan.agreed', 'xp', { type, stage: 'implementation', version: 1 }, 'city'],
    [
      '2023-08-24',
      'checklist.drafted',
      'cl-external',
      { type, version: 1, items: 36, commonItems: 23, addedItems: 13, withoutBasis: 0 },
    ],
    ...targets.map(({ target }): Line => [
      '2023-10-31',
      'audit-session.held',
      `as-${target}`,
      {
        type,
        target,
        participants: ['m1'],
        methods: ['監査資料のレビュー', '監査対象部署へのヒアリング'],
        unjudged: 0,
      },
    ]),
    [
      '2024-01-30',
      'audit-report.drafted',
      'xr',
      {
        type,
        target: 'overall',
        version: 1,
        parts: ['全監査項目の結果', '指摘事項の具体的内容', '改善方針案'],
        findings: 2,
        incomplete: 0,
        withoutRemedy: 0,
        items: 36,
        judged: 36,
      },
    ],
    ['2024-02-13', 'audit-report.settled', 'xr', { type, target: 'overall', version: 1 }, 'city'],
  ];
}
