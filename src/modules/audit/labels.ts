/** Japanese names of the module's values, for documents, messages, facts and pages. Browser-safe, no schema library. */

/** The fields of 【方針に記載する事項】 in the order of the specification. */
export const POLICY_FIELDS = {
  purpose: '監査目的',
  methods: '実施方法（書類確認・ヒアリング・現場確認）',
  period: '実施期間',
  schedule: '監査対象課の作業スケジュール',
  requests: '監査対象課への依頼事項（書類提出等）',
  criteria: '指摘・意見の基準',
  other: 'その他発注者が必要と認めた事項',
} as const;
export type PolicyField = keyof typeof POLICY_FIELDS;

export const JUDGEMENT_LABELS = {
  adequate: '適切',
  minor: '一部不備',
  inadequate: '不備',
  'not-applicable': '対象外',
  unconfirmed: '未確認',
} as const;

export const TECHNIQUE_NAMES = {
  'document-review': '書類確認',
  interview: 'ヒアリング',
  'site-visit': '現場確認',
  're-performance': '再実施',
} as const;

export const PAPER_STATE_LABELS = { draft: '作成中', submitted: '査閲待ち', reviewed: '査閲済み' } as const;

export const FIELD_RECORD_LABELS = { interview: '聞き取り', observation: '観察', 're-performance': '再実施' } as const;

export const FIELD_RESULT_LABELS = {
  'as-described': '説明のとおり',
  differs: '説明と異なる',
  'not-shown': '確認できず',
} as const;

export const SAMPLING_LABELS = { random: '無作為抽出', systematic: '系統抽出', judgemental: '判断による抽出' } as const;

export const SAMPLE_OUTCOME_LABELS = { conforms: '適合', deviates: '逸脱', unavailable: '確認できず' } as const;

export const POINT_RESULT_LABELS = { done: 'できている', supported: '補助した', missing: 'できていない' } as const;

export const HEARING_MODE_LABELS = { mail: 'メール', 'face-to-face': '対面', web: 'WEB会議' } as const;

export const REFLECTION_LABELS = { reflected: '反映あり', partly: '一部反映', absent: '記載なし' } as const;

export const ADVICE_LABELS = { wording: 'より適切な記載', example: '記載例', alternative: '代替措置' } as const;

export const CONTRACT_DOCUMENT_NAMES = {
  solicitation: '募集要項',
  specification: '仕様書',
  contract: '契約書',
  other: 'その他',
} as const;

export const SERVICE_LABELS = {
  cloud: 'クラウドサービス',
  'lgwan-asp': 'LGWAN-ASPサービス',
  hosting: 'ホスティングサービス',
  other: 'その他の外部サービス',
} as const;

export const REGISTER_LABELS = { correct: '正しい', inaccurate: '不正確', missing: '記載なし' } as const;

export const IMPROVEMENT_LABELS = {
  open: '未対応',
  adopted: '助言のとおり改善',
  alternative: '代替措置で対応',
  closed: '対応終了',
} as const;

export const IMPORTANCE_LABELS = { high: '高', medium: '中', low: '低' } as const;
export const EASE_LABELS = { easy: '容易', moderate: '普通', hard: '困難' } as const;
export const EVIDENCE_STATE_LABELS = { held: '保管中', 'handed-over': '引渡し済み', erased: '消去済み' } as const;
export const CUSTODY_LABELS = { received: '受領', viewed: '閲覧', 'handed-over': '引渡し', returned: '返却' } as const;

export const VIEW_LABELS = { agreed: '相違なし', objected: '異議あり' } as const;

export const ISSUE_SOURCE_LABELS = {
  'self-check': '自己点検',
  'preliminary-survey': '予備調査',
  other: 'その他',
} as const;

export const ANSWER_LABELS = { yes: 'はい', no: 'いいえ', 'not-applicable': '対象外' } as const;

export const AUDIT_STATE_LABELS = {
  preparing: '準備中',
  'in-progress': '実施中',
  findings: '発見事項の整理中',
  noticed: '結果通知済み',
  explained: '説明済み',
  closed: '終了',
} as const;

export const POLICY_STATE_LABELS = {
  draft: '作成中',
  proposed: '協議中',
  agreed: '決定',
  superseded: '旧版',
} as const;

export const REQUEST_STATE_LABELS = {
  prepared: '送付待ち',
  sent: '提出待ち',
  answered: '内容確認中',
  accepted: '受領済み',
} as const;

export const REQUEST_ITEM_STATE_LABELS = {
  waiting: '未提出',
  received: '提出済み',
  insufficient: '不足あり',
  accepted: '受領済み',
} as const;

export const HEARING_STATE_LABELS = {
  draft: '送付待ち',
  sent: '回答待ち',
  answered: '回答あり',
  planned: '実施前',
  held: '議事録待ち',
  'minutes-submitted': '議事録提出済み',
  closed: '終了',
} as const;

export const VISIT_STATE_LABELS = {
  draft: '時間割を作成中',
  submitted: '市の確認待ち',
  confirmed: '確認済み',
  held: '概要の提出待ち',
  'outline-submitted': '概要を提出済み',
} as const;

export const CONTRACT_STATE_LABELS = { designated: '確認中', completed: '確認済み' } as const;

export const FINDING_STATE_LABELS = {
  draft: '案',
  reviewed: '主任担当者の確認済み',
  issued: '市の確認待ち',
  confirmed: '市の確認済み',
  shown: '所属の回答待ち',
  agreed: '認識の一致を確認済み',
  reopened: '再検討中',
  withdrawn: '取下げ',
} as const;

export const RESULT_NOTICE_STATE_LABELS = {
  drafted: '案',
  issued: '市に提出済み',
  sent: '送付済み',
  superseded: '旧版',
} as const;

/** How grave it is when an item of a catalogue is not met. */
export const SEVERITY_LABELS: Readonly<Record<string, string>> = { 1: '軽微', 2: '相当', 3: '重大' };

export const PROPOSAL_STATE_LABELS = { proposed: '協議中', agreed: '合意', declined: '見送り' } as const;

/** The four columns of 9(1)エ in their order. */
export const NOTICE_COLUMNS = ['発見事項', '指摘・意見の評価', '想定されるリスク', '改善提言'] as const;
