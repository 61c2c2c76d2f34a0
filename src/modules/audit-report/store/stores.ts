/** The records of the module by their tables. */
import { createRecordStore, optional, type RecordOf } from '../../../kernel/record-store.ts';
import { DEBRIEFING_STATES, debriefingContent } from '../contract/debriefings.ts';
import { findingsListContent } from '../contract/findings-lists.ts';
import { REPORT_STATES, reportContent } from '../contract/reports.ts';
import { URGENT_STATES, urgentContent } from '../contract/urgent.ts';

const keys = { programmeId: 'programme_id', targetId: optional('target_id') } as const;
const taken = '同じものを別の人が先に作りました。一覧を開き直してください。';

/** `position` is the version that is written or was finished last. */
export const reports = createRecordStore({
  table: 'audit_report',
  states: REPORT_STATES,
  keys,
  content: reportContent,
  taken,
});
/** `position` is the version of the programme's list. */
export const findingsLists = createRecordStore({
  table: 'audit_report_findings_list',
  states: ['made'],
  keys,
  content: findingsListContent,
  taken,
});
export const debriefings = createRecordStore({
  table: 'audit_report_debriefing',
  states: DEBRIEFING_STATES,
  keys,
  content: debriefingContent,
  taken,
});
/** `position` is the number of the report within the contract. */
export const urgents = createRecordStore({
  table: 'audit_report_urgent',
  states: URGENT_STATES,
  keys: { auditId: 'audit_id' },
  content: urgentContent,
  taken,
});

export type ReportRecord = RecordOf<typeof reports>;
export type DebriefingRecord = RecordOf<typeof debriefings>;
export type UrgentRecord = RecordOf<typeof urgents>;
