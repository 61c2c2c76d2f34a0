/** The records of the module by their tables. */
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
import { recordStore, type RecordStore } from './record-store.ts';

interface OfProgramme {
  readonly programmeId: string;
}

export const programmes = recordStore({
  table: 'audit_plan_programme',
  states: ['active', 'retired'],
  keys: [],
  content: programmeContent,
});
export const editions = recordStore<typeof editionContent, (typeof EDITION_STATES)[number], OfProgramme>({
  table: 'audit_plan_edition',
  states: EDITION_STATES,
  keys: ['programme_id'],
  content: editionContent,
});
export const targets = recordStore<typeof targetContent, (typeof TARGET_STATES)[number], OfProgramme>({
  table: 'audit_plan_target',
  states: TARGET_STATES,
  keys: ['programme_id'],
  content: targetContent,
});

export const auditors = recordStore({
  table: 'audit_plan_auditor',
  states: ['active', 'left'],
  keys: [],
  content: auditorContent,
});
export const history = recordStore({
  table: 'audit_plan_history',
  states: ['recorded'],
  keys: [],
  content: historyContent,
});

interface OfTarget {
  readonly targetId: string;
}

export const plans = recordStore<
  typeof planContent,
  (typeof PLAN_STATES)[number],
  { readonly programmeId: string | null; readonly targetId: string | null }
>({ table: 'audit_plan_plan', states: PLAN_STATES, keys: ['programme_id', 'target_id'], content: planContent });
export const slots = recordStore<typeof slotContent, 'proposed' | 'fixed', OfTarget>({
  table: 'audit_plan_slot',
  states: ['proposed', 'fixed'],
  keys: ['target_id'],
  content: slotContent,
});
export const notices = recordStore<typeof noticeContent, (typeof NOTICE_STATES)[number], OfTarget>({
  table: 'audit_plan_notice',
  states: NOTICE_STATES,
  keys: ['target_id'],
  content: noticeContent,
});
/** Documents that a department is asked for. */
export const demands = recordStore<typeof documentContent, (typeof DOCUMENT_STATES)[number], OfTarget>({
  table: 'audit_plan_document',
  states: DOCUMENT_STATES,
  keys: ['target_id'],
  content: documentContent,
});
export const surveys = recordStore<typeof surveyContent, (typeof SURVEY_STATES)[number], OfProgramme>({
  table: 'audit_plan_survey',
  states: SURVEY_STATES,
  keys: ['programme_id'],
  content: surveyContent,
});
export const briefings = recordStore<typeof briefingContent, (typeof BRIEFING_STATES)[number], OfProgramme>({
  table: 'audit_plan_briefing',
  states: BRIEFING_STATES,
  keys: ['programme_id'],
  content: briefingContent,
});

type RecordOf<S> =
  S extends RecordStore<infer C, infer State, infer K> ? Awaited<ReturnType<RecordStore<C, State, K>['get']>> : never;
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
