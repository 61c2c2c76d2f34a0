import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareCourse, startTraining, type TrainingTest, BOTH } from './testing/start-training.ts';

let test: TrainingTest;
let courseId: string;
let sessionId: string;

beforeAll(async () => {
  test = await startTraining();
  ({ courseId, sessionId } = await prepareCourse(test));
});
afterAll(() => test.close());

const trainee = (at: 0 | 1 | 2) => ({ kind: 'internal-auditor' as const, id: test.auditors[at] });
const held = { lectureMinutes: 95, exerciseMinutes: 85, lecturer: '大塚　香', note: '' };

describe('a course for internal auditors', () => {
  it('is held only with a material in force, and says what it lacks', async () => {
    const { version } = (await test.lead.listSessions({ courseId })).sessions[0] ?? { version: 0 };
    const record = { sessionId, version, ...held };
    await expect(
      test.lead.holdSession({ ...record, exercises: [], attendance: [{ trainee: trainee(0), forms: [...BOTH] }] }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(
      test.lead.holdSession({
        ...record,
        exercises: ['counter-inspection'],
        attendance: [
          { trainee: trainee(0), forms: ['座学'] },
          { trainee: trainee(0), forms: ['座学'] },
        ],
      }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    const { warnings } = await test.lead.holdSession({
      ...record,
      exercises: ['counter-inspection', 'report-draft'],
      attendance: [
        { trainee: trainee(0), forms: [...BOTH] },
        { trainee: trainee(1), forms: ['座学'] },
      ],
    });
    expect(warnings.join('')).toContain('井上　緑、上田　進');
    const [fact] = await test.facts('course.held');
    expect(fact?.data).toMatchObject({
      course: '内部監査人養成研修',
      forms: [...BOTH],
      minutes: 180,
      participants: 2,
      exercises: ['視察項目', '検出事項の記述'],
    });
    const [material] = await test.facts('course-material.prepared');
    expect(material?.data).toMatchObject({ missing: 0, minutes: 180, textEdition: true });
    expect(material?.data).toMatchObject({ contents: expect.arrayContaining(['視察項目の演習']) });
  });

  it('tells the planning of audits who completed it, and takes that back when the record is corrected', async () => {
    const trainedOn = async () =>
      (await test.planning(['security-office']).listAuditors({ engagementId: test.engagementId })).auditors.map(
        (one) => one.trainedOn,
      );
    expect(await trainedOn()).toEqual(['2023-09-04', null, null]);
    const { version } = (await test.lead.listSessions({ courseId })).sessions[0] ?? { version: 0 };
    const corrected = await test.office.correctAttendance({
      sessionId,
      version,
      attendance: [
        { trainee: trainee(0), forms: ['座学'] },
        { trainee: trainee(1), forms: [...BOTH] },
      ],
      reason: '出席簿の行を取り違えていたため。',
    });
    expect(await trainedOn()).toEqual([null, '2023-09-04', null]);
    await test.office.correctAttendance({
      sessionId,
      version: corrected.version,
      attendance: [trainee(0), trainee(1)].map((one) => ({ trainee: one, forms: [...BOTH] })),
      reason: '二人とも演習に出ていたことを確かめたため。',
    });
    expect(await trainedOn()).toEqual(['2023-09-04', '2023-09-04', null]);
  });

  it('lets each trainee work on the own exercise, which the trainer sees after it was handed in', async () => {
    const first = test.trainee(0);
    const { exercises } = await first.listOwnExercises({ engagementId: test.engagementId });
    expect(exercises.map(({ exercise, answers }) => [exercise, answers])).toEqual([
      ['counter-inspection', null],
      ['report-draft', null],
    ]);
    const answer = { courseId, exercise: 'counter-inspection' };
    const saved = await first.saveOwnWork({
      ...answer,
      version: 0,
      observations: [
        {
          place: '窓口の台',
          fact: '記入済みの申請書が五枚、来客から読める向きで台の上に置かれている。',
          ground: '個人情報を含む書類が人の目に触れる。',
          remedy: '引出しに入れる。',
        },
        { place: '窓口', fact: '職員の画面に膜が貼られている。', ground: '', remedy: '' },
      ],
    });
    expect((await test.lead.listWork({ courseId })).work).toEqual([]);
    await expect(test.trainee(1).submitOwnWork({ workId: saved.id, version: saved.version })).rejects.toMatchObject({
      code: 'record.missing',
    });
    await first.submitOwnWork({ workId: saved.id, version: saved.version });
    await expect(first.saveOwnWork({ ...answer, version: saved.version + 1, observations: [] })).rejects.toMatchObject({
      code: 'state.refused',
    });
    const [work] = (await test.lead.listWork({ courseId })).work;
    expect(work?.proposed.find(({ weakness }) => weakness === 'counter-forms')).toMatchObject({
      result: 'found',
      observation: 0,
    });
    const comparisons = work?.proposed ?? [];
    const review = { workId: saved.id, version: work?.version ?? 0, mistaken: [1], comment: '事実をよく見ています。' };
    await expect(test.lead.reviewWork({ ...review, comparisons: comparisons.slice(1) })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    const result = await test.lead.reviewWork({ ...review, comparisons });
    expect(result).toMatchObject({ score: 10, of: 72, passed: false });
    const own = (await first.listOwnExercises({ engagementId: test.engagementId })).exercises[0];
    expect(own?.work?.feedback?.comment).toBe('事実をよく見ています。');
    expect(own?.answers).toHaveLength(7);
    expect((await test.trainee(1).listOwnExercises({ engagementId: test.engagementId })).exercises[0]).toMatchObject({
      work: null,
      answers: null,
    });
  });

  it('is closed with the number of different people, and analysed from the answers', async () => {
    const { course } = await test.lead.getCourse({ courseId });
    const closed = await test.lead.closeCourse({ courseId, version: course.version });
    expect(closed.participants).toBe(2);
    const text = { understood: '書類の置き方。', weak: '媒体の管理。', next: '媒体の項目の説明を増やす。' };
    await test.lead.analyseCourse({ courseId, version: closed.version, ...text });
    expect((await test.facts('course.closed', 'course.analysed')).map(({ data }) => data)).toEqual([
      { course: '内部監査人養成研修', sessions: 1, participants: 2, occurredOn: '2023-09-04' },
      { course: '内部監査人養成研修', instruments: ['演習'], answers: 1, byDepartment: false },
    ]);
    await expect(test.lead.startMaterial({ courseId, bundled: null })).rejects.toMatchObject({ code: 'state.refused' });
  });

  it('makes its papers', async () => {
    const papers = [
      ['auditor-course', 'pptx'],
      ['auditor-course', 'docx'],
      ['course-exercise', 'pdf'],
      ['course-exercise-answers', 'docx'],
      ['course-attendance', 'docx'],
      ['course-attendance', 'xlsx'],
      ['course-completion', 'xlsx'],
      ['course-results', 'docx'],
    ] as const;
    for (const [kind, format] of papers) {
      const { bytes } = await test.office.downloadDocument({
        engagementId: test.engagementId,
        kind,
        subject: courseId,
        format,
      });
      expect(bytes.byteLength).toBeGreaterThan(2000);
    }
    const own = await test.trainee(1).downloadOwnExercise({ courseId, format: 'docx' });
    expect(own.bytes.byteLength).toBeGreaterThan(2000);
  });
});

describe('courses refuse', () => {
  it('who is not named, of another municipality, and a stale version', async () => {
    const { engagementId } = test;
    await expect(test.as(['department-staff']).getCourse({ courseId })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    expect(await test.as(['department-staff']).listOwnExercises({ engagementId })).toEqual({
      expected: false,
      exercises: [],
    });
    const tenantId = await test.addTenant('みどり市');
    await expect(test.as(['audit-lead'], { tenantId }).getCourse({ courseId })).rejects.toMatchObject({
      code: 'record.missing',
    });
    await expect(test.office.agreeCourse({ courseId, version: 0 })).rejects.toMatchObject({ code: 'state.refused' });
    await expect(test.as(['audit-lead']).agreeCourse({ courseId, version: 0 })).rejects.toMatchObject({
      code: 'permission.refused',
    });
  });
});

describe('a course for the staff', () => {
  it('is held before people who are counted and not named, and shows no exercise to an internal auditor', async () => {
    const { engagementId, lead, office } = test;
    const { offers } = await lead.listCourses({ engagementId });
    const offer = offers.find(({ fields }) => fields.audience === 'city-staff');
    if (offer === undefined) throw new Error('no course for the staff');
    const season = { from: '2023-09-01', to: '2023-10-31', participants: 40 };
    const proposed = await lead.proposeCourse({ engagementId, ...offer.fields, ...season });
    const agreed = await office.agreeCourse({ courseId: proposed.id, version: proposed.version });
    const { bundled } = await lead.getCourse({ courseId: proposed.id });
    expect(bundled).toBe('city-staff');
    const draft = await lead.startMaterial({ courseId: proposed.id, bundled });
    await lead.prepareMaterial({ materialId: draft.id, version: draft.version });
    const planned = await lead.planSession({
      ...{ courseId: proposed.id, day: '2023-09-04', from: '15:00', to: '15:30', place: '講堂' },
      ...{ mode: '集合', reason: '', considered: [] },
    });
    const record = {
      ...{ sessionId: planned.id, version: planned.version, exercises: [], attendance: [] },
      ...{ ...held, lectureMinutes: 30, exerciseMinutes: 0 },
    };
    await expect(lead.holdSession(record)).rejects.toMatchObject({ detail: { fields: [{ path: 'heads' }] } });
    const named = [{ trainee: trainee(0), forms: ['座学' as const] }];
    await expect(lead.holdSession({ ...record, heads: 34, attendance: named })).rejects.toMatchObject({
      detail: { fields: [{ path: 'attendance' }] },
    });
    const saved = await lead.holdSession({ ...record, heads: 34 });
    expect(saved.warnings).toEqual([]);
    const [fact] = await test.facts('course.held').then((all) => all.slice(-1));
    expect(fact?.data).toMatchObject({ course: '職員研修', minutes: 30, participants: 34 });
    const [material] = await test.facts('course-material.prepared').then((all) => all.slice(-1));
    expect(material?.data).toMatchObject({ course: '職員研修', incidents: 1, missing: 0, minutes: 30 });
    const corrected = { sessionId: planned.id, version: saved.version, attendance: [], heads: 33 };
    await office.correctAttendance({ ...corrected, reason: '受付の名簿を数え直したため。' });
    expect((await lead.closeCourse({ courseId: proposed.id, version: agreed.version })).participants).toBe(33);
    for (const format of ['docx', 'xlsx'] as const) {
      const paper = { engagementId, kind: 'course-attendance', subject: proposed.id, format };
      expect((await office.downloadDocument(paper)).bytes.byteLength).toBeGreaterThan(2000);
    }
    const own = await test.trainee(0).listOwnExercises({ engagementId });
    expect(own.exercises.some(({ courseId: of }) => of === proposed.id)).toBe(false);
    await expect(
      test.trainee(0).saveOwnWork({ courseId: proposed.id, exercise: 'x', version: 0, observations: [] }),
    ).rejects.toMatchObject({ code: 'record.missing' });
  });

  it('wants the internal auditors named one by one', async () => {
    const { id, version } = (await test.lead.listSessions({ courseId })).sessions[0] ?? { id: '', version: 0 };
    const correction = { sessionId: id, version, reason: '数え直したため。', attendance: [] };
    await expect(test.office.correctAttendance({ ...correction, heads: 2 })).rejects.toMatchObject({
      detail: { fields: [{ path: 'attendance' }] },
    });
  });
});
