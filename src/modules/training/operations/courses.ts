/** Courses from the proposal to the analysis. */
import { AppError, fieldError, refuse } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { checkRecordVersion, nextPosition, changedOf } from '../../../kernel/record-store.ts';
import { auditPlanContract } from '../../audit-plan/contract.ts';
import { dayOfEvent, engagementOf } from '../../engagement/contract.ts';
import { bundledCourses, type CourseFile } from '../bundled.ts';
import type { CourseFields, CourseView, Offer } from '../contract/courses.ts';
import { courseWarnings } from '../rules/course-warnings.ts';
import { type CourseRecord, courses, sessions, works } from '../store/stores.ts';
import { sessionViewOf } from './session-views.ts';
import { facts, type H, materialShown, peopleOf, takeOpenCourse } from './shared.ts';

export const courseViewOf = ({ id, state, version, content }: CourseRecord): CourseView => ({
  ...content,
  id,
  state,
  version,
});

export const listCourses: H<'listCourses'> = async (context, { engagementId }) => {
  const { specification } = await engagementOf(context, engagementId);
  const { auditors } = await context.client(auditPlanContract).listAuditors({ engagementId });
  const all = [];
  for (const course of await courses.list(context.tx, { engagementId })) {
    const people = await peopleOf(context, course);
    const completed = people.filter(({ completedOn }) => completedOn !== null).length;
    all.push({ ...courseViewOf(course), completed, expected: people.length });
  }
  return {
    courses: all,
    offers: bundledCourses().flatMap((file) => offersOf(file, specification)),
    auditors: auditors.filter(({ state }) => state === 'active').length,
  };
};

export const getCourse: H<'getCourse'> = async (context, { courseId }) => {
  const record = await courses.get(context.tx, courseId);
  const course = courseViewOf(record);
  const people = await peopleOf(context, record);
  const material = await materialShown(context, courseId);
  const held = (await sessions.list(context.tx, { courseId })).map(sessionViewOf);
  const offer = await offerOf(context, record);
  return {
    engagementId: record.engagementId,
    course,
    offer,
    bundled: bundledFor(record),
    people,
    warnings: courseWarnings({ course, offer, material: material?.content ?? null, sessions: held, people }),
  };
};

export const proposeCourse: H<'proposeCourse'> = async (context, { engagementId, ...fields }) => {
  await engagementOf(context, engagementId);
  checkSeason(fields);
  const own = await courses.list(context.tx, { engagementId });
  if (own.some(({ content }) => content.course === fields.course))
    throw new AppError('record.duplicate', {
      message: 'この研修の実施案は既に登録されています。一覧から開いてください。',
    });
  const saved = await courses.insert(context, {
    engagementId,
    state: 'proposed',
    position: nextPosition(own),
    content: { ...fields, agreedOn: null, closed: null, analysis: null },
  });
  recordProposal(context, saved);
  return changedOf(saved);
};

export const changeCourse: H<'changeCourse'> = async (context, { courseId, version, ...fields }) => {
  const course = await takeOpenCourse(context, courseId);
  checkRecordVersion(course, version);
  checkSeason(fields);
  const saved = await courses.save(context.tx, course, { state: 'proposed', content: { ...fields, agreedOn: null } });
  recordProposal(context, saved);
  return changedOf(saved);
};

export const agreeCourse: H<'agreeCourse'> = async (context, { courseId, version, occurredOn }) => {
  const course = await takeOpenCourse(context, courseId);
  checkRecordVersion(course, version);
  if (course.state === 'agreed') throw refuse('この研修の実施案には、既に同意しています。');
  const on = await dayOfEvent(context, course.engagementId, occurredOn);
  const saved = await courses.save(context.tx, course, { state: 'agreed', content: { agreedOn: on } });
  facts.record(context, 'course.agreed', {
    engagementId: course.engagementId,
    subject: course.id,
    // Season, contents and number of sessions cannot be left out of a proposal; the forms are how it is held.
    data: { course: course.content.course, subjects: ['実施時期', '内容', '回数', '方法'], occurredOn: on },
  });
  return changedOf(saved);
};

export const closeCourse: H<'closeCourse'> = async (context, { courseId, version, occurredOn }) => {
  const course = await takeOpenCourse(context, courseId);
  checkRecordVersion(course, version);
  const all = await sessions.list(context.tx, { courseId });
  const held = all.filter(({ state }) => state === 'held');
  if (held.length === 0) throw refuse('実施の記録がまだありません。先に「開催と受講」で研修の実施を記録してください。');
  if (all.some(({ state }) => state === 'planned'))
    throw refuse('まだ行っていない開催の予定があります。実施を記録するか、予定を取りやめてから終えてください。');
  const on = await dayOfEvent(context, course.engagementId, occurredOn);
  const last = held.reduce(
    (day, { content }) => (content.held !== null && content.held.on > day ? content.held.on : day),
    '',
  );
  if (on < last) throw fieldError('occurredOn', '最後に開催した日より前の日付は登録できません。');
  const named = (await peopleOf(context, course)).filter(({ forms }) => forms.length > 0).length;
  const participants = held.reduce((sum, { content }) => sum + (content.held?.heads ?? 0), named);
  const saved = await courses.save(context.tx, course, {
    state: 'closed',
    content: { closed: { on, sessions: held.length, participants } },
  });
  facts.record(context, 'course.closed', {
    engagementId: course.engagementId,
    subject: course.id,
    data: { course: course.content.course, sessions: held.length, participants, occurredOn: on },
  });
  return { ...changedOf(saved), participants };
};

export const analyseCourse: H<'analyseCourse'> = async (context, { courseId, version, ...text }) => {
  const course = await courses.take(context.tx, courseId);
  checkRecordVersion(course, version);
  const reviewed = (await works.list(context.tx, { courseId })).filter(({ state }) => state === 'reviewed');
  if (reviewed.length === 0)
    throw refuse('講評を返した演習がまだありません。先に「演習と講評」で解答を比べ、講評を返してください。');
  const people = await peopleOf(context, course);
  const departments = new Set(
    reviewed.map(({ content }) => people.find(({ trainee }) => trainee.id === content.trainee.id)?.departmentId ?? ''),
  );
  const analysis = { on: context.today, answers: reviewed.length, ...text, byDepartment: departments.size > 1 };
  const saved = await courses.save(context.tx, course, { content: { analysis } });
  facts.record(context, 'course.analysed', {
    engagementId: course.engagementId,
    subject: course.id,
    data: {
      course: course.content.course,
      instruments: ['演習'],
      answers: reviewed.length,
      byDepartment: analysis.byDepartment,
    },
  });
  return changedOf(saved);
};

function checkSeason({ from, to }: Pick<CourseFields, 'from' | 'to'>): void {
  if (to < from) throw fieldError('to', '実施時期の終わりは、始めの日以後にしてください。');
}

function recordProposal(context: Context, { id, engagementId, content }: CourseRecord): void {
  const { course, audienceNames, aim, contents, sessions: times, participants } = content;
  facts.record(context, 'course.proposed', {
    engagementId,
    subject: id,
    data: { course, audience: audienceNames, aim, contents, sessions: times, participants },
  });
}

function offersOf(file: CourseFile, specification: string): Offer[] {
  return file.asked.map(({ clause, sessionsAtMost, minutes, fields, specification: of }) => ({
    ...{ bundled: file.id, suits: of === specification },
    ...{ clause, sessionsAtMost, minutes, fields },
  }));
}

async function offerOf(context: Context, { engagementId, content }: CourseRecord): Promise<Offer | null> {
  const { specification } = await engagementOf(context, engagementId);
  const offers = bundledCourses().flatMap((file) => offersOf(file, specification));
  return offers.find(({ suits, fields }) => suits && fields.course === content.course) ?? null;
}

const bundledFor = ({ content }: CourseRecord): string | null =>
  bundledCourses().find(({ asked }) => asked.some(({ fields }) => fields.course === content.course))?.id ?? null;
