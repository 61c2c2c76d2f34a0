import { describe, expect, it } from 'vitest';
import { createCalendar } from '../calendar/index.ts';
import {
  criticalPath,
  curveDays,
  datesContradictions,
  forecast,
  lagFor,
  leavesOf,
  progressCurve,
  proposeReplan,
  rollUp,
  type ScheduleTask,
} from './index.ts';

const calendar = createCalendar();
const task = (
  id: string,
  plannedStart: string,
  plannedEnd: string,
  more: Partial<ScheduleTask> = {},
): ScheduleTask => ({
  id,
  name: id.toUpperCase(),
  plannedStart,
  plannedEnd,
  workDays: null,
  percent: 0,
  actualStart: null,
  actualEnd: null,
  predecessors: [],
  fixed: false,
  due: null,
  blackouts: [],
  ...more,
});
const after = (...ids: string[]) => ({ predecessors: ids.map((id) => ({ id, lag: 0 })) });

// Monday 2026-06-01; 2026-06-06 and -07 are a weekend.
const diamond = [
  task('a', '2026-06-01', '2026-06-05'),
  task('b', '2026-06-08', '2026-06-12', after('a')),
  task('c', '2026-06-08', '2026-06-09', after('a')),
  task('d', '2026-06-15', '2026-06-16', after('b', 'c')),
];

describe('the critical path', () => {
  it('is the longest way through the network, counted in open days', () => {
    const { placements, critical, end } = criticalPath(diamond, calendar);
    expect(critical).toEqual(['a', 'b', 'd']);
    expect(end).toBe('2026-06-16');
    expect(placements.find(({ id }) => id === 'c')).toMatchObject({
      totalFloat: 3,
      freeFloat: 3,
      lateStart: '2026-06-11',
      lateEnd: '2026-06-12',
      duration: 2,
    });
  });

  it('counts a due date of the contract as the latest end', () => {
    const [a, b, c, d] = diamond;
    if (!a || !b || !c || !d) throw new Error('four tasks');
    const { placements } = criticalPath([a, b, { ...c, due: '2026-06-09' }, d], calendar);
    expect(placements.find(({ id }) => id === 'c')).toMatchObject({ totalFloat: 0, critical: true });
  });

  it('leaves out a blackout in the middle and gives lags in open days', () => {
    const tasks = [
      task('a', '2026-06-01', '2026-06-05'),
      task('b', '2026-06-01', '2026-06-02', { predecessors: [{ id: 'a', lag: 2 }] }),
      task('c', '2026-06-08', '2026-06-19', {
        blackouts: [{ from: '2026-06-10', to: '2026-06-16', reason: '議会' }],
      }),
    ];
    const { placements } = criticalPath(tasks, calendar);
    expect(placements.find(({ id }) => id === 'b')).toMatchObject({ earlyStart: '2026-06-10', earlyEnd: '2026-06-11' });
    expect(placements.find(({ id }) => id === 'c')).toMatchObject({ duration: 5, earlyEnd: '2026-06-19' });
  });

  it('refuses a cycle and names the way around it', () => {
    const tasks = [
      task('x', '2026-06-01', '2026-06-01'),
      task('a', '2026-06-01', '2026-06-01', after('c', 'x')),
      task('b', '2026-06-01', '2026-06-01', after('a')),
      task('c', '2026-06-01', '2026-06-01', after('b')),
    ];
    expect(() => criticalPath(tasks, calendar)).toThrow(
      '作業の前後関係が循環しています：「A」→「B」→「C」→「A」。このうち一つの先行作業を外してください。',
    );
  });

  it('refuses an end before the start and an unknown predecessor, with what to do', () => {
    expect(() => criticalPath([task('a', '2026-06-02', '2026-06-01')], calendar)).toThrow(
      '「A」の終了予定日が開始予定日より前です。終了予定日を開始予定日以後の日に改めてください。',
    );
    expect(() => criticalPath([task('a', '2026-06-01', '2026-06-01', after('z'))], calendar)).toThrow(
      '「A」の先行作業がWBSにありません。選び直してください。',
    );
  });

  it('of no tasks is empty', () => {
    expect(criticalPath([], calendar)).toEqual({ placements: [], critical: [], end: null });
  });
});

describe('contradictory dates', () => {
  it('are named with the first day that would do', () => {
    const [a, b] = diamond;
    if (!a || !b) throw new Error('two tasks');
    expect(datesContradictions([a, { ...b, plannedStart: '2026-06-05' }], calendar)).toEqual([
      {
        id: 'b',
        predecessorId: 'a',
        message:
          '「B」の開始予定日（令和8年6月5日）は、先行作業「A」が終わる令和8年6月5日の後になっていません。' +
          '開始予定日を令和8年6月8日以後にするか、ずれの日数又は先行作業を改めてください。',
      },
    ]);
    expect(datesContradictions(diamond, calendar)).toEqual([]);
  });

  it('vanish under the lag that a planned overlap needs', () => {
    const before = task('a', '2026-06-01', '2026-06-10');
    const lag = lagFor(calendar, before, '2026-06-08');
    expect(lag).toBe(-3);
    const overlapping = task('b', '2026-06-08', '2026-06-12', { predecessors: [{ id: 'a', lag }] });
    expect(datesContradictions([before, overlapping], calendar)).toEqual([]);
    expect(lagFor(calendar, before, '2026-06-11')).toBe(0);
  });
});

describe('a delay', () => {
  const late = diamond.map((one) =>
    one.id === 'a' ? { ...one, percent: 40, actualStart: '2026-06-01', due: '2026-06-05' } : one,
  );

  it('spreads to what waits, with its cause, its length and the due date that it breaks', () => {
    expect(forecast(late, calendar, '2026-06-08')).toEqual([
      { id: 'a', start: '2026-06-01', end: '2026-06-10', lateDays: 3, cause: { kind: 'own' }, dueMissedBy: 3 },
      {
        id: 'b',
        start: '2026-06-11',
        end: '2026-06-17',
        lateDays: 3,
        cause: { kind: 'predecessor', id: 'a' },
        dueMissedBy: 0,
      },
      {
        id: 'c',
        start: '2026-06-11',
        end: '2026-06-12',
        lateDays: 3,
        cause: { kind: 'predecessor', id: 'a' },
        dueMissedBy: 0,
      },
      {
        id: 'd',
        start: '2026-06-18',
        end: '2026-06-19',
        lateDays: 3,
        cause: { kind: 'predecessor', id: 'b' },
        dueMissedBy: 0,
      },
    ]);
  });

  it('is answered by a proposal that keeps the fixed date and says what cannot be kept', () => {
    const tasks = late.map((one) => (one.id === 'd' ? { ...one, fixed: true } : one));
    const { moves, conflicts } = proposeReplan(tasks, calendar, '2026-06-08');
    expect(moves.map(({ id, to }) => [id, to.start, to.end])).toEqual([
      ['a', '2026-06-01', '2026-06-10'],
      ['b', '2026-06-11', '2026-06-17'],
      ['c', '2026-06-11', '2026-06-12'],
    ]);
    expect(moves[0]?.reason).toBe(
      '進捗が40%で、残りの作業に3開庁日かかるため、終了予定日を令和8年6月10日に延ばします。',
    );
    expect(moves[1]?.reason).toBe(
      '先行作業「A」が終わってから始めるため、令和8年6月11日から令和8年6月17日までに改めます。',
    );
    expect(conflicts.map(({ id, kind, days }) => [id, kind, days])).toEqual([
      ['a', 'due', 3],
      ['d', 'fixed', 3],
    ]);
    expect(conflicts[1]?.message).toBe(
      '「D」は令和8年6月16日に決まっていて動かせませんが、このままでは3開庁日遅れます。先行作業「B」を3開庁日以上縮めるか、期日の変更について発注者と協議してください。',
    );
  });

  it('by a blackout moves the work behind it and names it', () => {
    const blackouts = [{ from: '2026-06-08', to: '2026-06-10', reason: '第2回定例会' }];
    const { moves } = proposeReplan([task('a', '2026-06-08', '2026-06-09', { blackouts })], calendar, '2026-06-01');
    expect(moves).toEqual([
      {
        id: 'a',
        from: { start: '2026-06-08', end: '2026-06-09' },
        to: { start: '2026-06-11', end: '2026-06-12' },
        workDays: null,
        reason:
          '「第2回定例会」（令和8年6月8日から令和8年6月10日まで）を避けるため、令和8年6月11日から令和8年6月12日までに改めます。',
      },
    ]);
  });
});

describe('levels', () => {
  const tree = (id: string, parentId: string | null, ...before: string[]) => ({
    ...task(id, '2026-06-01', '2026-06-05', after(...before)),
    parentId,
    excluded: null,
  });

  it('wait for all parts of a parent, and a part for what its parent waits for', () => {
    const leaves = leavesOf([
      tree('a', null),
      tree('a1', 'a'),
      tree('a2', 'a', 'a1'),
      tree('b', null, 'a'),
      tree('b1', 'b'),
    ]);
    expect(leaves.map(({ id, predecessors }) => [id, predecessors.map((one) => one.id)])).toEqual([
      ['a1', []],
      ['a2', ['a1']],
      ['b1', ['a1', 'a2']],
    ]);
  });

  it('pass over what is excluded, adding the lags', () => {
    const excluded = { ...tree('b', null), excluded: 'no-target', predecessors: [{ id: 'a', lag: 2 }] };
    const last = { ...tree('c', null), predecessors: [{ id: 'b', lag: 1 }] };
    expect(leavesOf([tree('a', null), excluded, last]).map(({ id, predecessors }) => [id, predecessors])).toEqual([
      ['a', []],
      ['c', [{ id: 'a', lag: 3 }]],
    ]);
  });

  it('refuse a task that waits for its own part', () => {
    expect(() => leavesOf([tree('a', null, 'a1'), tree('a1', 'a')])).toThrow('循環しています');
    expect(() => leavesOf([tree('a', 'b'), tree('b', 'a')])).toThrow('内訳');
  });

  it('give a parent its dates and its progress by weight', () => {
    const parts = [
      { ...tree('a1', 'a'), percent: 100, actualStart: '2026-06-01', actualEnd: '2026-06-03' },
      { ...tree('a2', 'a'), plannedEnd: '2026-06-10' },
      { ...tree('a3', 'a'), plannedEnd: '2026-12-10', excluded: 'no-target' },
    ];
    const [parent] = rollUp([tree('a', null), ...parts], ({ id }) => (id === 'a1' ? 1 : 3));
    expect(parent).toMatchObject({
      plannedStart: '2026-06-01',
      plannedEnd: '2026-06-10',
      percent: 25,
      actualStart: '2026-06-01',
      actualEnd: null,
    });
  });
});

describe('the progress curve', () => {
  it('sets what was reported against what was planned', () => {
    const tasks = [
      { id: 'a', plannedStart: '2026-06-01', plannedEnd: '2026-06-05', weight: 1 },
      { id: 'b', plannedStart: '2026-06-08', plannedEnd: '2026-06-12', weight: 3 },
    ];
    const days = curveDays('2026-06-01', '2026-06-12', '2026-06-09');
    expect(days).toEqual(['2026-06-01', '2026-06-08', '2026-06-09', '2026-06-12']);
    const curve = progressCurve({
      tasks,
      reports: [
        { taskId: 'a', day: '2026-06-04', percent: 50 },
        { taskId: 'a', day: '2026-06-09', percent: 100 },
      ],
      days,
      today: '2026-06-09',
      calendar,
    });
    expect(curve.map(({ earned }) => earned)).toEqual([0, 12.5, 25, null]);
    expect(curve[0]?.planned).toBeCloseTo(4.2, 1);
    expect(curve.at(-1)?.planned).toBe(100);
  });
});
