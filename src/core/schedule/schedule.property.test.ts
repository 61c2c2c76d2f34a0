import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, blackoutsOn, createCalendar, daysBetween } from '../calendar/index.ts';
import { criticalPath, forecast, proposeReplan, type ScheduleTask } from './index.ts';
import { inWorkOrder } from './network.ts';

const calendar = createCalendar();
const FIRST = '2026-06-01';
const day = (offset: number): string => addDays(FIRST, offset);

/** Networks without a cycle: a task waits only for earlier ones of the list. */
const networks = fc
  .array(
    fc.record({
      start: fc.integer({ min: 0, max: 120 }),
      length: fc.integer({ min: 0, max: 25 }),
      lags: fc.array(fc.record({ back: fc.integer({ min: 1, max: 5 }), lag: fc.integer({ min: -2, max: 5 }) }), {
        maxLength: 3,
      }),
      percent: fc.constantFrom(0, 0, 0, 40, 100),
      fixed: fc.boolean(),
      due: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
      blackout: fc.option(
        fc.record({ from: fc.integer({ min: 0, max: 120 }), length: fc.integer({ min: 0, max: 20 }) }),
        {
          nil: null,
        },
      ),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((rows): ScheduleTask[] =>
    rows.map((row, index) => {
      const plannedStart = day(row.start);
      const plannedEnd = day(row.start + row.length);
      const ids = new Map(
        row.lags.flatMap(({ back, lag }) => (index - back < 0 ? [] : [[`t${index - back}`, lag] as const])),
      );
      return {
        id: `t${index}`,
        name: `作業${index}`,
        plannedStart,
        plannedEnd,
        workDays: null,
        percent: row.percent,
        actualStart: row.percent === 0 ? null : plannedStart,
        actualEnd: row.percent === 100 ? plannedEnd : null,
        predecessors: [...ids].map(([id, lag]) => ({ id, lag })),
        fixed: row.fixed && index % 3 === 0,
        due: row.due === null ? null : addDays(plannedEnd, row.due),
        blackouts:
          row.blackout === null
            ? []
            : [{ from: day(row.blackout.from), to: day(row.blackout.from + row.blackout.length), reason: '繁忙期' }],
      };
    }),
  );
const todays = fc.integer({ min: 0, max: 160 }).map(day);

/** What the words say, by walking the calendar day by day: the first day that a lag allows. */
function allowedFrom(end: string, lag: number): string {
  let at = calendar.nextOpen(addDays(end, 1));
  for (let left = Math.abs(lag); left > 0; left -= 1) {
    at = lag > 0 ? calendar.nextOpen(addDays(at, 1)) : calendar.previousOpen(addDays(at, -1));
  }
  return at;
}

const apply = (tasks: readonly ScheduleTask[], today: string): ScheduleTask[] => {
  const moved = new Map(proposeReplan(tasks, calendar, today).moves.map((move) => [move.id, move]));
  return tasks.map((task) => {
    const move = moved.get(task.id);
    if (move === undefined) return task;
    return { ...task, plannedStart: move.to.start, plannedEnd: move.to.end, workDays: move.workDays };
  });
};

describe('the critical path', () => {
  it('starts no task before the plan, nor before what it waits for ends and its lag is over', () => {
    fc.assert(
      fc.property(networks, (tasks) => {
        const placed = new Map(criticalPath(tasks, calendar).placements.map((one) => [one.id, one]));
        for (const task of tasks) {
          const own = placed.get(task.id);
          expect(own === undefined || own.earlyStart < task.plannedStart).toBe(false);
          if (task.fixed) continue;
          for (const { id, lag } of task.predecessors) {
            expect(own?.earlyStart && own.earlyStart >= allowedFrom(placed.get(id)?.earlyEnd ?? '', lag)).toBe(true);
          }
        }
      }),
    );
  });

  it('lets every task start late without harm: successors at their late start, dues and the end are kept', () => {
    fc.assert(
      fc.property(networks, (tasks) => {
        const { placements, end } = criticalPath(tasks, calendar);
        const placed = new Map(placements.map((one) => [one.id, one]));
        for (const task of tasks) {
          const own = placed.get(task.id);
          expect(own?.lateEnd && end !== null && own.lateEnd <= end).toBe(true);
          if (task.due !== null) expect(own?.lateEnd && own.lateEnd <= task.due).toBe(true);
          for (const { id, lag } of task.predecessors) {
            expect(own?.lateStart && own.lateStart >= allowedFrom(placed.get(id)?.lateEnd ?? '', lag)).toBe(true);
          }
        }
      }),
    );
  });

  it('has floats that fit together, and a task without room unless every due date is generous', () => {
    fc.assert(
      fc.property(networks, (tasks) => {
        const { placements, critical } = criticalPath(tasks, calendar);
        for (const { totalFloat, freeFloat, critical: marked } of placements) {
          expect(freeFloat).toBeLessThanOrEqual(totalFloat);
          expect(marked).toBe(totalFloat <= 0);
        }
        expect(critical.length).toBeGreaterThan(0);
      }),
    );
  });

  it('works on no closed day and in no blackout', () => {
    fc.assert(
      fc.property(networks, (tasks) => {
        for (const { id, earlyStart, earlyEnd } of criticalPath(tasks, calendar).placements) {
          const task = tasks.find((one) => one.id === id);
          for (const at of [earlyStart, earlyEnd]) {
            expect(calendar.isOpen(at)).toBe(true);
            if (task !== undefined && !task.fixed) expect(blackoutsOn(task.blackouts, at)).toEqual([]);
          }
        }
      }),
    );
  });
});

describe('the order of work', () => {
  it('keeps all tasks and puts each after those it waits for', () => {
    fc.assert(
      fc.property(networks, (tasks) => {
        const order = inWorkOrder(tasks.toReversed()).map(({ id }) => id);
        expect(order.toSorted()).toEqual(tasks.map(({ id }) => id).toSorted());
        for (const task of tasks) {
          for (const { id } of task.predecessors) expect(order.indexOf(id)).toBeLessThan(order.indexOf(task.id));
        }
      }),
    );
  });
});

describe('the forecast', () => {
  it('never promises an earlier end, nor work before today', () => {
    fc.assert(
      fc.property(networks, todays, (tasks, today) => {
        for (const { id, start, end, lateDays } of forecast(tasks, calendar, today)) {
          const task = tasks.find((one) => one.id === id);
          expect(task && end >= task.plannedEnd).toBe(true);
          expect(end >= today || end === task?.plannedEnd).toBe(true);
          if (task?.actualStart === null) expect(start >= today).toBe(true);
          expect(lateDays).toBeLessThanOrEqual(Math.max(0, daysBetween(task?.plannedEnd ?? end, end)));
        }
      }),
    );
  });

  it('gets no better when today is later', () => {
    fc.assert(
      fc.property(networks, todays, fc.integer({ min: 1, max: 30 }), (tasks, today, more) => {
        const later = new Map(forecast(tasks, calendar, addDays(today, more)).map((one) => [one.id, one.end]));
        for (const { id, end } of forecast(tasks, calendar, today)) expect((later.get(id) ?? '') >= end).toBe(true);
      }),
    );
  });
});

describe('the proposed re-plan', () => {
  it('moves neither what is finished nor what is fixed, and nothing to an earlier day', () => {
    fc.assert(
      fc.property(networks, todays, (tasks, today) => {
        for (const { id, from, to } of proposeReplan(tasks, calendar, today).moves) {
          const task = tasks.find((one) => one.id === id);
          expect(task?.percent).not.toBe(100);
          expect(task?.fixed).toBe(false);
          expect(to.start >= from.start && to.start <= to.end).toBe(true);
          if (task?.actualStart !== null) expect(to.start).toBe(from.start);
          else expect(to.start >= today).toBe(true);
        }
      }),
    );
  });

  it('puts what it moves after what it waits for, on open days outside the blackouts', () => {
    fc.assert(
      fc.property(networks, todays, (tasks, today) => {
        const after = new Map(apply(tasks, today).map((task) => [task.id, task]));
        for (const { id } of proposeReplan(tasks, calendar, today).moves) {
          const task = after.get(id);
          if (task === undefined || task.actualStart !== null) continue;
          for (const at of [task.plannedStart, task.plannedEnd]) {
            expect(calendar.isOpen(at)).toBe(true);
            expect(blackoutsOn(task.blackouts, at)).toEqual([]);
          }
          for (const { id: before, lag } of task.predecessors) {
            const other = after.get(before);
            const end = other?.percent === 100 ? other.actualEnd : other?.plannedEnd;
            expect(task.plannedStart >= allowedFrom(end ?? '', lag)).toBe(true);
          }
        }
      }),
    );
  });

  it('has nothing more to propose once it is accepted', () => {
    fc.assert(
      fc.property(networks, todays, (tasks, today) => {
        expect(proposeReplan(apply(tasks, today), calendar, today).moves).toEqual([]);
      }),
    );
  });

  it('never goes beyond the end of the contract', () => {
    fc.assert(
      fc.property(networks, todays, fc.integer({ min: 60, max: 150 }).map(day), (tasks, today, until) => {
        for (const { to } of proposeReplan(tasks, calendar, today, until).moves) expect(to.end <= until).toBe(true);
      }),
    );
  });

  it('explains every move and every conflict in one sentence', () => {
    fc.assert(
      fc.property(networks, todays, (tasks, today) => {
        const { moves, conflicts } = proposeReplan(tasks, calendar, today);
        for (const { reason } of moves) expect(reason).toMatch(/^[^。]+。$/);
        for (const { message, days } of conflicts) {
          expect(message).toMatch(/協議してください。$/);
          expect(days).toBeGreaterThan(0);
        }
      }),
    );
  });
});
