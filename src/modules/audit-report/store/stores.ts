/** The records of the module by their tables. */
import { DEBRIEFING_STATES, debriefingContent } from '../contract/debriefings.ts';
import { findingsListContent } from '../contract/findings-lists.ts';
import { REPORT_STATES, reportContent } from '../contract/reports.ts';
import { URGENT_STATES, urgentContent } from '../contract/urgent.ts';
import { recordStore, type Stored } from './records.ts';

interface OfProgramme {
  readonly programmeId: string;
  readonly targetId: string | null;
}

const keys = ['programme_id', 'target_id'] as const;

export const reports = recordStore<typeof reportContent, (typeof REPORT_STATES)[number], OfProgramme>({
  table: 'audit_report',
  states: REPORT_STATES,
  keys,
  content: reportContent,
});
export const findingsLists = recordStore<typeof findingsListContent, 'made', OfProgramme>({
  table: 'audit_report_findings_list',
  states: ['made'],
  keys,
  content: findingsListContent,
});
export const debriefings = recordStore<typeof debriefingContent, (typeof DEBRIEFING_STATES)[number], OfProgramme>({
  table: 'audit_report_debriefing',
  states: DEBRIEFING_STATES,
  keys,
  content: debriefingContent,
});
export const urgents = recordStore<typeof urgentContent, (typeof URGENT_STATES)[number], { readonly auditId: string }>({
  table: 'audit_report_urgent',
  states: URGENT_STATES,
  keys: ['audit_id'],
  content: urgentContent,
});

type RecordOf<S> = S extends { get(...args: never[]): Promise<infer R> } ? R : never;
export type ReportRecord = RecordOf<typeof reports>;
export type DebriefingRecord = RecordOf<typeof debriefings>;
export type UrgentRecord = RecordOf<typeof urgents>;
export type { Stored };
