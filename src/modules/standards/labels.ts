/** Japanese names of what the module distinguishes. Free of the schema library, so that pages may use it. */

/** Seen from the first standard. */
export const MAPPING_LABELS = {
  equal: '同じことを定める',
  subset: '相手の一部に当たる',
  superset: '相手を含む',
  intersects: '一部が重なる',
  related: '関連する',
} as const;

export const COVERAGE_LABELS = {
  full: '全て対応',
  partial: '一部対応',
  related: '関連のみ',
  none: '対応なし',
} as const;

export const MATCH_LABELS = {
  same: '同じ',
  wording: '文言の変更',
  split: '分割',
  merged: '統合',
  new: '新設',
  gone: '廃止',
} as const;

export const GROUND_LABELS = {
  text: '文言が一致',
  id: '番号が一致',
  title: '題名が一致',
  similarity: '文言が近い',
  parts: '一部が他方に含まれる',
  none: '相手が見つからない',
  person: '人が定めた',
} as const;

export const REVISION_STATE_LABELS = {
  proposed: '確認中',
  applied: '適用済み',
  undone: '元に戻した',
  discarded: '取下げ',
} as const;

export const ITEM_STATE_LABELS = {
  draft: '下書き',
  ready: '使える',
  retired: '廃止',
} as const;

export const TECHNIQUE_NAMES = {
  'document-review': '書類確認',
  interview: 'ヒアリング',
  'site-visit': '現場確認',
  're-performance': '再実施',
} as const;

export const SEVERITY_LABELS = { '1': '軽微', '2': '相当', '3': '重大' } as const;
