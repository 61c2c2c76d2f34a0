/** Japanese words for states and kinds, shared by pages and documents. */
import type { BoardItem, ClauseTraceView, ObligationView } from './contract.ts';

export const CLAUSE_STATE_LABELS: Readonly<Record<ClauseTraceView['state'], string>> = {
  met: '充足',
  evidenced: '記録あり',
  statement: '確認済み',
  planned: 'これから',
  unknown: '判定不能',
  breached: '未充足',
};

export const OBLIGATION_STATE_LABELS: Readonly<Record<ObligationView['state'], string>> = {
  breached: '期限超過・違反',
  due: '期限間近',
  unknown: '判定不能',
  'not-due': 'これから',
  late: '遅れて実施',
  met: '履行済み',
  waived: '免除',
};

/** Kinds of clauses by the words of the specification file. */
export const CLAUSE_KINDS: Readonly<Record<string, string>> = {
  confidentiality: '秘密の保持',
  work: '業務',
  conduct: '遂行の方法',
  schedule: '日程',
  standard: '基準',
  qualification: '資格要件',
  deadline: '期限',
  quantity: '数量',
  team: '体制',
  meeting: '打ち合わせ',
  deliverable: '成果物',
  subcontract: '再委託',
  disposal: '返還・廃棄',
};

export const PARTY_LABELS: Readonly<Record<string, string>> = { contractor: '受注者', city: '発注者', both: '双方' };

/** The most urgent first. */
export const OBLIGATION_STATES_IN_ORDER: readonly ObligationView['state'][] = [
  'breached',
  'due',
  'unknown',
  'not-due',
  'late',
  'met',
  'waived',
];

export const CLAUSE_STATES_IN_ORDER: readonly ClauseTraceView['state'][] = [
  'breached',
  'unknown',
  'planned',
  'met',
  'evidenced',
  'statement',
];

/** Groups of the board. */
export const BOARD_GROUP_LABELS: Readonly<Record<BoardItem['group'], string>> = {
  late: '期限超過・違反',
  today: '今日',
  week: '今週',
  'at-risk': '遅れる見込み',
  month: '今月',
  unclear: '判定できないもの',
  later: '来月以降・期限未定',
  'not-ready': '機能の準備中',
  done: '済んだもの',
};

/** Capabilities of the product by the words of the specification file; an unknown one is shown as it is written. */
export const CAPABILITY_LABELS: Readonly<Record<string, string>> = {
  engagement: '契約と計画',
  obligations: '義務の管理',
  team: '体制',
  meetings: '打合せ',
  consultation: '相談',
  advisory: '助言',
  policy: '規程の支援',
  'self-check': '自己点検',
  'external-audit': '外部監査',
  'internal-audit': '内部監査',
  'vendor-site-audit': '委託先の監査',
  diagnosis: '技術的診断',
  'password-audit': 'パスワード検査',
  training: '研修',
  drill: '訓練',
  incident: 'インシデント対応',
  'cloud-service': '外部サービス',
  'procurement-review': 'IT調達の審査',
  'my-number': '特定個人情報',
  registers: '台帳',
  deliverables: '成果物',
};

export const RISK_CAUSE_LABELS: Readonly<Record<'plan' | 'pace' | 'cap' | 'validity', string>> = {
  plan: '作業の予定が期限より後',
  pace: '実施の回数が足りない',
  cap: '上限を超える進み方',
  validity: '有効期間が途中で切れる',
};
