/** The words of a programme with their Japanese names. Free of the schema library, so that pages may use them. */

/** What kind of audit a programme is. */
export const PROGRAMME_KINDS = {
  internal: '情報セキュリティ内部監査',
  external: '外部監査',
  'my-number': '特定個人情報の監査',
  'information-assets': '情報資産及び特定個人情報の監査',
  'information-system': '情報システムの監査',
  website: 'ホームページの監査',
  'beta-prime': 'β′モデルの外部監査',
  'vendor-site': '事業者の保守拠点の監査',
  'focus-theme': '重点テーマの監査',
} as const;
export type ProgrammeKind = keyof typeof PROGRAMME_KINDS;

/** The word by which the rules of the specifications know the records of an audit (`type` of a fact). */
export const RECORD_TYPES = {
  internal: '内部監査',
  external: '外部監査',
  'my-number': '特定個人情報の監査',
  asset: '情報資産の監査',
  system: '情報システムの監査',
  'vendor-site': '保守拠点の監査',
} as const;
export type RecordType = keyof typeof RECORD_TYPES;

/** Who puts the questions and answers for the judgement. */
export const CONDUCTORS = {
  'city-auditors': '市の内部監査人（受託者は立ち会う）',
  contractor: '受託者の監査人',
} as const;
export type Conductor = keyof typeof CONDUCTORS;

export const TARGET_KINDS = {
  department: '所属',
  affair: '事務',
  system: '情報システム',
  website: 'ホームページ',
  'vendor-site': '事業者の拠点',
} as const;
export type TargetKind = keyof typeof TARGET_KINDS;

/** Who does a step or sends a paper. */
export const STEP_PARTIES = {
  city: '市',
  contractor: '受託者',
  department: '監査を受ける所属',
  both: '市と受託者',
} as const;
export type StepParty = keyof typeof STEP_PARTIES;

export const ASSURANCES = { advice: '助言型', assurance: '保証型' } as const;
export type Assurance = keyof typeof ASSURANCES;

/** Papers that a step makes; the names stand in the clauses. */
export const PROGRAMME_DOCUMENTS = {
  'three-year-plan': '監査中期計画書',
  'yearly-plan': '年間監査計画書',
  'basic-plan': '監査基本計画書',
  'implementation-plan': '監査実施計画書',
  checklist: '監査チェックリスト',
  'pre-survey': '事前調査票',
  'document-list': '提出資料一覧',
  briefing: '監査説明会資料',
  notice: '監査通知書',
  timetable: '監査日程表',
  'working-paper': '監査調書',
  report: '監査報告書',
  'public-report': '監査報告書（概要版）',
  'overall-report': '監査のまとめ報告書',
  'findings-list': '監査指摘事項一覧表',
  'improvement-sheet': '改善計画書',
  'result-notice': '監査結果通知書',
  debriefing: '監査報告会資料',
  'follow-up-report': 'フォローアップ報告書',
  'support-log': '立会い記録',
} as const;
export type ProgrammeDocument = keyof typeof PROGRAMME_DOCUMENTS;

/** The techniques of an audit. */
export const PROGRAMME_TECHNIQUES = ['ヒアリング', '書類確認', '現場確認', '再実施'] as const;
export type ProgrammeTechnique = (typeof PROGRAMME_TECHNIQUES)[number];

/** What a part of a report is made of; a clause gives the part its name. */
export const REPORT_CONTENTS = {
  compliance: '遵守の状況（判断の集計）',
  problems: '問題点（評価の段階ごとの件数と主な事項）',
  measures: '対策案（改善の方法の一覧）',
  summary: '総括（文章）',
  'next-year': '翌年度への助言（文章）',
  'pre-survey': '事前調査の結果',
  results: '監査の結果（対象ごとの実施と判断）',
  'all-items': '全ての確認項目の結果',
  findings: '発見事項の内容',
  remedies: '発見事項ごとの改善策',
  viewpoints: '観点ごとの評価（文章）',
  verification: '技術的検証の結果',
} as const;
export type ReportContents = keyof typeof REPORT_CONTENTS;

/** What a remedy takes into account, with the names that the clauses give it. */
export const REMEDY_CONSIDERATIONS = [
  '法的根拠',
  '検出事項の重要性',
  '対応の容易さ',
  '費用面の制約',
  '物理的な制約',
  '組織上の制約',
  'その他事務特有の事項',
] as const;
export type RemedyConsideration = (typeof REMEDY_CONSIDERATIONS)[number];
