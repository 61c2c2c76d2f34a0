/** Japanese names of the states and choices that records of the module have. Browser-safe. */
export const REPORT_STATE_NAMES = {
  draft: '作成中',
  submitted: 'レビュー待ち',
  returned: '助言あり（次の版へ）',
  settled: 'レビュー済み',
  superseded: '旧版',
} as const;

export const TAKEN_NAMES = { taken: '採用した', partly: '一部を採用した', 'not-taken': '採用しない' } as const;
export const RESULT_NAMES = { good: '良い', advise: '助言あり' } as const;
export const DECISION_NAMES = { missed: '漏れである', explained: '漏れではない' } as const;
export const OUTCOME_NAMES = { again: '次の版を求める', settled: 'この版で確定する' } as const;
