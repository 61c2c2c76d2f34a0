/** Japanese names of the states that records of the module have. Browser-safe. */
export const TARGET_STATE_NAMES = {
  proposed: '提案',
  decided: '決定',
  planned: '日程決定',
  noticed: '通知済み',
  withdrawn: '取下げ',
  'handed-over': '監査中',
} as const;

export const PLAN_STAGE_NAMES = {
  'three-year': '中期計画',
  yearly: '年間計画',
  basic: '基本計画',
  implementation: '実施計画',
} as const;

export const PLAN_STATE_NAMES = {
  draft: '案',
  submitted: '提出済み',
  returned: '差戻し',
  agreed: '決定',
  superseded: '旧版',
} as const;

export const DOCUMENT_STATE_NAMES = {
  listed: '求める前',
  requested: '依頼済み',
  received: '受領',
  insufficient: '不足',
  accepted: '確認済み',
  withdrawn: '取りやめ',
} as const;

export const NOTICE_STATE_NAMES = { draft: '案', sent: '送付済み', confirmed: '確認済み' } as const;

export const ROLE_NAMES = { lead: '責任者', auditor: '監査人', assistant: '補助者', attendant: '立会い' } as const;

/** What the schedule may have taken into account, in the words of the clauses. */
export const CONSIDERATION_NAMES = [
  '対象所属の繁忙期',
  '議会対応等の業務負荷',
  '前年度の監査結果',
  '監査人の人数',
] as const;

/** What stands behind the name of somebody who does not audit. */
export const roleMark = (team: readonly { readonly id: string; readonly role: string }[], id: string): string =>
  team.some((one) => one.id === id && one.role === 'attendant') ? `（${ROLE_NAMES.attendant}）` : '';
