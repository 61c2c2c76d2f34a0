import type { Day } from '../../src/core/calendar/index.ts';
import type { ActorParty, Fact } from '../../src/core/obligation/index.ts';
import { acknowledged, type Line, monthly, streamOf } from './facts.fixture.ts';
import { auditLines } from './fukuoka-2025.audit.fixture.ts';

/** The smallest stream of facts with which a whole Fukuoka year leaves no clause open. Contract date 2025-04-21. */
export function fukuokaFacts(): Fact[] {
  return streamOf([
    ...beginning(),
    ...standards(),
    ...meetings(),
    ...auditLines(),
    ...operation(),
    ...serviceCase(),
    ...revision(),
    ...deliveries(),
    ...closing(),
  ]);
}

function beginning(): Line[] {
  const created = {
    specification: 'fukuoka-2025',
    contractDate: '2025-04-21',
    periodFrom: '2025-04-21',
    periodTo: '2026-03-27',
    contractName: '令和７年度情報セキュリティ運用支援業務委託',
    clientDepartment: '情報システム課',
    places: ['情報システム課'],
  };
  const member = (id: string, role: string, code: string, activity: string, condition: string): Line[] => [
    ['2025-04-22', 'member.assigned', id, { member: id, role, roles: [role] }],
    [
      '2025-04-22',
      'qualification.registered',
      `q-${id}`,
      { member: id, code, number: '1', validFrom: '2020-04-01', validTo: null },
    ],
    [
      '2025-04-22',
      'experience.registered',
      `x-${id}`,
      { member: id, category: '指定都市', activities: [activity], completed: true, counted: true, counts: [condition] },
    ],
  ];
  return [
    ['2025-04-21', 'engagement.created', 'e1', created, 'city'],
    ...acknowledged('2025-04-22', ['11(1)-p1']),
    ...member('m1', '監査責任者', 'cisa', '情報セキュリティ監査の実施', 'audit'),
    ...member('m2', 'ポリシー運用支援担当者', 'cissp', 'ポリシーの改定の支援', 'policy'),
    ['2025-04-22', 'member.assigned', 'm3', { member: 'm3', role: '監査人', roles: ['監査人'] }],
    [
      '2025-04-22',
      'expertise.declared',
      'm3',
      { member: 'm3', fields: ['総務省ガイドライン', '監査に関するガイドライン'], evidence: '監査の従事案件' },
    ],
    ...[
      ['m1', '監査責任者'],
      ['m3', '監査人'],
      ['m3', '監査補助者'],
    ].map(([who, role], n): Line => ['2025-04-23', 'role.appointed', `r${n}`, { member: who, role }]),
    ['2025-04-23', 'supervisor.named', 'e1', {}, 'city'],
    ['2025-04-23', 'instruction.issued', 'i1', { members: ['m1'] }, 'city'],
    ['2025-04-24', 'instruction.read', 'i1', { member: 'm1' }],
    ['2025-04-24', 'document.ordered', 'do1', { document: '秘密保持に係る誓約書', due: '2025-05-09' }, 'city'],
    ['2025-05-08', 'document.handed-in', 'do1', { document: '秘密保持に係る誓約書' }],
    ['2025-04-28', 'plan.submitted', 'p1', { version: 1, form: 'electronic', copies: 1 }],
    ['2025-05-09', 'plan.approved', 'p1', { version: 1 }, 'city'],
    ['2025-05-12', 'material.received', 'mat1', { kind: 'document', public: false }],
  ];
}

function standards(): Line[] {
  const codes = [
    'city-basic-policy',
    'city-standard',
    'city-system-procedure',
    'mic-policy-guideline',
    'mic-audit-guideline',
    'my-number-guideline',
    'government-common-standards',
    'ismap-controls',
    'cloud-provision-guideline',
    'cloud-setting-guideline',
    'telework-guideline',
  ];
  return [
    ...codes.map((code): Line => ['2025-05-12', 'standard.received', code, { code, public: code !== 'city-standard' }]),
    ['2025-05-13', 'edition.confirmed', 'mic-policy-guideline', { code: 'mic-policy-guideline' }],
  ];
}

function meetings(): Line[] {
  const held = (day: Day, recorded: Day, id: string, data: Record<string, unknown>): Line[] => [
    [day, 'meeting.held', id, { occurredOn: day, participants: ['m1', 'm3'], ...data }],
    [recorded, 'minutes.submitted', `min-${id}`, { meeting: id, edition: 1 }],
  ];
  const face = { mode: '対面', venue: '会議室' };
  return [
    ...held('2025-04-24', '2025-04-30', 'mt1', { type: 'kickoff', ...face }),
    ...['11(2)', '11(4)-p2', '11(4)-p3'].map((clause): Line => [
      '2025-04-24',
      'point.agreed',
      clause,
      { clause, topic: clause, decision: '決定' },
      'city',
    ]),
    ...held('2025-06-10', '2025-06-17', 'mt2', { type: 'working', mode: 'オンライン' }),
    ...held('2025-11-18', '2025-11-21', 'mt3', { type: 'security-committee', ...face, document: 'doc1' }),
    [
      '2026-01-14',
      'meeting.materials-sent',
      'ms1',
      { meeting: 'mt4', type: 'audit-debriefing', papers: ['監査結果報告書（詳細版）'] },
    ],
    ...held('2026-01-16', '2026-01-21', 'mt4', { type: 'audit-debriefing', ...face }),
  ];
}

function operation(): Line[] {
  const onSite = [...monthly('2025-05-07', 11), ...monthly('2025-05-21', 11)];
  return [
    ...onSite.map((day, n): Line => [
      day,
      'work.recorded',
      `wk${n}`,
      { clause: '5(4)②', mode: 'オンサイト', occurredOn: day, members: ['m2'] },
    ]),
    ['2025-06-02', 'advice.requested', 'ad1', { area: 'internal-audit', topic: '監査チェックリスト' }, 'city'],
    [
      '2025-06-09',
      'advice.given',
      'ad1',
      { area: 'internal-audit', topic: '監査チェックリスト', channel: '電子メール', materials: true },
    ],
    ['2025-06-09', 'advice.recorded', 'ad1', { area: 'internal-audit', materials: true }],
    ['2025-08-01', 'check-items.proposed', 'cp1', { additions: 2, changes: 1, withoutReason: 0, forFiscalYear: 2025 }],
    ['2025-09-01', 'campaign.opened', 'sc', { type: 'self-check', departments: ['d1'], items: 30 }, 'city'],
    ['2025-10-31', 'campaign.closed', 'sc', { type: 'self-check' }, 'city'],
    ['2025-12-10', 'self-check.analysed', 'sc', { contents: ['点検結果データの分析', '問題点の抽出'] }],
    [
      '2026-01-15',
      'check-items.proposed',
      'cp2',
      { additions: 1, changes: 2, withoutReason: 0, forFiscalYear: 2026, analysis: 'sc' },
    ],
    ['2025-06-16', 'notice.received', 'n1', { source: '総務省' }, 'city'],
    [
      '2025-06-20',
      'notice.explained',
      'n1',
      { citations: ['city-standard 3'], response: '対応方針', summaryForLaypeople: true },
    ],
    ['2025-07-01', 'knowledge.published', 'k1', { type: 'article', visibility: 'city', edition: 1 }],
    [
      '2025-11-10',
      'committee-pack.issued',
      'cpk1',
      {
        subjects: ['本市ポリシーの規定内容', '総務省ガイドラインの規定内容', '情報セキュリティ対策の最新情報等'],
      },
    ],
    [
      '2025-07-07',
      'consultation.received',
      'c1',
      { category: 'パブリッククラウドの対策', channel: '電子メール', urgent: true, occurredOn: '2025-07-07' },
      'city',
    ],
    ['2025-07-14', 'consultation.answered', 'c1', { channel: '電子メール', citations: ['city-standard 5'] }],
    [
      '2025-10-20',
      'course.reviewed',
      'cr1',
      { inputs: ['既存研修資料', '研修アンケートデータ'], steps: ['点検', '分析'], proposals: 3 },
    ],
    [
      '2025-12-12',
      'training-scheme.proposed',
      'ts1',
      { audiences: ['一般職員', 'システム所管課', 'ＣＳＩＲＴ'], kinds: ['研修', '訓練'], version: 1 },
    ],
    ['2025-12-15', 'revision.proposed', 'rv0', { document: 'csirt-guideline', version: 1 }],
    ['2025-10-01', 'proposal.made', 'pr1', { objective: '4(2)' }],
    ['2025-10-15', 'proposal.decided', 'pr1', { accepted: true }, 'city'],
    [
      '2025-05-09',
      'compliance.declared',
      'e1',
      { laws: ['福岡市契約事務規則', '個人情報の保護に関する法律'], occurredOn: '2025-05-09' },
    ],
  ];
}

function serviceCase(): Line[] {
  const step = (day: Day, kind: string, data: Record<string, unknown> = {}, party?: ActorParty): Line =>
    party === undefined ? [day, `service-case.${kind}`, 'v1', data] : [day, `service-case.${kind}`, 'v1', data, party];
  return [
    step('2025-07-01', 'opened', { kind: 'cloud', level: '3', ismap: false }, 'city'),
    step('2025-07-01', 'stage-entered', { stage: '企画段階' }),
    step('2025-07-08', 'interviewed', { controls: 12 }),
    step('2025-07-15', 'candidates-presented', { services: 2, fitting: 0 }),
    step('2025-07-16', 'alternative-proposed'),
    step('2025-08-01', 'stage-entered', { stage: '調達仕様書作成段階' }),
    step('2025-08-04', 'specification-received', {}, 'city'),
    step('2025-08-08', 'specification-reviewed', { comments: 5 }),
    step('2025-08-08', 'questions-advised', { questions: 4 }),
    step('2025-10-01', 'vendor-selected', {}, 'city'),
    step('2025-10-02', 'stage-entered', { stage: '利用協議段階' }),
    step('2025-10-02', 'documents-received', { checklist: true, documents: 2 }, 'city'),
    step('2025-10-07', 'documents-reviewed', { issues: 1 }),
    step('2025-10-08', 'researched', { functions: 3, controls: 8, advice: true }),
    step('2025-10-10', 'result-drafted', { cautions: 2 }),
    step('2025-10-14', 'submitted', {}, 'city'),
    step('2025-10-20', 'decided', { approved: true }, 'city'),
    step('2025-11-04', 'contracted', { occurredOn: '2025-11-04' }, 'city'),
    [
      '2026-01-30',
      'service-procedure.proposed',
      'sp1',
      { objects: ['外部サービス利用の運用', 'チェックリスト（様式）', '調達仕様書（ひな形等）'] },
    ],
  ];
}

function revision(): Line[] {
  const document = 'city-policy';
  const draft = {
    document,
    basis: ['収集・分析の結果', '本業務委託で得た本市ポリシー運用状況の知見'],
    outputs: ['改定案', '関連資料'],
    withoutSource: 0,
  };
  return [
    [
      '2025-06-02',
      'revision.opened',
      'rv1',
      {
        document,
        tasks: ['改定内容の提案', '説明・協議・見直し', '改定案と関連資料', '対照表の最新化'],
        enforcement: '2026-04-01',
      },
    ],
    [
      '2025-09-26',
      'revision.inputs-analysed',
      'rv1',
      {
        document,
        inputs: [
          '総務省ガイドライン（令和7年3月31日付の改定内容）',
          '国からの各種通知文書',
          '政府機関ガイドライン',
          '個人情報保護のガイドライン類',
          '特定個人情報保護のガイドライン類',
          '他都市の対策の最新状況',
        ],
      },
    ],
    ['2025-12-19', 'revision.proposed', 'rv1', { ...draft, version: 1 }],
    ['2026-01-13', 'revision.explained', 'rv1', { document, version: 1 }],
    ['2026-01-20', 'revision.discussed', 'rv1', { document, version: 1, comments: 4 }],
    ['2026-02-10', 'revision.proposed', 'rv1', { ...draft, version: 2 }],
    [
      '2026-02-17',
      'correspondence.updated',
      'ct1',
      {
        standard: 'mic-policy-guideline',
        document,
        columns: ['総務省ガイドライン例文', '総務省ガイドライン解説', '本市ポリシー', '規定内容の違い'],
        unexamined: 0,
      },
    ],
  ];
}

function deliveries(): Line[] {
  const submitted: [day: Day, type: string][] = [
    ['2025-07-10', 'audit-checklist'],
    ['2025-07-18', 'pre-survey'],
    ['2025-07-25', 'audit-briefing'],
    ['2025-12-19', 'audit-report'],
    ['2025-12-19', 'audit-report-summary'],
    ['2025-12-19', 'audit-findings-list'],
    ['2025-12-22', 'improvement-sheet'],
    ['2026-01-30', 'improvement-support-record'],
    ['2025-06-10', 'internal-audit-advice'],
    ['2026-01-20', 'self-check-advice'],
    ['2025-07-15', 'policy-support'],
    ['2026-02-24', 'policy-revision-outline'],
    ['2026-02-24', 'policy-revision-draft'],
    ['2026-02-24', 'policy-comparison'],
    ['2026-02-24', 'guideline-correspondence'],
    ['2026-02-24', 'forms-revision'],
  ];
  return submitted.flatMap(([day, type]): Line[] => [
    [
      day,
      'deliverable.quality-checked',
      `dl-${type}`,
      { type, version: 1, language: '日本語', currency: '日本円', plainLanguage: true },
    ],
    [day, 'deliverable.submitted', `dl-${type}`, { type, version: 1, form: 'electronic', format: 'docx' }],
    ['2026-03-18', 'deliverable.finalised', `dl-${type}`, { type, version: 1 }],
  ]);
}

function closing(): Line[] {
  const categories = ['全体', '(1)', '(2)', '(3)', '(4)', 'その他'];
  return [
    ...categories.flatMap((category): Line[] => [
      ['2026-03-19', 'delivery.virus-checked', `dv-${category}`, virusCheck('2026-03-19', `files-${category}`)],
      [
        '2026-03-19',
        'delivery.note-attached',
        `dv-${category}`,
        { noteForm: '市指定様式', destination: '情報システム課' },
      ],
      [
        '2026-03-19',
        'delivery.made',
        `dv-${category}`,
        {
          category,
          form: 'disc',
          originals: 1,
          duplicates: 1,
          destination: '情報システム課',
          contents: `files-${category}`,
        },
      ],
    ]),
    ['2026-03-19', 'material.returned', 'mat1', {}],
    ['2026-03-19', 'erasure.certified', 'e1', { materials: ['mat1'], items: [], certificate: 'cert' }],
  ];
}

function virusCheck(occurredOn: Day, contents: string): Record<string, unknown> {
  return { software: 'ウイルス対策ソフト', signatures: '最新', occurredOn, clean: true, contents };
}
