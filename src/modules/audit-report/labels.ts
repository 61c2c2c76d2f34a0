/** Japanese names of the module's values. Browser-safe. */
export const REPORT_STATE_NAMES = {
  draft: '作成中',
  finished: '市の確認待ち',
  returned: '差戻し',
  settled: '確定',
} as const;

export const DEBRIEFING_STATE_NAMES = { draft: '作成中', prepared: '完成' } as const;

export const URGENT_STATE_NAMES = { raised: '報告前', reported: '報告済み', acknowledged: '市が受領' } as const;

export const WORDING_NAMES = {
  long: '長い文',
  abbreviation: '説明のない略語',
  katakana: '説明のない用語',
  negation: '二重の否定',
  assurance: '保証と受け取られる表現',
  confidential: '公表できない語',
} as const;

/** Judgements of items as papers name them. */
export const JUDGEMENT_NAMES = {
  adequate: '適切',
  minor: '一部不備',
  inadequate: '不備',
  'not-applicable': '対象外',
  unconfirmed: '未確認',
} as const;

export const IMPORTANCE_NAMES = { high: '高', medium: '中', low: '低' } as const;
export const EASE_NAMES = { easy: '容易', moderate: '普通', hard: '困難' } as const;

/** The target of a report on all targets, as the rules of the contracts call it. */
export const OVERALL = 'overall';
