/** Working days as places on a line, so that adding and counting them takes no walk through the calendar. */
import { type Blackout, type Calendar, type Day, fromDayNumber, toDayNumber } from '../calendar/index.ts';

/** Days are numbers here (`toDayNumber`); a place counts working days from the origin, negative before it. */
export interface WorkAxis {
  /** Place of the first working day on or after `day`. */
  from(day: number): number;
  /** Place of the last working day on or before `day`. */
  until(day: number): number;
  /** The day at a place. */
  at(place: number): number;
}

export interface Axes {
  /** Open days of the calendar: what lags count in. */
  readonly open: WorkAxis;
  /** Open days outside these blackouts; the same windows give the same axis. */
  without(blackouts: readonly Blackout[]): WorkAxis;
}

/** Axes over one calendar. Days are looked up when they are needed, so nothing asks beyond the holiday table in vain. */
export function createAxes(calendar: Calendar, origin: Day): Axes {
  const start = toDayNumber(origin);
  const known = new Map<number, boolean>();
  const isOpen = (day: number): boolean => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const open = calendar.isOpen(fromDayNumber(day));
    known.set(day, open);
    return open;
  };
  const open = createAxis(isOpen, start);
  const byWindows = new Map<string, WorkAxis>([['', open]]);
  return {
    open,
    without(blackouts) {
      const key = blackouts
        .map(({ from, to }) => `${from}/${to}`)
        .toSorted()
        .join(' ');
      const found = byWindows.get(key);
      if (found !== undefined) return found;
      const windows = blackouts.map(({ from, to }) => [toDayNumber(from), toDayNumber(to)] as const);
      const axis = createAxis((day) => isOpen(day) && !windows.some(([a, b]) => a <= day && day <= b), start);
      byWindows.set(key, axis);
      return axis;
    },
  };
}

function createAxis(isWorking: (day: number) => boolean, origin: number): WorkAxis {
  /** Working days from the origin on; `before[k]` of them lie before the day origin + k. Mirrored for the past. */
  const ahead: number[] = [];
  const before: number[] = [0];
  const behind: number[] = [];
  const after: number[] = [0];

  const forward = (): void => {
    const day = origin + before.length - 1;
    if (isWorking(day)) ahead.push(day);
    before.push(ahead.length);
  };
  const backward = (): void => {
    const day = origin - after.length;
    if (isWorking(day)) behind.push(day);
    after.push(behind.length);
  };
  const from = (day: number): number => {
    if (day >= origin) {
      while (before.length <= day - origin) forward();
      return before[day - origin] ?? 0;
    }
    while (after.length <= origin - day) backward();
    return -(after[origin - day] ?? 0);
  };
  return {
    from,
    until: (day) => from(day + 1) - 1,
    at(place) {
      if (place >= 0) {
        while (ahead.length <= place) forward();
        return ahead[place] ?? origin;
      }
      while (behind.length < -place) backward();
      return behind[-place - 1] ?? origin;
    },
  };
}
