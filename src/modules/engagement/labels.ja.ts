/** Japanese words for states and kinds, shared by pages and documents. */
import type { ClauseTraceView, ObligationView } from './contract.ts';

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
