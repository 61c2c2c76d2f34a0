import type { Day } from '../../src/core/calendar/index.ts';
import type { ActorParty, Fact } from '../../src/core/obligation/index.ts';
import { type Line, monthly, noneDeclared, streamOf } from './facts.fixture.ts';
import { auditLines } from './tokubetsuku.audits.fixture.ts';

const DRILL_SECTIONS = Array.from({ length: 23 }, (_, n) => `d${n + 1}`);
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

/**
 * The smallest stream of facts with which a whole year of the ward leaves no clause open. Contract date 2026-04-01, end of
 * the period 2027-03-31: both come from the contract, the specification names neither.
 */
export function tokubetsukuFacts(): Fact[] {
  return streamOf([
    ...beginning(),
    ...meetings(),
    ...auditLines(),
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
