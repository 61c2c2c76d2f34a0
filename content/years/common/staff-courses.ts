/** Courses for the staff: proposed, agreed, prepared with what happened lately, held before people who are counted, closed. */
import type { Step } from '../../../src/cli/year/year.ts';
import { trainingContract } from '../../../src/modules/training/contract.ts';
import { type Play, step } from './play.ts';
import type { PlannedStaffCourse } from './staff-course-data.ts';

export function staffCourses(play: Play): Step[] {
  return (play.data.staffCourses ?? []).flatMap((planned, index) => stepsOf(play, planned, index));
}

function stepsOf(play: Play, planned: PlannedStaffCourse, index: number): Step[] {
  const { world, cast, keep, get, engagement } = play;
  const lead = () => world.as('lead', trainingContract);
  const courseId = () => get(`staff-course:${index}`);
  const version = async () => (await lead().getCourse({ courseId: courseId() })).course.version;
  return [
    step(planned.proposed, '職員向けの研修の実施案を提案する', async () => {
      const { offers } = await lead().listCourses(engagement());
      const offer = offers.find(({ suits, fields }) => suits && fields.audience === 'city-staff');
      if (offer === undefined) throw new Error('no course for the staff is asked for');
      const { from, until: to, expected: participants } = planned;
      const { id } = await lead().proposeCourse({ ...engagement(), ...offer.fields, participants, from, to });
      keep(`staff-course:${index}`, id);
      keep(`staff-course:${index}:bundled`, offer.bundled);
    }),
    step(planned.agreed, '研修の実施時期と内容に同意する', async () => {
      await world.as('office', trainingContract).agreeCourse({ courseId: courseId(), version: await version() });
    }),
    step(planned.prepared, '最近の事故の事例を入れて教材を作り、開催を予定する', async () => {
      const { id, version: first } = await lead().startMaterial({
        ...{ courseId: courseId(), bundled: get(`staff-course:${index}:bundled`) },
      });
      const { material } = await lead().getMaterial({ courseId: courseId() });
      if (material === null) throw new Error('no material was started');
      const { content } = material;
      const sources = content.sources.map((one) => (one.kind === 'incident' ? { ...one, ...planned.incident } : one));
      const saved = await lead().saveMaterial({ materialId: id, version: first, content: { ...content, sources } });
      await lead().prepareMaterial({ materialId: id, version: saved.version });
      const [day = '', from = ''] = planned.held.split(' ');
      const session = await lead().planSession({
        ...{ courseId: courseId(), day, from, to: planned.to, place: planned.place },
        ...{ mode: '集合', reason: '', considered: ['受講人数', '受講者の特性'] },
      });
      keep(`staff-session:${index}`, session.id);
    }),
    step(planned.held, '職員向けの研修を行う', async () => {
      const { sessions } = await lead().listSessions({ courseId: courseId() });
      const session = sessions.find(({ id }) => id === get(`staff-session:${index}`));
      const { material } = await lead().getMaterial({ courseId: courseId() });
      await lead().holdSession({
        ...{ sessionId: session?.id ?? '', version: session?.version ?? 0 },
        ...{ lectureMinutes: material?.minutes ?? 0, exerciseMinutes: 0, exercises: [] },
        lecturer: cast.find(({ key }) => key === 'lead')?.displayName ?? '',
        ...{ attendance: [], heads: planned.came, note: '' },
      });
    }),
    step(planned.closed, '職員向けの研修を終える', async () => {
      await lead().closeCourse({ courseId: courseId(), version: await version() });
    }),
  ];
}
