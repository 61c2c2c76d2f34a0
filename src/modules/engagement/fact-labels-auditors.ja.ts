/** What the kinds of the journal about courses, auditors' reports and advice are called in Japanese. */
export const AUDITOR_FACT_LABELS: Readonly<Record<string, string>> = {
  // 研修
  'course.proposed': '研修の実施案の提案',
  'course.agreed': '研修の実施案への同意',
  'course-material.prepared': '研修の教材の確定',
  'course-session.planned': '研修の開催の予定',
  'course.held': '職員への研修の実施',
  'course-attendance.corrected': '研修の出席の訂正',
  'course-exercise.submitted': '演習の解答の提出',
  'course-exercise.reviewed': '演習の講評',
  'course.closed': '研修の終了',
  'course.analysed': '研修の理解の分析',
  // 内部監査人の報告書
  'auditor-report.submitted': '内部監査人の報告書の提出',
  'auditor-report.reviewed': '内部監査人の報告書のレビュー',
  // 市の業務への助言
  'advice.requested': '助言の求め',
  'advice.given': '助言',
  'advice.recorded': '助言の記録',
};
