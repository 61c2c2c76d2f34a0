/** What somebody who takes a course sees and does: the own exercises, nobody else's. */
import { AppError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { auditPlanContract } from '../../audit-plan/contract.ts';
import type { Trainee } from '../contract/shared.ts';
import type { OwnExercise } from '../contract/work.ts';
import { type CourseRecord, courses, type MaterialRecord, materials, works } from '../store/stores.ts';
import { type H, materialInForce } from './shared.ts';
import { recordSubmitted, workViewOf } from './work.ts';

export const listOwnExercises: H<'listOwnExercises'> = async (context, { engagementId }) => {
  const trainee = await selfIn(context, engagementId);
  if (trainee === null) return { expected: false, exercises: [] };
  const own: OwnExercise[] = [];
  for (const course of await courses.list(context.tx, { engagementId }))
    if (isNamed(course)) own.push(...(await ownOf(context, course, trainee)));
  return { expected: true, exercises: own };
};

export const saveOwnWork: H<'saveOwnWork'> = async (context, { courseId, exercise, version, observations }) => {
  const { course, trainee, material } = await ownCourse(context, courseId);
  if (!material.content.exercises.some(({ key }) => key === exercise))
    throw new AppError('record.missing', { internal: 'exercise' });
  const all = await works.list(context.tx, { courseId });
  const before = all.find(({ content }) => content.exercise === exercise && content.trainee.id === trainee.id);
  if (before === undefined) {
    if (version !== 0) throw new AppError('record.missing', { internal: 'no answer' });
    const made = await works.insert(context, {
      engagementId: course.engagementId,
      courseId,
      state: 'draft',
      position: nextPosition(all),
      content: {
        ...{ trainee, exercise, material: material.position, observations },
        ...{ submittedOn: null, onPaper: false, feedback: null },
      },
    });
    return changedOf(made);
  }
  const record = await works.take(context.tx, before.id);
  checkRecordVersion(record, version);
  if (record.state !== 'draft') throw refuse('この解答は既に提出しているため、直せません。講評をお待ちください。');
  return changedOf(await works.save(context.tx, record, { content: { observations, material: material.position } }));
};

export const submitOwnWork: H<'submitOwnWork'> = async (context, { workId, version }) => {
  const record = await works.take(context.tx, workId);
  const { course, trainee } = await ownCourse(context, record.courseId);
  if (record.content.trainee.id !== trainee.id) throw new AppError('record.missing', { internal: "another's answer" });
  checkRecordVersion(record, version);
  if (record.state !== 'draft') throw refuse('この解答は既に提出しています。');
  if (record.content.observations.length === 0)
    throw refuse('気付いたことがまだ一つも書かれていません。書いてから提出してください。');
  const saved = await works.save(context.tx, record, { state: 'submitted', content: { submittedOn: context.today } });
  recordSubmitted(context, course.content.course, saved);
  return changedOf(saved);
};

/** A course that the caller takes, with the material in force. An unknown and somebody else's course look alike. */
export async function ownCourse(
  context: Context,
  courseId: string,
): Promise<{ readonly course: CourseRecord; readonly trainee: Trainee; readonly material: MaterialRecord }> {
  const course = await courses.get(context.tx, courseId);
  const trainee = isNamed(course) ? await selfIn(context, course.engagementId) : null;
  if (trainee === null) throw new AppError('record.missing', { internal: 'not a trainee' });
  const material = await materialInForce(context, courseId);
  if (material === null) throw refuse('教材がまだ確定していません。講師からの連絡をお待ちください。');
  return { course, trainee, material };
}

/** Its people are known one by one, so that one of them can be signed in. */
const isNamed = ({ content }: CourseRecord): boolean => content.audience === 'internal-auditors';

/** The caller as one of those whom the courses are for. */
async function selfIn(context: Context, engagementId: string): Promise<Trainee | null> {
  const { auditor } = await context.client(auditPlanContract).getOwnAuditing({ engagementId });
  return auditor === null ? null : { kind: 'internal-auditor', id: auditor.id };
}

async function ownOf(context: Context, course: CourseRecord, trainee: Trainee): Promise<OwnExercise[]> {
  const inForce = await materialInForce(context, course.id);
  if (inForce === null) return [];
  const versions = await materials.list(context.tx, { courseId: course.id });
  const mine = (await works.list(context.tx, { courseId: course.id })).filter(
    ({ content }) => content.trainee.id === trainee.id,
  );
  return inForce.content.exercises.flatMap((current) => {
    const work = mine.find(({ content }) => content.exercise === current.key);
    // What was handed in is shown with the version of the exercise that it answers.
    const of =
      work === undefined ? inForce : (versions.find(({ position }) => position === work.content.material) ?? inForce);
    const exercise = of.content.exercises.find(({ key }) => key === current.key) ?? current;
    return [
      {
        courseId: course.id,
        courseTitle: course.content.title,
        exercise: exercise.key,
        title: exercise.title,
        scene: exercise.scene,
        task: exercise.task,
        work: work === undefined ? null : workViewOf(work),
        answers: work?.state === 'reviewed' ? exercise.weaknesses : null,
      },
    ];
  });
}
