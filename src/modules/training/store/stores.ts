/** The records of the module by their tables. */
import { createRecordStore, type RecordOf } from '../../../kernel/record-store.ts';
import { COURSE_STATES, courseContent } from '../contract/courses.ts';
import { MATERIAL_STATES, materialContent } from '../contract/material.ts';
import { SESSION_STATES, sessionContent } from '../contract/sessions.ts';
import { WORK_STATES, workContent } from '../contract/work.ts';

export const courses = createRecordStore({
  table: 'training_course',
  states: COURSE_STATES,
  keys: {},
  content: courseContent,
});
/** One row per version; `position` is the version. */
export const materials = createRecordStore({
  table: 'training_material',
  states: MATERIAL_STATES,
  keys: { courseId: 'course_id' },
  content: materialContent,
});
export const sessions = createRecordStore({
  table: 'training_session',
  states: SESSION_STATES,
  keys: { courseId: 'course_id' },
  content: sessionContent,
});
export const works = createRecordStore({
  table: 'training_work',
  states: WORK_STATES,
  keys: { courseId: 'course_id' },
  content: workContent,
});

export type CourseRecord = RecordOf<typeof courses>;
export type MaterialRecord = RecordOf<typeof materials>;
export type SessionRecord = RecordOf<typeof sessions>;
export type WorkRecord = RecordOf<typeof works>;
