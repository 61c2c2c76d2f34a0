import type { Fact } from '../../src/core/obligation/index.ts';
import { acknowledged, type Line, noneDeclared, rhythm, streamOf } from './facts.fixture.ts';

const DEPARTMENTS = ['d1', 'd2', 'd3', 'd4'];
const ONLINE = {
  mode: 'オンライン',
  tool: 'ブラウザ会議',
  browserCapable: true,
  licenceBy: '受注者',
  terminalsBy: '双方',
};
const WBS_CLAUSES = [
  '9【監査対象課】-p2',
  '9【自己点検、予備調査】',
  '9(1)ア-p1',
  '9(1)ア-p2',
  '9(1)ア(ア)',
  '9(1)イ-p1',
  '9(1)イ(ア)-p1',
  '9(1)イ(ア)-p2',
  '9(1)イ(ア)※',
  '9(1)イ(イ)-p1',
  '9(1)イ(イ)-p5',
  '9(1)ウ-p1',
  '9(1)ウ(イ)',
  '9(1)エ-p1',
  '9(1)エ-p3',
  '9(1)エ※',
  '9(1)エ【発見事項の確認完了時期】',
  '9(1)オ-p1',
  '9(1)オ-p2',
  '9(1)カ',
  '9(2)',
];

/** The smallest stream of facts with which a whole Chiba year leaves no clause open. Contract date 2026-06-01. */
export function chibaFacts(): Fact[] {
  return streamOf([...preparation(), ...biweeklyMeetings(), ...audit(), ...closing()]);
}

function preparation(): Line[] {
  const created = {
    specification: 'chiba-2026',
    contractDate: '2026-06-01',
    periodFrom: '2026-06-01',
    periodTo: '2027-03-31',
    contractName: '令和8年度情報セキュリティ監査業務委託',
    clientDepartment: '業務改革推進課',
    clientTel: '000-000-0000',
    clientEmail: 'office@example.lg.jp',
    places: ['市役所'],
    marking: '取扱注意',
  };
  const received = (code: string, level: string): Line => [
    '2026-06-04',
    'standard.received',
    code,
    { code, public: !code.startsWith('city-') || code === 'city-basic-policy', level, tier: 1 },
    'city',
  ];
  return [
    ['2026-06-01', 'engagement.created', 'e1', created, 'city'],
    ...acknowledged('2026-06-02', ['10(7)-p5', '10(12)', '11(2)-p1']),
    ['2026-06-02', 'member.assigned', 'm1', { member: 'm1', role: 'lead' }],
    ['2026-06-02', 'lead.appointed', 'm1', { member: 'm1' }],
    ['2026-06-02', 'information-manager.appointed', 'm1', { member: 'm1' }],
    ['2026-06-02', 'rules.acknowledged', 'm1', { member: 'm1', rules: ['city-basic-policy'] }],
    [
      '2026-06-02',
      'qualification.registered',
      'q1',
      { member: 'm1', code: 'cisa', number: '1', validFrom: '2020-01-01', validTo: null },
    ],
    [
      '2026-06-02',
      'experience.registered',
      'x1',
      {
        member: 'm1',
        category: '指定都市',
        from: '2023-06-01',
        to: '2024-03-29',
        completed: true,
        activities: ['リスク評価'],
        counted: true,
      },
    ],
    [
      '2026-06-02',
      'firm-credential.registered',
      'c1',
      {
        type: 'service-list',
        number: '1',
        field: '情報セキュリティ監査サービス',
        validFrom: '2025-01-01',
        validTo: null,
      },
    ],
    [
      '2026-06-02',
      'firm-credential.registered',
      'c2',
      { type: 'isms', number: '2', validFrom: '2025-01-01', validTo: '2028-01-01' },
    ],
    ['2026-06-02', 'measure.recorded', 'k1', { prevents: ['漏えい', '改ざん', '滅失'], owner: 'm1' }],
    ['2026-06-02', 'environment.recorded', 'e1', { provided: false }],
    ['2026-06-03', 'confidentiality.signed', 'm1', { member: 'm1' }],
    ['2026-06-05', 'confidentiality.submitted', 's1', { members: ['m1'] }],
    [
      '2026-06-03',
      'handlers.notified',
      'n1',
      { members: ['m1'], fields: ['氏名', '所属', '役割', '特定個人情報の取扱いの有無'] },
    ],
    received('city-basic-policy', '1'),
    received('city-standard', '3'),
    received('city-guideline', '2'),
    received('mic-policy-guideline', '1'),
    received('mic-audit-guideline', '1'),
    ['2026-06-05', 'standard.precedence-set', 'e1', { order: [['city-standard'], ['mic-policy-guideline']] }],
    ['2026-06-05', 'material.received', 'mat1', { level: '3', kind: 'document', public: false }],
    ['2026-06-04', 'staff-training.plan-reported', 't1', {}],
    [
      '2026-06-08',
      'staff-training.held',
      't1',
      { topics: ['遵守事項', '罰則', '民事責任', 'その他'], members: ['m1'] },
    ],
    ['2026-06-10', 'staff-training.reported', 't1', {}],
    ['2026-06-10', 'level3.granted', 'm1', { member: 'm1' }],
    [
      '2026-06-05',
      'plan.drafted',
      'p1',
      { version: 1, fields: ['業務項目別の作業内容', '作業間の相互関係', '運営体制'], predecessors: 20, members: 1 },
    ],
    ['2026-06-05', 'wbs.generated', 'e1', { clauses: WBS_CLAUSES, tasks: 24 }],
    ['2026-06-09', 'plan.submitted', 'p1', { version: 1, form: 'electronic', copies: null }],
    ['2026-06-12', 'meeting.held', 'mt-plan', { type: 'ciso-plan', mode: '対面', venue: '市役所' }],
    ['2026-06-12', 'plan.approved', 'p1', { version: 1 }, 'city'],
    ['2026-06-12', 'message.recorded', 'msg1', { channel: '電子メール' }],
    ['2026-06-12', 'instruction.issued', 'i1', { members: ['m1'], channel: '電子メール' }, 'city'],
    ['2026-06-15', 'instruction.read', 'i1', { member: 'm1' }],
    ...noneDeclared('2026-06-12', ['subcontract', 'incident', 'preexisting']),
    ['2026-07-01', 'campaign.opened', 'sc', { type: 'self-check', items: 30, fiscalYear: 2026 }, 'city'],
    ['2026-07-01', 'campaign.opened', 'ps', { type: 'preliminary-survey' }, 'city'],
    ['2026-07-20', 'response.submitted', 'sc:d1', { type: 'self-check', department: 'd1' }, 'city'],
    ['2026-07-20', 'response.submitted', 'ps:d1', { type: 'preliminary-survey', department: 'd1' }, 'city'],
    ['2026-09-14', 'survey.delivered', 'sc', { type: 'self-check' }, 'city'],
    ['2026-09-14', 'survey.delivered', 'ps', { type: 'preliminary-survey' }, 'city'],
    [
      '2026-09-24',
      'departments.selected',
      'sel',
      { departments: DEPARTMENTS, bureaus: 4, reasons: ['高い'], basis: ['リスク値'] },
      'city',
    ],
    ['2026-09-25', 'departments.notified', 'sel', { departments: DEPARTMENTS, bureaus: ['b1'] }, 'city'],
    ['2026-09-25', 'theme.set', 'e1', { theme: '外部サービス', article: '第35', guideline: 'city-guideline' }, 'city'],
  ];
}

function biweeklyMeetings(): Line[] {
  return rhythm('2026-06-03', 14, 21).map((day, index): Line => [
    day,
    'meeting.held',
    `bw${index}`,
    { type: 'biweekly', ...ONLINE, venue: null },
  ]);
}

function audit(): Line[] {
  const fields = [
    '監査目的',
    '実施方法（書類確認・ヒアリング・現場確認）',
    '実施期間',
    '監査対象課の作業スケジュール',
    '監査対象課への依頼事項（書類提出等）',
    '指摘・意見の基準',
    'その他発注者が必要と認めた事項',
  ];
  return [
    ['2026-10-05', 'audit-policy.drafted', 'ap', { version: 1, fields }],
    ['2026-10-20', 'audit-policy.agreed', 'ap', { version: 1 }, 'city'],
    ['2026-10-20', 'audit-policy.agreed', 'ap', { version: 1 }],
    ['2026-10-22', 'edition.confirmed', 'city-standard', { code: 'city-standard', edition: '1' }],
    ['2026-10-22', 'independence.declared', 'm1', { member: 'm1', departments: DEPARTMENTS, involved: false }],
    ...DEPARTMENTS.flatMap((department): Line[] => [
      ['2026-11-02', 'audit-notice.sent', department, { department, policy: 'ap' }, 'city'],
      ['2026-11-04', 'method.chosen', `mc-${department}`, { department, documents: true, reason: '書類で足りる' }],
      ['2026-11-05', 'document-request.prepared', `dr-${department}`, { department, documents: 2 }],
      ['2026-11-06', 'document-request.sent', `dr-${department}`, { department }, 'city'],
      ['2026-11-13', 'document.received', `dr-${department}`, { department, files: 2 }, 'city'],
      [
        '2026-12-01',
        'check.judged',
        `ck-${department}`,
        { department, judgement: '適切', method: '書類確認', evidence: 1 },
      ],
      [
        '2027-02-17',
        'result-notice.drafted',
        department,
        { department, columns: ['発見事項', '指摘・意見の評価', '想定されるリスク', '改善提言'] },
      ],
      ['2027-02-26', 'result-notice.sent', department, { department }, 'city'],
    ]),
    ...DEPARTMENTS.slice(1).map((department): Line => [
      '2026-11-10',
      'contract-check.not-applicable',
      department,
      { department, reason: '対象の契約がない' },
      'city',
    ]),
    ['2026-11-10', 'contract.designated', 'ct1', { department: 'd1', documents: 3 }, 'city'],
    ...Array.from({ length: 29 }, (_, index): Line => [
      '2026-12-10',
      'contract-item.judged',
      `ct1:${index + 1}`,
      {
        contract: 'ct1',
        item: index + 1,
        judgement: index === 0 ? 'absent' : 'reflected',
        advice: index === 0,
        kind: index === 0 ? 'example' : null,
      },
    ]),
    ['2026-12-11', 'contract-check.completed', 'ct1', { items: 29 }],
    ['2026-12-11', 'service-register.checked', 'ct1', { contract: 'ct1', result: 'correct' }],
    ['2026-11-24', 'hearing.held', 'h1', { department: 'd1', mode: '対面' }],
    ['2026-12-01', 'hearing.minutes-submitted', 'h1', {}],
    ['2026-11-20', 'hearing.held', 'h2', { department: 'd2', mode: 'メール' }],
    ['2026-11-30', 'visit.timetable-submitted', 'v1', { department: 'd1' }],
    ['2026-12-02', 'visit.timetable-confirmed', 'v1', {}, 'city'],
    ['2026-12-08', 'visit.held', 'v1', { department: 'd1', participants: ['m1'] }],
    ['2026-12-15', 'visit.outline-submitted', 'v1', { findings: 1 }],
    ['2027-01-20', 'finding.drafted', 'f1', { department: 'd1', grade: '指摘', basis: ['art35'], source: '9(1)イ' }],
    ['2027-01-28', 'finding.view-recorded', 'f1', { department: 'd1', view: 'agreed' }, 'city'],
    ['2027-02-03', 'finding.confirmed', 'f1', { department: 'd1' }, 'city'],
    ['2027-02-24', 'meeting.held', 'mt-result', { type: 'ciso-result', ...ONLINE, venue: null }],
    ...DEPARTMENTS.slice(1).map((department): Line => [
      '2027-03-04',
      'meeting.held',
      `mt-${department}`,
      { type: 'section', department, mode: '対面', venue: '市役所' },
    ]),
    ['2027-03-04', 'explanation.waived', 'd1', { department: 'd1', reason: '不要' }, 'city'],
  ];
}

function closing(): Line[] {
  return [
    ...[1, 2, 3].flatMap((round): Line[] => [
      [
        `2026-1${round - 1}-20`,
        'support.requested',
        `sr${round}`,
        { trigger: '総務省ガイドライン等の改定', document: '対策基準' },
        'city',
      ],
      [`2026-1${round - 1}-27`, 'support.advised', `sr${round}`, { round, basis: ['mic-policy-guideline'] }],
    ]),
    ['2026-10-14', 'inspection.requested', 'in1', {}, 'city'],
    ['2026-10-15', 'inspection.answered', 'in1', {}],
    [
      '2026-10-28',
      'inspection.held',
      'in1',
      { mode: '実地', reason: null, place: '作業場所', objects: ['管理体制', '実施体制', '管理状況'] },
      'city',
    ],
    ['2027-03-18', 'deliverable.reviewed', 'br', { type: 'business-report', version: 1, reviewer: 'm1' }],
    ['2027-03-24', 'meeting.held', 'mt-report', { type: 'report', mode: '対面', venue: '市役所', document: 'br' }],
    [
      '2027-03-26',
      'deliverable.submitted',
      'br',
      { type: 'business-report', version: 1, form: 'email', format: 'docx', chapters: 7 },
    ],
    ['2027-03-30', 'material.erased', 'mat1', { method: '完全消去', irrecoverable: true, person: 'm1' }],
    ['2027-03-31', 'disposal.reported', 'e1', { materials: ['mat1'], certificate: 'cert' }],
  ];
}
