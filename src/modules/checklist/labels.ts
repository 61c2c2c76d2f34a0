/** Japanese names of the words of the module. Browser-safe. */
export const CHECKLIST_STATE_NAMES = {
  draft: '案',
  proposed: '提案済み',
  returned: '差戻し',
  agreed: '合意',
  superseded: '旧版',
} as const;

export const ITEM_STATE_NAMES = { 'in-scope': '採用', 'left-out': '除外' } as const;

export const DIFFERENCE_NAMES = { same: '同じ', changed: '変更', new: '新規', gone: '廃止' } as const;

export const TECHNIQUE_NAMES = {
  'document-review': '書類確認',
  interview: 'ヒアリング',
  'site-visit': '現場確認',
  're-performance': '再実施',
} as const;

export const SEVERITY_NAMES = { 3: '高', 2: '中', 1: '低' } as const;
export const severityName = (severity: number): string =>
  severity >= 3 ? SEVERITY_NAMES[3] : severity === 2 ? SEVERITY_NAMES[2] : SEVERITY_NAMES[1];
