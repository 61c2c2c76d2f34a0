/** The records of the module by their tables. */
import { auditorContent, historyContent } from '../contract/people.ts';
import { EDITION_STATES, editionContent, programmeContent } from '../contract/programmes.ts';
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

type RecordOf<S> =
  S extends RecordStore<infer C, infer State, infer K> ? Awaited<ReturnType<RecordStore<C, State, K>['get']>> : never;
export type ProgrammeRecord = RecordOf<typeof programmes>;
export type EditionRecord = RecordOf<typeof editions>;
export type TargetRecord = RecordOf<typeof targets>;
export type AuditorRecord = RecordOf<typeof auditors>;
