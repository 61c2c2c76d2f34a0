/** The city's own auditors: registered, trained, assigned, and their reports from the first version to the settled one. */
import type { Step } from '../../../src/cli/year/year.ts';
import { auditPlanContract } from '../../../src/modules/audit-plan/contract.ts';
import { trainingContract } from '../../../src/modules/training/contract.ts';
import type { AuditorPlan } from './auditor-data.ts';
import { reportSteps } from './auditor-reports.ts';
import { type Play, step } from './play.ts';

export function internalAuditors(play: Play): Step[] {
  const plan = play.data.internalAuditors;
  if (plan === undefined) return [];
  return [
    ...courseSteps(play, plan),
    step(plan.assigned, '内部監査人を割り当てる', () => assign(play, plan)),
    ...reportSteps(play, plan),
  ];
}

const lineOf = ({ cast }: Play, key: string) => {
  const found = cast.find((one) => one.key === key);
  if (found?.section === undefined) throw new Error(`${key} is nobody of a section`);
  return { name: found.displayName, section: found.section };
};

function courseSteps(play: Play, plan: AuditorPlan): Step[] {
  const { world, keep, get, engagement } = play;
  const { course } = plan;
  const lead = () => world.as('lead', trainingContract);
  const courseId = () => get('auditor-course');
  const version = async () => (await lead().getCourse({ courseId: courseId() })).course.version;
  return [
    step(plan.registered, '市の内部監査人を登録する', async () => {
      for (const key of plan.auditors) {
        const { name, section } = lineOf(play, key);
        const { id } = await world.as('office', auditPlanContract).addAuditor({
          ...engagement(),
          ...{ name, accountId: world.caller(key).accountId, departmentId: get(`department:${section}`) },
          ...{ managedDepartmentIds: [], trainedOn: null, qualification: '' },
        });
        keep(`city-auditor:${key}`, id);
      }
    }),
    step(course.proposed, '内部監査人養成研修の実施案を提案する', async () => {
      const { offers } = await lead().listCourses(engagement());
      const offer = offers.find(({ suits }) => suits);
      if (offer === undefined) throw new Error('no course is asked for');
      const { id } = await lead().proposeCourse({
        ...engagement(),
        ...offer.fields,
        participants: plan.auditors.length,
        ...{ from: course.from, to: course.until },
      });
      keep('auditor-course', id);
      keep('auditor-course:bundled', offer.bundled);
    }),
    step(course.agreed, '研修の実施時期と内容に同意する', async () => {
      await world.as('office', trainingContract).agreeCourse({ courseId: courseId(), version: await version() });
    }),
    step(course.prepared, '研修の教材を作り、開催を予定する', async () => {
      const draft = await lead().startMaterial({ courseId: courseId(), bundled: get('auditor-course:bundled') });
      await lead().prepareMaterial({ materialId: draft.id, version: draft.version });
      const [day = '', from = ''] = course.held.split(' ');
      const { id } = await lead().planSession({
        ...{ courseId: courseId(), day, from, to: course.to, place: course.place },
        ...{ mode: '集合', reason: '', considered: ['受講人数', '受講者の特性'] },
      });
      keep('auditor-session', id);
    }),
    step(course.held, '内部監査人養成研修を行う', () => hold(play, plan)),
    step(course.reviewed, '演習の講評を返す', async () => {
      const { work } = await lead().listWork({ courseId: courseId() });
      for (const one of work)
        await lead().reviewWork({
          ...{ workId: one.id, version: one.version, comparisons: one.proposed, mistaken: [] },
          comment:
            '見た事実を場所と合わせて書けています。根拠は、どの規定に照らしたかまで書くと、所属が直すときの手掛かりになります。',
        });
    }),
    step(course.closed, '研修を終え、理解の程度を分析する', async () => {
      const closed = await lead().closeCourse({ courseId: courseId(), version: await version() });
      await lead().analyseCourse({
        courseId: courseId(),
        version: closed.version,
        understood: '書類と画面の扱いなど、目に見える弱いところには、全員が気付いた。',
        weak: '媒体の管理簿と現物の照合など、記録と現場を比べて分かる弱いところを見落としやすい。',
        next: '翌年度の研修では、台帳と現物を照らす演習を加える。',
      });
    }),
  ];
}

/** Everybody attends both parts; the first two write down what they saw, so that there is something to look at. */
async function hold(play: Play, plan: AuditorPlan): Promise<void> {
  const { world, get, cast } = play;
  const lead = world.as('lead', trainingContract);
  const courseId = get('auditor-course');
  const { sessions } = await lead.listSessions({ courseId });
  const session = sessions.find(({ id }) => id === get('auditor-session'));
  const { material } = await lead.getMaterial({ courseId });
  if (session === undefined || material === null) throw new Error('nothing is prepared');
  const minutes = (form: string) =>
    material.content.units.filter((unit) => unit.form === form).reduce((sum, { minutes: of }) => sum + of, 0);
  for (const [at, key] of plan.auditors.slice(0, 2).entries()) {
    const trainee = world.as(key, trainingContract);
    for (const { key: exercise, weaknesses } of material.content.exercises) {
      const saved = await trainee.saveOwnWork({
        ...{ courseId, exercise, version: 0 },
        // The second one misses the last of them.
        observations: weaknesses
          .slice(0, weaknesses.length - at)
          .map(({ place, fact, ground, remedy }) => ({ place, fact, ground, remedy })),
      });
      await trainee.submitOwnWork({ workId: saved.id, version: saved.version });
    }
  }
  await lead.holdSession({
    ...{ sessionId: session.id, version: session.version },
    ...{ lectureMinutes: minutes('座学'), exerciseMinutes: minutes('実技演習') },
    exercises: material.content.exercises.map(({ key }) => key),
    lecturer: cast.find(({ key }) => key === 'lead')?.displayName ?? '',
    attendance: plan.auditors.map((key) => ({
      trainee: { kind: 'internal-auditor', id: get(`city-auditor:${key}`) },
      forms: ['座学', '実技演習'],
    })),
    note: '',
  });
}

/** Two auditors for each target, none of its own section; who attends for the contractor stays. */
async function assign(play: Play, plan: AuditorPlan): Promise<void> {
  const { world, get, keep, data } = play;
  const audit = (data.audits ?? []).find(({ source }) => source === plan.source);
  const city = world.as('office', auditPlanContract);
  for (const [index, { sections }] of (audit?.targets ?? []).entries()) {
    const able = plan.auditors.filter((key) => !sections.includes(lineOf(play, key).section));
    const chosen = [able[index % able.length], able[(index + 1) % able.length]].flatMap((key) => key ?? []);
    const targetId = get(`target:${plan.source}:${index}`);
    const { version, team } = await city.getTarget({ targetId });
    await city.assignAuditors({
      ...{ targetId, version },
      team: [
        ...team,
        ...chosen.map((key, at) => ({
          ...{
            kind: 'city' as const,
            id: get(`city-auditor:${key}`),
            role: at === 0 ? ('lead' as const) : ('auditor' as const),
          },
        })),
      ],
    });
    keep(`auditor-of:${index}`, chosen[0] ?? '');
    await nameInTimetable(play, targetId, chosen);
  }
}

/** The day of the target names them as well, so that plans and notices do. */
async function nameInTimetable({ world, get, engagement }: Play, targetId: string, chosen: readonly string[]) {
  const lead = world.as('lead', auditPlanContract);
  const { slots } = await lead.listSlots(engagement());
  for (const {
    id: slotId,
    version,
    departmentId,
    day,
    from,
    to,
    place,
    people,
    travelMinutes,
    targetId: of,
  } of slots) {
    if (of !== targetId) continue;
    const own = chosen.map((key) => ({ kind: 'city' as const, id: get(`city-auditor:${key}`) }));
    await lead.changeSlot({
      ...{ slotId, version, departmentId, day, from, to, place, travelMinutes },
      people: [...own, ...people],
    });
  }
}
