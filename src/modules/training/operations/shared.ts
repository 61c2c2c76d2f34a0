/** What every operation of the module needs: the engagement, days, the people that a course is for. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { refuse } from '../../../kernel/error.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { auditPlanContract } from '../../audit-plan/contract.ts';
import { peopleContract } from '../../people/contract.ts';
import type { trainingContract } from '../contract.ts';
import type { PersonLine } from '../contract/courses.ts';
import { facts } from '../facts.ts';
import { attendedBy, traineeKey } from '../rules/attendance.ts';
import { type CourseRecord, courses, type MaterialRecord, materials, sessions } from '../store/stores.ts';

export { facts };

type C = typeof trainingContract;
/** The type of one operation's handler, from the contract. */
export type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

/** The version in force, or null before the first was prepared. */
export async function materialInForce(context: Context, courseId: string): Promise<MaterialRecord | null> {
  const all = await materials.list(context.tx, { courseId });
  return all.findLast(({ state }) => state === 'prepared') ?? null;
}

/** The version that is in force or, before that, under work: what pages and papers show. */
export async function materialShown(context: Context, courseId: string): Promise<MaterialRecord | null> {
  return (await materialInForce(context, courseId)) ?? (await materials.list(context.tx, { courseId })).at(-1) ?? null;
}

export async function takeOpenCourse(context: Context, courseId: string): Promise<CourseRecord> {
  const course = await courses.take(context.tx, courseId);
  if (course.state === 'closed') throw refuse('この研修は終わっているため、変更できません。');
  return course;
}

/** Everybody whom the course is for, and those who have left but were there. Nobody of an audience that is only counted. */
export async function peopleOf(context: Context, course: CourseRecord): Promise<PersonLine[]> {
  if (course.content.audience === 'city-staff') return [];
  const { engagementId } = course;
  const { auditors } = await context.client(auditPlanContract).listAuditors({ engagementId });
  const held = (await sessions.list(context.tx, { courseId: course.id })).map(({ content }) => content);
  const attended = attendedBy(held, course.content.forms);
  const departments = await departmentNames(context);
  return auditors.flatMap(({ id, name, departmentId, state }) => {
    const trainee = { kind: 'internal-auditor' as const, id };
    const own = attended.get(traineeKey(trainee));
    if (state === 'left' && own === undefined) return [];
    return [
      {
        trainee,
        name,
        departmentId,
        department: departments.get(departmentId) ?? '廃止された所属',
        forms: [...(own?.forms ?? [])],
        completedOn: own?.completedOn ?? null,
      },
    ];
  });
}

async function departmentNames(context: Context): Promise<ReadonlyMap<string, string>> {
  const { departments } = await context.client(peopleContract).listDepartments({});
  return new Map(departments.map(({ id, name }) => [id, name]));
}
