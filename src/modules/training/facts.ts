/** What courses write to the journal: words of the specification, counts and days; people as ids or numbers only. */
import { z } from 'zod';
import { defineFacts } from '../../kernel/fact.ts';

const id = z.uuid();
const day = z.iso.date();
const words = z.array(z.string());
const kind = <S extends z.ZodType>(when: string, data: S) => ({ data, when });
const of = <S extends z.ZodRawShape>(shape: S) => z.strictObject({ course: z.string(), ...shape });

export const facts = defineFacts({
  'course.proposed': kind(
    'A course is proposed, or its proposal changed; the subject is the course.',
    of({ audience: words, aim: z.string(), contents: words, sessions: z.int(), participants: z.int() }),
  ),
  'course.agreed': kind(
    'The city agrees to season and contents of a course.',
    of({ subjects: words, occurredOn: day }),
  ),
  'course-material.prepared': kind(
    'A version of the material of a course is complete and will not change.',
    of({
      version: z.int(),
      contents: words,
      /** Reports of incidents that it tells of. */
      incidents: z.int(),
      /** Required topics that it covers, and those that it does not. */
      items: z.int(),
      missing: z.int(),
      sources: words,
      audience: words,
      method: z.string(),
      minutes: z.int(),
      exercises: words,
      variants: words,
      /** Variants that teach the same as another one. */
      variantsAlike: z.int(),
      /** The whole of it can be read as text. */
      textEdition: z.boolean(),
      standards: words,
    }),
  ),
  'course-session.planned': kind(
    'A session of a course is planned, moved or called off; the subject is the session.',
    of({ plannedOn: day, cancelled: z.boolean() }),
  ),
  'course.held': kind(
    'A session of a course has taken place; the subject is the session.',
    of({
      mode: z.string(),
      reason: z.string().optional(),
      considered: words,
      forms: words,
      minutes: z.int(),
      lecturer: z.string(),
      /** How many people. */
      participants: z.int(),
      exercises: words,
      occurredOn: day,
    }),
  ),
  'course-attendance.corrected': kind(
    'The record of who attended a session is corrected, with a reason.',
    of({ participants: z.int() }),
  ),
  'course-exercise.submitted': kind(
    'Somebody hands in the answer to an exercise; the subject is the answer.',
    of({ exercise: z.string(), trainee: id, observations: z.int(), occurredOn: day }),
  ),
  'course-exercise.reviewed': kind(
    'The trainer compares an answer with the model answer and returns remarks.',
    of({ exercise: z.string(), found: z.int(), missed: z.int(), passed: z.boolean() }),
  ),
  'course.closed': kind(
    'A course is over; participants are different people over all sessions, or those counted at each session where nobody is named.',
    of({ sessions: z.int(), participants: z.int(), occurredOn: day }),
  ),
  'course.analysed': kind(
    'What people understood of a course is analysed.',
    of({ instruments: words, answers: z.int(), byDepartment: z.boolean() }),
  ),
});
