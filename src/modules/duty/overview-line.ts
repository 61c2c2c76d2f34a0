/** What the lines of the overview are made of. */
import type { Day } from '../../core/calendar/index.ts';

export type DutyState = 'done' | 'open' | 'not-due';

export const DUTY_PAGES = [
  'basics',
  'handlers',
  'training',
  'subcontracts',
  'materials',
  'carry-outs',
  'requests',
  'incidents',
  'inspections',
  'erasure',
  'proposals',
] as const;

export interface DutyLine {
  readonly clause: string;
  readonly title: string;
  readonly state: DutyState;
  readonly explanation: string;
  /** The page on which the duty is carried out. */
  readonly page: (typeof DUTY_PAGES)[number];
}

export interface Moment {
  readonly today: Day;
  readonly periodTo: Day;
  /** Ids of the members in the team today. */
  readonly members: readonly string[];
}

export type Lines = readonly (DutyLine | null)[];

/** A duty that is open for a reason, or done. */
export const line = (
  page: DutyLine['page'],
  clause: string,
  title: string,
  open: string | null,
  done: string,
): DutyLine => ({
  page,
  clause,
  title,
  state: open === null ? 'done' : 'open',
  explanation: open ?? done,
});

/** After the last day of the contract. */
export const ended = ({ today, periodTo }: Moment): boolean => today > periodTo;

/** A duty that is owed once by the end of the contract. */
export function onceByEnd(
  at: Pick<DutyLine, 'page' | 'clause' | 'title'>,
  done: string | null,
  still: string,
  moment: Moment,
): DutyLine {
  if (done !== null) return { ...at, state: 'done', explanation: done };
  return { ...at, state: ended(moment) ? 'open' : 'not-due', explanation: still };
}
