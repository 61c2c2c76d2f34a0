import type { Line } from './facts.fixture.ts';

const SYSTEMS = ['s1', 's2', 's3', 's4', 's5'];
const WEBSITES = ['w1', 'w2', 'w3'];
const TARGETS = [...SYSTEMS, ...WEBSITES];
const AUDIT = { type: 'external' };

/** The external audit of five systems and three websites, from the plan to the follow-up. */
export function auditLines(): Line[] {
  return [...auditPreparation(), ...fieldWork(), ...auditResults()];
}

function auditPreparation(): Line[] {
  return [
    ...TARGETS.map((target): Line => [
      '2025-05-20',
      'audit-target.agreed',
      target,
      {
        ...AUDIT,
        kind: SYSTEMS.includes(target) ? 'system' : 'website',
        departments: [`d-${target}`],
        contractorHandles: target === 's1',
        externalService: target === 's2',
        procedure: SYSTEMS.includes(target),
      },
      'city',
    ]),
    ['2025-05-26', 'audit-plan.drafted', 'ap1', { ...AUDIT, version: 1, fields: ['監査の手順', '実施時期'] }],
    ['2025-06-05', 'audit-plan.submitted', 'ap1', { ...AUDIT, version: 1, fields: ['監査の手順', '実施時期'] }],
    [
      '2025-06-20',
      'checklist.drafted',
      'ac1',
      {
        ...AUDIT,
        version: 1,
        items: 60,
        withoutPoint: 0,
        basis: [
          'city-basic-policy',
          'city-standard',
          'city-system-procedure',
          'mic-policy-guideline',
          'mic-audit-guideline',
        ],
        editions: ['r6', 'r6', 'r7', 'r7-03', 'r7-03'],
      },
    ],
    ['2025-07-04', 'checklist.agreed', 'ac1', { ...AUDIT, version: 1 }, 'city'],
    [
      '2025-07-22',
      'pre-survey.sent',
      'ps1',
      { ...AUDIT, targets: TARGETS, variants: ['システム責任者用', '運用担当者用', '運用事業者用'] },
      'city',
    ],
    [
      '2025-07-23',
      'briefing.prepared',
      'b1',
      {
        ...AUDIT,
        contents: [
          '監査の意義',
          '目的',
          '手法',
          '実施フロー',
          '事前調査及びアンケートの内容',
          '本調査の手順及び実施内容',
          '実地監査当日の依頼事項等',
        ],
      },
    ],
    ...TARGETS.map((target): Line => [
      '2025-08-01',
      'audit-notice.sent',
      `an-${target}`,
      { department: `d-${target}` },
      'city',
    ]),
  ];
}

function fieldWork(): Line[] {
  return TARGETS.map((target, position): Line => {
    const minutes = SYSTEMS.includes(target) ? 120 : 60;
    return [
      `2025-09-${10 + position}`,
      'audit-session.held',
      `s-${target}`,
      {
        ...AUDIT,
        target,
        department: `d-${target}`,
        kind: SYSTEMS.includes(target) ? 'system' : 'website',
        onSite: true,
        place: '執務室',
        methods: ['インタビュー', '文書記録の閲覧', '現地視察'],
        plannedMinutes: minutes,
        minutes,
        participants: ['m1', 'm3'],
        interviewees: ['システム責任者', '運用担当者', '運用事業者'],
        interviewTopics: ['セキュリティに対する意識', '各種基準の認知度', 'システムの運用・管理などの対策状況'],
        documentsSeen: 4,
        placesSeen: 1,
        checks:
          target === 's1'
            ? ['委託先における情報資産の管理方法', '発注者の管理監督状況']
            : target === 's2'
              ? ['外部サービス利用に伴うリスクへの対策']
              : [],
      },
    ];
  });
}

function auditResults(): Line[] {
  const report = { ...AUDIT, version: 1, findings: 1, incomplete: 0 };
  return [
    ['2025-11-20', 'finding.drafted', 'f1', { department: 'd-s1' }],
    ['2025-12-01', 'finding.confirmed', 'f1', { department: 'd-s1' }, 'city'],
    ['2025-12-05', 'audit-report.drafted', 'ar1', { ...report, edition: '詳細版', parts: ['指摘事項', '助言'] }],
    ['2025-12-05', 'audit-report.drafted', 'ar2', { ...report, edition: '概要版', publicationChecked: true }],
    [
      '2025-12-08',
      'findings-list.made',
      'fl1',
      { ...AUDIT, columns: ['監査対象課', '指摘事項'], rows: 1, paper: 'A4', pages: 1 },
    ],
    ['2025-12-15', 'improvement-sheet.issued', 'f1', { ...AUDIT, uses: ['改善計画策定の確認', '改善計画実施の確認'] }],
    ['2026-01-20', 'improvement-plan.submitted', 'f1', AUDIT, 'city'],
    ['2026-01-26', 'improvement-plan.reviewed', 'f1', { ...AUDIT, checks: ['改善方法', '方針等'] }],
    ['2026-01-26', 'improvement.supported', 'is1', { ...AUDIT, channel: '電話', occurredOn: '2026-01-26' }],
    ['2026-01-30', 'improvement.support-recorded', 'is1', AUDIT],
    ['2026-03-20', 'follow-up.closed', 'e1', { ...AUDIT, open: 0 }],
  ];
}
