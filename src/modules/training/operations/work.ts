/** Exercises: what the trainer sees of them, and the remarks that go back. */
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import type { Exercise } from '../contract/material.ts';
import type { WorkView } from '../contract/work.ts';
import { proposeComparison, scoreOf } from '../rules/comparing.ts';
import { courses, materials, type WorkRecord, works } from '../store/stores.ts';
import { facts, type H, materialInForce, peopleOf, takeOpenCourse } from './shared.ts';

export const workViewOf = ({ id, courseId, state, version, content }: WorkRecord): WorkView => ({
  ...content,
  id,
  courseId,
  state,
  version,
});

export const listWork: H<'listWork'> = async (context, { courseId }) => {
  const course = await courses.get(context.tx, courseId);
  const people = await peopleOf(context, course);
  // What has not been handed in belongs to the trainee alone.
  const all = (await works.list(context.tx, { courseId })).filter(({ state }) => state !== 'draft');
  const lines = [];
  for (const record of all) {
    const exercise = await exerciseOf(context, record);
    const person = people.find(({ trainee }) => trainee.id === record.content.trainee.id);
    lines.push({
      ...workViewOf(record),
      name: person?.name ?? '名簿にない人',
      department: person?.department ?? '―',
      proposed: record.content.feedback?.comparisons ?? proposeComparison(exercise, record.content.observations),
    });
  }
  return { work: lines, results: await resultsOf(context, courseId, all) };
};

export const enterWork: H<'enterWork'> = async (context, { courseId, trainee, exercise, observations }) => {
  const course = await takeOpenCourse(context, courseId);
  const people = await peopleOf(context, course);
  if (!people.some((person) => person.trainee.id === trainee.id))
    throw fieldError('trainee', '受講者の中から選んでください。');
  const material = await materialInForce(context, courseId);
  if (material === null || !material.content.exercises.some(({ key }) => key === exercise))
    throw fieldError('exercise', '確定した教材の演習から選んでください。');
  const all = await works.list(context.tx, { courseId });
  const before = all.find(({ content }) => content.exercise === exercise && content.trainee.id === trainee.id);
  if (before !== undefined && before.state !== 'draft')
    throw new AppError('record.duplicate', { message: 'この人の演習の解答は既に提出されています。' });
  const content = { observations, submittedOn: context.today, onPaper: true };
  const saved =
    before === undefined
      ? await works.insert(context, {
          engagementId: course.engagementId,
          courseId,
          state: 'submitted',
          position: nextPosition(all),
          content: { trainee, exercise, material: material.position, feedback: null, ...content },
        })
      : await works.save(context.tx, before, { state: 'submitted', content });
  recordSubmitted(context, course.content.course, saved);
  return changedOf(saved);
};

export const reviewWork: H<'reviewWork'> = async (context, { workId, version, comparisons, mistaken, comment }) => {
  const work = await works.take(context.tx, workId);
  checkRecordVersion(work, version);
  if (work.state === 'draft') throw new AppError('record.missing', { internal: 'not handed in' });
  const exercise = await exerciseOf(context, work);
  const { observations } = work.content;
  for (const [at, one] of comparisons.entries()) {
    if (!exercise.weaknesses.some(({ key }) => key === one.weakness))
      throw fieldError(`comparisons.${at}`, '模範解答にない項目です。画面を開き直してください。');
    if (one.observation !== null && one.observation >= observations.length)
      throw fieldError(`comparisons.${at}.observation`, '解答にある番号を選んでください。');
    if (one.result !== 'missed' && one.observation === null)
      throw fieldError(`comparisons.${at}.observation`, '気付いたとするときは、当たる解答の番号を選んでください。');
  }
  const judged = new Set(comparisons.map(({ weakness }) => weakness));
  if (judged.size !== exercise.weaknesses.length || comparisons.length !== judged.size)
    throw fieldError('comparisons', '模範解答の全ての項目について、一つずつ判断してください。');
  if (mistaken.some((at) => at >= observations.length))
    throw fieldError('mistaken', '解答にある番号を選んでください。');
  const result = scoreOf(exercise, comparisons);
  const saved = await works.save(context.tx, work, {
    state: 'reviewed',
    content: { feedback: { on: context.today, comparisons, mistaken, comment, ...result } },
  });
  const course = await courses.get(context.tx, work.courseId);
  facts.record(context, 'course-exercise.reviewed', {
    engagementId: work.engagementId,
    subject: work.id,
    data: {
      course: course.content.course,
      exercise: work.content.exercise,
      found: comparisons.filter(({ result: seen }) => seen !== 'missed').length,
      missed: comparisons.filter(({ result: seen }) => seen === 'missed').length,
      passed: result.passed,
    },
  });
  return { ...changedOf(saved), ...result };
};

export function recordSubmitted(context: Context, course: string, { id, engagementId, content }: WorkRecord): void {
  facts.record(context, 'course-exercise.submitted', {
    engagementId,
    subject: id,
    data: {
      course,
      exercise: content.exercise,
      trainee: content.trainee.id,
      observations: content.observations.length,
      occurredOn: content.submittedOn ?? context.today,
    },
  });
}

/** The exercise as it stood in the version of the material that was worked on. */
export async function exerciseOf(context: Context, { courseId, content }: WorkRecord): Promise<Exercise> {
  const all = await materials.list(context.tx, { courseId });
  const found = all
    .find(({ position }) => position === content.material)
    ?.content.exercises.find(({ key }) => key === content.exercise);
  if (found === undefined) throw refuse('この解答の演習は、教材から外されています。');
  return found;
}

async function resultsOf(context: Context, courseId: string, all: readonly WorkRecord[]) {
  const material = await materialInForce(context, courseId);
  const reviewed = all.flatMap(({ content }) =>
    content.feedback === null
      ? []
      : content.feedback.comparisons.map((one) => ({ exercise: content.exercise, ...one })),
  );
  return (material?.content.exercises ?? []).flatMap((exercise) =>
    exercise.weaknesses.map(({ key, place }) => {
      const own = reviewed.filter((one) => one.exercise === exercise.key && one.weakness === key);
      const count = (result: string) => own.filter((one) => one.result === result).length;
      return {
        exercise: exercise.key,
        weakness: key,
        place,
        found: count('found'),
        partly: count('partly'),
        missed: count('missed'),
      };
    }),
  );
}
