/** Japanese names of the module's values, for documents, facts, lists and pages. Browser-safe, no schema library. */

export const PLAN_STATE_NAMES = {
  issued: '作成依頼中',
  submitted: '案の確認中',
  returned: '差戻し',
  approved: '実施中',
  reported: '改善の確認中',
  confirmed: '改善確認済み',
  closed: '終了',
  cancelled: '取りやめ',
  'carried-over': '引継ぎ',
} as const;

/** Whose turn it is. */
export const WAITING_NAMES = { department: '所属', contractor: '受託者', city: '担当課', nobody: '―' } as const;

export const SUPPORT_STATE_NAMES = { noted: '記録の作成中', submitted: '提出済み' } as const;

/** What the sheet is made to confirm; each use is one part of it (5(1)⑤-p5). */
export const SHEET_USES = ['改善計画策定の確認', '改善計画実施の確認'] as const;

/** The parts of a plan that the department writes, in the order of the sheet. */
export const FIELD_NAMES = {
  cause: '原因',
  measure: '改善の内容',
  shortTerm: '直ちに行う対策',
  longTerm: '今後の対策',
  responsible: '担当（職名）',
  due: '完了予定日',
  budget: '予算の措置',
} as const;

export const DECISION_NAMES = { approve: '承認', return: '差戻し' } as const;

/** What every plan is checked for besides what a specification names. */
export const USUAL_CHECKS = ['原因に対応しているか', '期限が現実的か', '担当が定まっているか'] as const;

export const USUAL_PLAN_CHECKS = ['改善方法', '方針等'] as const;
export const USUAL_TECHNIQUES = ['ヒアリング', '書類確認', '現場確認', '再実施'] as const;
export const USUAL_CHANNELS = ['電話', '電子メール', 'Web会議', '対面'] as const;
