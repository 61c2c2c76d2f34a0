import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { part } from '../../documents/testing/ooxml.ts';
import { wordVersion } from '../../documents/testing/word-changes.ts';
import type { Caller } from '../../kernel/caller.ts';
import { readFacts } from '../../kernel/journal.ts';
import { engagementContract, type Task } from './contract.ts';
import { type StartedWbs, startWbs } from './testing/start-wbs.ts';

let wbs: StartedWbs;
let engagementId: string;
beforeAll(async () => {
  wbs = await startWbs();
  ({ engagementId } = wbs);
});
afterAll(() => wbs.test.close());

const as = (caller: Caller) => wbs.test.application.client(engagementContract, caller);
const manager = () => as(wbs.manager);
const facts = async (kind: string) =>
  (
    await wbs.test.application.parts.database.transaction(wbs.test.tenantId, (tx) =>
      readFacts(tx, { engagementId, kinds: [kind] }),
    )
  ).map(({ subject, data }) => ({ subject, data }));

const newTask = (more: Partial<Parameters<ReturnType<typeof manager>['addTask']>[0]> = {}) => ({
  engagementId,
  parentId: null,
  name: '監査の準備会',
  content: '',
  owner: 'contractor' as const,
  members: [],
  predecessors: [],
  plannedStart: '2026-07-01',
  plannedEnd: '2026-07-10',
  milestone: false,
  effort: null,
  departmentIds: [],
  ...more,
});
const edit = (task: Task, more: Partial<Task> = {}) => ({
  engagementId,
  taskId: task.id,
  version: task.version,
  content: task.content,
  members: task.members,
  plannedStart: task.plannedStart,
  plannedEnd: task.plannedEnd,
  ...more,
});

describe('the derived WBS', () => {
  it('agrees with its own order: planned overlaps are negative lags', async () => {
    const { problems, critical, rows, tasks } = await manager().getSchedule({ engagementId });
    expect(problems).toEqual([]);
    expect(critical.length).toBeGreaterThan(0);
    expect(rows.map(({ id }) => id)).toEqual(tasks.map(({ id }) => id));
    expect(tasks.some(({ predecessors }) => predecessors.some(({ lag }) => lag < 0))).toBe(true);
  });
});

describe('own tasks', () => {
  it('are added at any level, and parents get dates and progress from them', async () => {
    const parent = await wbs.taskOf('9(1)イ(イ)-p1');
    const first = await manager().addTask(
      newTask({
        parentId: parent.id,
        name: '書類の確認',
        plannedStart: '2026-11-09',
        plannedEnd: '2026-12-18',
        effort: 3,
      }),
    );
    const second = await manager().addTask(
      newTask({
        parentId: parent.id,
        name: 'ヒアリング',
        plannedStart: '2026-12-21',
        plannedEnd: '2027-02-12',
        effort: 1,
        predecessors: [{ id: first.id, lag: 0 }],
      }),
    );
    expect(first).toMatchObject({ origin: 'own', clause: '9(1)イ(イ)-p1', version: 1, position: parent.position + 1 });
    expect(second.position).toBe(parent.position + 2);
    expect(await wbs.taskOf('9(1)イ(イ)-p1')).toMatchObject({
      plannedStart: '2026-11-09',
      plannedEnd: '2027-02-12',
      version: parent.version + 2,
    });
    await manager().reportProgress({ engagementId, taskId: first.id, version: 1, percent: 100, remark: '確認済み' });
    const rolled = await wbs.taskOf('9(1)イ(イ)-p1');
    expect(rolled).toMatchObject({ percent: 75, actualStart: '2026-06-01', actualEnd: null });
    // The facts of an own task prove no clause; those of its parent do.
    const progressed = await facts('task.progressed');
    expect(progressed.find(({ subject }) => subject === first.id)?.data).toEqual({
      clause: '',
      percent: 100,
      status: 'done',
    });
    expect(progressed.find(({ subject }) => subject === parent.id)?.data).toMatchObject({
      clause: '9(1)イ(イ)-p1',
      percent: 75,
    });
    await expect(
      manager().reportProgress({ engagementId, taskId: parent.id, version: rolled.version, percent: 100 }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    await expect(manager().updateTask(edit(rolled, { plannedEnd: '2027-03-01' }))).rejects.toMatchObject({
      code: 'input.invalid',
    });
  });

  it('are renamed, moved to other dates and taken away again; those of the specification are not', async () => {
    const added = await manager().addTask(newTask());
    const renamed = await manager().updateTask({ ...edit(added), name: '準備会（第1回）', milestone: true });
    expect(renamed).toMatchObject({ name: '準備会（第1回）', milestone: true, version: 2 });
    await expect(manager().removeTask({ engagementId, taskId: added.id, version: 1 })).rejects.toMatchObject({
      code: 'record.stale',
      detail: { current: { version: 2 } },
    });
    await manager().removeTask({ engagementId, taskId: added.id, version: 2 });
    expect((await wbs.tasks()).some(({ id }) => id === added.id)).toBe(false);
    expect(await facts('task.removed')).toEqual([{ subject: added.id, data: { clause: '' } }]);
    const derived = await wbs.taskOf('9(1)ア-p1');
    await expect(
      manager().removeTask({ engagementId, taskId: derived.id, version: derived.version }),
    ).rejects.toMatchObject({
      detail: { message: '仕様書から導いた作業は削除できません。行わないときは、理由を示して対象外にしてください。' },
    });
  });

  it('are not taken away while another task waits for them or is a part of them', async () => {
    const before = await manager().addTask(newTask());
    const after = await manager().addTask(
      newTask({
        name: '後の作業',
        plannedStart: '2026-07-13',
        plannedEnd: '2026-07-14',
        predecessors: [{ id: before.id, lag: 0 }],
      }),
    );
    await expect(manager().removeTask({ engagementId, taskId: before.id, version: 1 })).rejects.toMatchObject({
      detail: { message: '「後の作業」がこの作業を先行作業にしています。先に、その先行作業から外してください。' },
    });
    await manager().removeTask({ engagementId, taskId: after.id, version: 1 });
    await manager().removeTask({ engagementId, taskId: before.id, version: 1 });
  });

  it('change places with their brothers', async () => {
    const [first, second] = [
      await manager().addTask(newTask({ name: '甲' })),
      await manager().addTask(newTask({ name: '乙' })),
    ];
    await manager().moveTask({ engagementId, taskId: second.id, version: 1, direction: 'up' });
    const names = (await wbs.tasks()).map(({ name }) => name);
    expect(names.slice(-2)).toEqual(['乙', '甲']);
    await expect(
      manager().moveTask({ engagementId, taskId: first.id, version: 1, direction: 'down' }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    for (const { id } of [first, second]) await manager().removeTask({ engagementId, taskId: id, version: 1 });
  });
});

describe('contradictions', () => {
  it('are refused with what to do: cycles by name, dates against the order, levels', async () => {
    const [plan, briefing] = [await wbs.taskOf('9(1)ア-p1'), await wbs.taskOf('9(1)ア(ア)')];
    await expect(
      manager().updateTask({ ...edit(plan), predecessors: [{ id: briefing.id, lag: 0 }] }),
    ).rejects.toMatchObject({
      code: 'input.invalid',
      detail: {
        message:
          '作業の前後関係が循環しています：「作業計画書とスケジュールの案の作成」→「CISOへの作業計画の説明」→「作業計画書とスケジュールの案の作成」。このうち一つの先行作業を外してください。',
      },
    });
    await expect(
      manager().addTask(newTask({ predecessors: [{ id: plan.id, lag: 5 }], plannedStart: '2026-06-09' })),
    ).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ path: 'plannedStart', message: expect.stringContaining('令和8年6月16日以後') }] },
    });
    await expect(manager().updateTask(edit(plan, { plannedEnd: '2027-04-01' }))).rejects.toMatchObject({
      detail: { fields: [{ path: 'plannedStart' }] },
    });
    await expect(
      manager().addTask(newTask({ departmentIds: ['01900000-0000-7000-8000-000000000001'] })),
    ).rejects.toMatchObject({ detail: { fields: [{ path: 'departmentIds' }] } });
    expect((await wbs.taskOf('9(1)ア-p1')).version).toBe(plan.version);
  });
});

describe('what does not apply', () => {
  it('is marked with a reason, is passed over by the order, and comes back', async () => {
    const task = await wbs.taskOf('9(1)ウ(イ)');
    const excluded = await manager().excludeTask({
      engagementId,
      taskId: task.id,
      version: task.version,
      reason: 'no-target',
      note: '外部サービスを使っていない',
    });
    expect(excluded.excluded).toBe('no-target');
    expect(await facts('task.excluded')).toEqual([
      { subject: task.id, data: { clause: '9(1)ウ(イ)', reason: 'no-target' } },
    ]);
    const { rows } = await manager().getSchedule({ engagementId });
    expect(rows.find(({ id }) => id === task.id)).toMatchObject({ duration: null, critical: false });
    await expect(
      manager().reportProgress({ engagementId, taskId: task.id, version: excluded.version, percent: 10 }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    const back = await manager().excludeTask({
      engagementId,
      taskId: task.id,
      version: excluded.version,
      reason: null,
      note: '',
    });
    expect(back).toMatchObject({ excluded: null, excludedNote: '' });
  });
});

describe('baseline, delay and re-plan', () => {
  it('tell what ends late, propose new dates, and mark the approved plan as changed', async () => {
    await manager().draftPlan({ engagementId, reason: '当初', organisation: '体制', environment: '環境' });
    const { plans } = await manager().listPlans({ engagementId });
    const planId = plans[0]?.id ?? '';
    await manager().submitPlan({ engagementId, planId, form: 'electronic', copies: 1 });
    await as(wbs.office).approvePlan({ engagementId, planId });
    const kept = await manager().setBaseline({ engagementId, name: '六月の計画' });
    expect(await facts('baseline.set')).toEqual([{ subject: kept.id, data: { version: 1 } }]);

    wbs.test.clock.moveTo('2026-06-11T00:00:00.000Z');
    const late = await manager().getSchedule({ engagementId });
    expect(late.baseline).toMatchObject({ kind: 'plan', version: 1 });
    expect(late.baselines.map(({ kind }) => kind)).toEqual(['plan', 'manual']);
    expect(late.changedSinceApproval).toBe(false);
    const [plan, briefing] = [await wbs.taskOf('9(1)ア-p1'), await wbs.taskOf('9(1)ア(ア)')];
    const rowOf = (id: string) => late.rows.find((row) => row.id === id);
    expect(rowOf(plan.id)?.lateDays).toBeGreaterThan(0);
    expect(rowOf(briefing.id)?.causeId).not.toBeNull();
    expect(late.moves.map(({ id }) => id)).toContain(plan.id);

    const delay = await as(wbs.office).reportDelay({ engagementId });
    expect(await facts('wbs.delay-detected')).toEqual([{ subject: engagementId, data: delay }]);

    const move = late.moves.find(({ id }) => id === plan.id);
    if (move === undefined) throw new Error('a proposal for the plan');
    const accepted = { taskId: plan.id, version: plan.version, start: move.to.start, end: move.to.end };
    await expect(
      manager().acceptReplan({ engagementId, accepted: [{ ...accepted, end: '2027-01-29' }] }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    expect(await manager().acceptReplan({ engagementId, accepted: [accepted] })).toEqual({ tasks: 1 });
    expect(await facts('wbs.replanned')).toEqual([{ subject: engagementId, data: { tasks: 1, trigger: 'delay' } }]);
    const after = await manager().getSchedule({ engagementId });
    expect(after.changedSinceApproval).toBe(true);
    expect(after.moves.map(({ id }) => id)).not.toContain(plan.id);
    expect(after.rows.find(({ id }) => id === plan.id)).toMatchObject({
      baselineStart: plan.plannedStart,
      baselineEnd: plan.plannedEnd,
    });
    await manager().draftPlan({ engagementId, reason: '日程', organisation: '新しい体制', environment: '環境' });
    const [first, second] = (await manager().listPlans({ engagementId })).plans;
    const changes = { engagementId, planId: second?.id ?? '', format: 'docx' as const };
    const xml = part((await manager().downloadPlanChanges(changes)).bytes, 'word/document.xml');
    expect(wordVersion(xml, 'after').join()).toContain('新しい体制');
    expect(wordVersion(xml, 'before').join()).not.toContain('新しい');
    expect(xml.match(/<w:del /gu)?.length).toBeGreaterThan(1);
    // The city sees no draft, and the first version changes nothing.
    await expect(as(wbs.office).downloadPlanChanges(changes)).rejects.toMatchObject({ code: 'record.missing' });
    await expect(manager().downloadPlanChanges({ ...changes, planId: first?.id ?? '' })).rejects.toMatchObject({
      code: 'state.refused',
    });
    const all = after.moves.map(({ id, version, to }) => ({ taskId: id, version, ...to }));
    await manager().acceptReplan({ engagementId, accepted: all });
    expect((await manager().getSchedule({ engagementId })).moves).toEqual([]);
  });

  it('draws planned and earned progress over time', async () => {
    const { curve } = await manager().getSchedule({ engagementId });
    expect(curve[0]?.planned).toBeLessThan(5);
    expect(curve.at(-1)).toMatchObject({ planned: 100, earned: null });
    expect(curve.find(({ day }) => day === '2026-06-11')?.earned).toBeGreaterThan(0);
  });

  it('moves work out of a blackout of the city', async () => {
    const notice = await wbs.taskOf('9(1)イ(ア)※');
    await as(wbs.office).registerBlackout({
      departmentId: null,
      kind: 'assembly',
      from: notice.plannedStart,
      to: notice.plannedEnd,
      reason: '臨時会',
    });
    const { moves } = await manager().getSchedule({ engagementId });
    expect(moves.find(({ id }) => id === notice.id)).toMatchObject({
      reason: expect.stringMatching(/^「臨時会」（.+）を避けるため、.+に改めます。$/),
    });
  });
});

describe('who may', () => {
  it('is decided by role and municipality', async () => {
    const task = await wbs.taskOf('9(1)ア-p2');
    await expect(as(wbs.office).addTask(newTask())).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(as(wbs.office).updateTask(edit(task))).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(as(wbs.test.caller(['auditor'])).setBaseline({ engagementId, name: '計画' })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await expect(as(wbs.test.caller(['department-staff'])).getSchedule({ engagementId })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    const elsewhere = await wbs.test.addTenant('みどり市');
    const stranger = as(wbs.test.caller(['project-manager'], { tenantId: elsewhere }));
    await expect(stranger.getSchedule({ engagementId })).rejects.toMatchObject({ code: 'record.missing' });
    await expect(stranger.updateTask(edit(task))).rejects.toMatchObject({ code: 'record.missing' });
    expect((await stranger.listBlackouts({})).blackouts).toEqual([]);
  });
});
