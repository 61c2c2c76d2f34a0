/** What a course teaches: units, exercises with their model answers, sources. The same shape as files in content/courses. */
import { z } from 'zod';
import { command, query } from '../../../kernel/contract.ts';
import { changed, form, id, key, line, text, version } from './shared.ts';

export const unit = z.strictObject({
  key,
  title: line,
  form,
  minutes: z.int().min(1).max(480),
  /** What people can do afterwards. */
  aim: text.max(400),
  /** Words of the contents by which a specification looks for it: 視察項目の演習. */
  topics: z.array(line).max(20),
  /** What is shown and printed, one point each. */
  points: z.array(line).max(20),
  /** What the lecturer says to it. */
  notes: text.max(4000),
});
export type Unit = z.output<typeof unit>;

/** A weakness that is planted in the scene, and what a good observation of it says. */
export const weakness = z.strictObject({
  key,
  place: line,
  fact: text.min(1).max(600),
  /** Why it is a weakness: the rule or the principle. */
  ground: text.min(1).max(600),
  remedy: text.min(1).max(600),
  points: z.int().min(1).max(20),
});
export type Weakness = z.output<typeof weakness>;

export const exercise = z.strictObject({
  key,
  title: line,
  /** The unit in which it is worked on. */
  unit: key,
  /** Words by which a specification looks for it: 視察項目. */
  covers: z.array(line).max(10),
  /** The scene as the trainee reads it. */
  scene: text.min(1).max(6000),
  task: text.min(1).max(2000),
  weaknesses: z.array(weakness).max(30),
  /** Things in the scene that are in order and easily mistaken for weaknesses. */
  sound: z.array(line).max(20),
  /** Percent of the points from which the exercise is passed. */
  passPercent: z.int().min(1).max(100),
});
export type Exercise = z.output<typeof exercise>;

export const source = z.strictObject({
  title: line,
  edition: line.max(100),
  /** A rule or guideline, or the report of an incident that is told of. */
  kind: z.enum(['standard', 'incident', 'report']),
});

/** One group of people who get a part of the units and exercises of their own. */
export const variant = z.strictObject({
  name: line,
  units: z.array(key).max(40),
  exercises: z.array(key).max(20),
});

export const materialContent = z.strictObject({
  title: line,
  /** 集合研修, eラーニング, … */
  method: line.max(40),
  units: z.array(unit).max(40),
  exercises: z.array(exercise).max(20),
  sources: z.array(source).max(40),
  /** Codes of the standards that it follows. */
  standards: z.array(line.max(80)).max(20),
  variants: z.array(variant).max(10),
  /** Items that have to be taught; the material names which are missing. */
  requiredTopics: z.array(line).max(60),
});
export type MaterialContent = z.output<typeof materialContent>;

export const MATERIAL_STATES = ['draft', 'prepared', 'superseded'] as const;
export const materialView = z.strictObject({
  id,
  /** The version of the material; the version of the record is `version`. */
  number: z.int(),
  state: z.enum(MATERIAL_STATES),
  version: z.int(),
  content: materialContent,
  minutes: z.int(),
  /** Required topics that no unit covers. */
  missing: z.array(z.string()),
});
export type MaterialView = z.output<typeof materialView>;

export const materialOperations = {
  getMaterial: query({
    summary: '研修の教材を、模範解答とともに返す。',
    permission: 'training.read',
    input: z.strictObject({ courseId: id }),
    output: z.strictObject({ material: materialView.nullable() }),
  }),
  startMaterial: command({
    summary: '教材の新しい版を作り始める。製品の教材又は前の版から写す。',
    permission: 'training.work',
    input: z.strictObject({ courseId: id, bundled: z.string().max(60).nullable() }),
    output: changed,
  }),
  saveMaterial: command({
    summary: '作成中の教材を保存する。',
    permission: 'training.work',
    input: z.strictObject({ materialId: id, version, content: materialContent }),
    output: changed,
  }),
  prepareMaterial: command({
    summary: '教材を確定する。確定した版は変わらず、直すときは新しい版を作る。',
    permission: 'training.work',
    input: z.strictObject({ materialId: id, version }),
    output: changed,
  }),
} as const;
