/** Exercises as people work on them: what each one writes, how it compares with the model answer, what the trainer says. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { changed, day, id, key, line, requiredText, text, trainee, version } from './shared.ts';

export const observation = z.strictObject({
  place: line,
  fact: requiredText.max(1000),
  ground: text.max(1000),
  remedy: text.max(1000),
});
export type Observation = z.output<typeof observation>;

/** Whether the trainee saw a planted weakness, and which of the trainee's observations (counted from 0) says so. */
export const comparison = z.strictObject({
  weakness: key,
  result: z.enum(['found', 'partly', 'missed']),
  observation: z.int().min(0).nullable(),
  comment: text.max(1000),
});
export type Comparison = z.output<typeof comparison>;

export const feedback = z.strictObject({
  on: day,
  comparisons: z.array(comparison).max(30),
  /** Observations that name what is in order. */
  mistaken: z.array(z.int().min(0)).max(60),
  comment: text.max(4000),
  /** Points reached and to be had. */
  score: z.int(),
  of: z.int(),
  passed: z.boolean(),
});
export type Feedback = z.output<typeof feedback>;

export const workContent = z.strictObject({
  trainee,
  exercise: key,
  /** The version of the material. */
  material: z.int(),
  observations: z.array(observation).max(60),
  submittedOn: day.nullable(),
  /** Written on paper and put on record by the trainer. */
  onPaper: z.boolean(),
  feedback: feedback.nullable(),
});
export type WorkContent = z.output<typeof workContent>;

export const WORK_STATES = ['draft', 'submitted', 'reviewed'] as const;
export const workView = workContent.extend({ id, courseId: id, state: z.enum(WORK_STATES), version: z.int() });
export type WorkView = z.output<typeof workView>;

/** The exercise as a trainee sees it; the model answers only when the feedback is there. */
export const ownExercise = z.strictObject({
  courseId: id,
  courseTitle: z.string(),
  exercise: key,
  title: z.string(),
  scene: z.string(),
  task: z.string(),
  work: workView.nullable(),
  answers: z
    .array(
      z.strictObject({
        key,
        place: z.string(),
        fact: z.string(),
        ground: z.string(),
        remedy: z.string(),
        points: z.int(),
      }),
    )
    .nullable(),
});
export type OwnExercise = z.output<typeof ownExercise>;

const observations = z.array(observation).max(60);

export const workOperations = {
  listWork: query({
    summary: '受講者が提出した演習の解答を返す。',
    permission: 'training.read',
    input: z.strictObject({ courseId: id }),
    output: z.strictObject({
      work: z.array(workView.extend({ name: z.string(), department: z.string(), proposed: z.array(comparison) })),
      /** How often each planted weakness was seen, over all reviewed answers. */
      results: z.array(
        z.strictObject({
          exercise: key,
          weakness: key,
          place: z.string(),
          found: z.int(),
          partly: z.int(),
          missed: z.int(),
        }),
      ),
    }),
  }),
  enterWork: command({
    summary: '紙で出された演習の解答を、受講者に代わって登録する。',
    permission: 'training.work',
    input: z.strictObject({ courseId: id, trainee, exercise: key, observations: observations.min(1) }),
    output: changed,
  }),
  reviewWork: command({
    summary: '演習の解答を模範解答と比べ、講評を返す。',
    permission: 'training.work',
    input: z.strictObject({
      workId: id,
      version,
      comparisons: z.array(comparison).max(30),
      mistaken: z.array(z.int().min(0)).max(60),
      comment: requiredText.max(4000),
    }),
    output: changed.extend({ score: z.int(), of: z.int(), passed: z.boolean() }),
  }),
  listOwnExercises: query({
    summary: '自分が受ける研修の演習と、その講評を返す。',
    permission: 'training.own',
    input: z.strictObject({ engagementId: id }),
    output: z.strictObject({
      /** False for somebody who is not among those whom the courses are for. */
      expected: z.boolean(),
      exercises: z.array(ownExercise),
    }),
  }),
  saveOwnWork: command({
    summary: '自分の演習の解答を保存する。提出するまで、講師には見えない。',
    permission: 'training.own',
    input: z.strictObject({
      courseId: id,
      exercise: key,
      /** Version of the answer; 0 while there is none. */
      version,
      observations,
    }),
    output: changed,
  }),
  submitOwnWork: command({
    summary: '自分の演習の解答を講師に提出する。',
    permission: 'training.own',
    input: z.strictObject({ workId: id, version }),
    output: changed,
  }),
} as const;
