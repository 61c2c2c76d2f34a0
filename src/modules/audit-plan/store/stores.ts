/** The records of the module by their tables. */
import { createRecordStore, optional, type RecordOf } from '../../../kernel/record-store.ts';
import { auditorContent, historyContent } from '../contract/people.ts';
import { EDITION_STATES, editionContent, programmeContent } from '../contract/programmes.ts';
import { PLAN_STATES, planContent } from '../contract/plans.ts';
import {
  BRIEFING_STATES,
  briefingContent,
  DOCUMENT_STATES,
  documentContent,
  NOTICE_STATES,
  noticeContent,
  SURVEY_STATES,
  surveyContent,
} from '../contract/preparation.ts';
import { slotContent } from '../contract/timetable.ts';
import { TARGET_STATES, targetContent } from '../contract/targets.ts';

export const programmes = createRecordStore({
  table: 'audit_plan_programme',
  states: ['active', 'retired'],
  keys: {},
  content: programmeContent,
});
export const editions = createRecordStore({
  table: 'audit_plan_edition',
  states: EDITION_STATES,
  keys: { programmeId: 'programme_id' },
  content: editionContent,
});
export const targets = createRecordStore({
  table: 'audit_plan_target',
  states: TARGET_STATES,
  keys: { programmeId: 'programme_id' },
  content: targetContent,
});

export const auditors = createRecordStore({
  table: 'audit_plan_auditor',
  states: ['active', 'left'],
  keys: {},
  content: auditorContent,
});
export const history = createRecordStore({
  table: 'audit_plan_history',
  states: ['recorded'],
  keys: {},
  content: historyContent,
});

export const plans = createRecordStore({
  table: 'audit_plan_plan',
  states: PLAN_STATES,
  keys: { programmeId: optional('programme_id'), targetId: optional('target_id') },
  content: planContent,
});
export const slots = createRecordStore({
  table: 'audit_plan_slot',
  states: ['proposed', 'fixed'],
  keys: { targetId: 'target_id' },
  content: slotContent,
});
export const notices = createRecordStore({
  table: 'audit_plan_notice',
  states: NOTICE_STATES,
  keys: { targetId: 'target_id' },
  content: noticeContent,
});
/** Documents that a department is asked for. */
export const demands = createRecordStore({
  table: 'audit_plan_document',
  states: DOCUMENT_STATES,
  keys: { targetId: 'target_id' },
  content: documentContent,
});
export const surveys = createRecordStore({
  table: 'audit_plan_survey',
  states: SURVEY_STATES,
  keys: { programmeId: 'programme_id' },
  content: surveyContent,
});
export const briefings = createRecordStore({
  table: 'audit_plan_briefing',
  states: BRIEFING_STATES,
  keys: { programmeId: 'programme_id' },
  content: briefingContent,
});

export type ProgrammeRecord = RecordOf<typeof programmes>;
export type EditionRecord = RecordOf<typeof editions>;
export type TargetRecord = RecordOf<typeof targets>;
export type AuditorRecord = RecordOf<typeof auditors>;
export type PlanRecord = RecordOf<typeof plans>;
export type SlotRecord = RecordOf<typeof slots>;
export type NoticeRecord = RecordOf<typeof notices>;
export type DemandRecord = RecordOf<typeof demands>;
export type SurveyRecord = RecordOf<typeof surveys>;
export type BriefingRecord = RecordOf<typeof briefings>;
