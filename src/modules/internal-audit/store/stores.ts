/** The records of the module by their tables. */
import { createRecordStore, type RecordOf } from '../../../kernel/record-store.ts';
import { REPORT_STATES, reportContent } from '../contract/reports.ts';
import { REVIEW_STATES, reviewContent } from '../contract/reviews.ts';

/** One row per version of the report of a target. */
export const reports = createRecordStore({
  table: 'internal_audit_report',
  states: REPORT_STATES,
  keys: { targetId: 'target_id' },
  content: reportContent,
});
/** One per version of a report. */
export const reviews = createRecordStore({
  table: 'internal_audit_review',
  states: REVIEW_STATES,
  keys: { reportId: 'report_id' },
  content: reviewContent,
});

export type ReportRecord = RecordOf<typeof reports>;
export type ReviewRecord = RecordOf<typeof reviews>;
