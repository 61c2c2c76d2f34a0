/** Sessions: planned, moved, held with those who were there, corrected. */
import { fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { auditPlanContract } from '../../audit-plan/contract.ts';
import { dayOfEvent } from '../../engagement/contract.ts';
import type { Attendance, PlannedFields } from '../contract/sessions.ts';
import type { Form } from '../contract/shared.ts';
import { traineeKey } from '../rules/attendance.ts';
import { exerciseWords } from '../rules/material-rules.ts';
import { type CourseRecord, courses, type SessionRecord, sessions } from '../store/stores.ts';
import { getCourse } from './courses.ts';
import { sessionViewOf } from './session-views.ts';
import { facts, type H, materialInForce, peopleOf, takeOpenCourse } from './shared.ts';

export const listSessions: H<'listSessions'> = async (context, { courseId }) => {
  await courses.get(context.tx, courseId);
  return { sessions: (await sessions.list(context.tx, { courseId })).map(sessionViewOf) };
};

export const planSession: H<'planSession'> = async (context, { courseId, ...planned }) => {
  const course = await takeOpenCourse(context, courseId);
  if (course.state !== 'agreed')
    throw refuse('実施案に市の同意がまだありません。市の担当課が同意してから、開催を予定してください。');
  checkPlanned(planned);
  const all = await sessions.list(context.tx, { courseId });
  const saved = await sessions.insert(context, {
    engagementId: course.engagementId,
    courseId,
    state: 'planned',
    position: nextPosition(all),
    content: { ...planned, held: null, corrections: [] },
  });
  noted(context, course, saved);
  return changedOf(saved);
};

export const changeSession: H<'changeSession'> = async (context, { sessionId, version, ...planned }) => {
  const { course, session } = await takePlanned(context, sessionId, version);
  checkPlanned(planned);
  const saved = await sessions.save(context.tx, session, { content: planned });
  noted(context, course, saved);
  return changedOf(saved);
};

export const cancelSession: H<'cancelSession'> = async (context, { sessionId, version }) => {
  const { course, session } = await takePlanned(context, sessionId, version);
  const saved = await sessions.save(context.tx, session, { state: 'cancelled' });
  noted(context, course, saved);
  return changedOf(saved);
};

export const holdSession: H<'holdSession'> = async (context, { sessionId, version, occurredOn, ...input }) => {
  const { course, session } = await takePlanned(context, sessionId, version);
  const material = await materialInForce(context, course.id);
  if (material === null)
    throw refuse('教材がまだ確定していません。「教材」の画面で確定してから、実施を記録してください。');
  const on = await dayOfEvent(context, course.engagementId, occurredOn);
  const minutes = input.lectureMinutes + input.exerciseMinutes;
  if (minutes === 0) throw fieldError('lectureMinutes', '講義又は演習の時間を分で入力してください。');
  if (input.exerciseMinutes > 0 && input.exercises.length === 0)
    throw fieldError('exercises', '行った演習を一つ以上選んでください。');
  const known = new Set(material.content.exercises.map(({ key }) => key));
  if (input.exercises.some((key) => !known.has(key)))
    throw fieldError('exercises', '教材にない演習が選ばれています。画面を開き直して選んでください。');
  const heads = input.heads ?? 0;
  await checkAttendance(context, course, input.attendance, heads);
  const forms: Form[] = [];
  if (input.lectureMinutes > 0) forms.push('座学');
  if (input.exerciseMinutes > 0) forms.push('実技演習');
  if (input.attendance.some((one) => one.forms.some((form) => !forms.includes(form))))
    throw fieldError('attendance', '時間が0分の座学又は演習に、出席が付いています。時間又は出席を直してください。');
  const saved = await sessions.save(context.tx, session, {
    state: 'held',
    content: {
      held: {
        on,
        minutes,
        forms,
        exercises: input.exercises,
        lecturer: input.lecturer,
        material: material.position,
        attendance: input.attendance,
        heads,
        note: input.note,
      },
    },
  });
  facts.record(context, 'course.held', {
    engagementId: course.engagementId,
    subject: session.id,
    data: {
      course: course.content.course,
      mode: session.content.mode,
      ...(session.content.reason.trim() === '' ? {} : { reason: session.content.reason }),
      considered: session.content.considered,
      forms,
      minutes,
      // The lecturer is a person; the journal says whose.
      lecturer: '受託者',
      participants: input.attendance.length + heads,
      exercises: exerciseWords(material.content, input.exercises),
      occurredOn: on,
    },
  });
  await passOn(context, course, []);
  return { ...changedOf(saved), warnings: (await getCourse(context, { courseId: course.id })).warnings };
};

export const correctAttendance: H<'correctAttendance'> = async (
  context,
  { sessionId, version, attendance, heads = 0, reason },
) => {
  const session = await sessions.take(context.tx, sessionId);
  checkRecordVersion(session, version);
  const { held } = session.content;
  if (held === null) throw refuse('まだ行っていない回の出席は直せません。先に実施を記録してください。');
  const course = await courses.get(context.tx, session.courseId);
  await checkAttendance(context, course, attendance, heads);
  if (attendance.some((one) => one.forms.some((form) => !held.forms.includes(form))))
    throw fieldError('attendance', 'この回に行っていない座学又は演習に、出席が付いています。');
  const before = await peopleOf(context, course);
  const saved = await sessions.save(context.tx, session, {
    content: {
      held: { ...held, attendance, heads },
      corrections: [...session.content.corrections, { on: context.today, reason }],
    },
  });
  facts.record(context, 'course-attendance.corrected', {
    engagementId: session.engagementId,
    subject: session.id,
    data: { course: course.content.course, participants: attendance.length + heads },
  });
  await passOn(
    context,
    course,
    before.filter(({ completedOn }) => completedOn !== null).map(({ trainee }) => trainee.id),
  );
  return changedOf(saved);
};

async function takePlanned(context: Context, sessionId: string, version: number) {
  const session = await sessions.take(context.tx, sessionId);
  checkRecordVersion(session, version);
  if (session.state === 'held')
    throw refuse('この回は既に行っています。出席を直すときは、理由を残して訂正してください。');
  if (session.state === 'cancelled') throw refuse('取りやめた予定です。新しく開催を予定してください。');
  return { session, course: await takeOpenCourse(context, session.courseId) };
}

function checkPlanned({ from, to, mode, reason }: PlannedFields): void {
  if (to <= from) throw fieldError('to', '終わりの時刻は、始めの時刻より後にしてください。');
  if (mode !== '集合' && reason.trim() === '') throw fieldError('reason', '集合して行わない理由を書いてください。');
}

async function checkAttendance(
  context: Context,
  course: CourseRecord,
  attendance: readonly Attendance[],
  heads: number,
): Promise<void> {
  if (course.content.audience === 'city-staff') {
    if (attendance.length > 0)
      throw fieldError('attendance', '職員向けの研修の出席は、氏名ではなく人数で記録してください。');
    if (heads === 0) throw fieldError('heads', '出席した人数を1人以上で入力してください。');
    return;
  }
  if (attendance.length === 0) throw fieldError('attendance', '出席した人を一人以上選んでください。');
  if (heads > 0) throw fieldError('heads', 'この研修の出席は、人数ではなく一人ずつ記録してください。');
  const known = new Set((await peopleOf(context, course)).map(({ trainee }) => traineeKey(trainee)));
  const seen = new Set<string>();
  for (const [at, { trainee }] of attendance.entries()) {
    const key = traineeKey(trainee);
    if (!known.has(key))
      throw fieldError(`attendance.${at}`, '登録のない内部監査人が含まれています。画面を開き直して選んでください。');
    if (seen.has(key)) throw fieldError(`attendance.${at}`, '同じ人が二度書かれています。');
    seen.add(key);
  }
}

/** The list of auditors takes over who completed the course; who no longer has by a correction is untrained again. */
async function passOn(context: Context, course: CourseRecord, hadCompleted: readonly string[]): Promise<void> {
  const people = await peopleOf(context, course);
  const completions = people
    .filter(({ trainee, completedOn }) => completedOn !== null || hadCompleted.includes(trainee.id))
    .map(({ trainee, completedOn }) => ({ auditorId: trainee.id, completedOn }));
  if (completions.length === 0) return;
  await context.client(auditPlanContract).recordTraining({ engagementId: course.engagementId, completions });
}

function noted(context: Context, course: CourseRecord, { id, state, content }: SessionRecord): void {
  facts.record(context, 'course-session.planned', {
    engagementId: course.engagementId,
    subject: id,
    data: { course: course.content.course, plannedOn: content.day, cancelled: state === 'cancelled' },
  });
}
