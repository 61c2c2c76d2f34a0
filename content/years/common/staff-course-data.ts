/** A course for the city's staff, as a year plans it. */
import type { Moment } from './moment.ts';

export interface PlannedStaffCourse {
  readonly proposed: Moment;
  /** The season in which it may be held. */
  readonly from: string;
  readonly until: string;
  /** How many are expected, and how many came. */
  readonly expected: number;
  readonly came: number;
  readonly agreed: Moment;
  readonly prepared: Moment;
  /** The report of an incident that the lecturer tells of. */
  readonly incident: { readonly title: string; readonly edition: string };
  readonly held: Moment;
  /** Time of the day. */
  readonly to: string;
  readonly place: string;
  readonly closed: Moment;
}
