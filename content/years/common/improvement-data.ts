/** The follow-up of the audits of a year. */
import type { Moment } from './moment.ts';

/** The days of the follow-up of one audit. */
export interface PlannedImprovement {
  /** Id of the bundled programme of the audit. */
  readonly source: string;
  readonly issued: Moment;
  readonly replyBy: string;
  readonly submitted: Moment;
  readonly advised: Moment;
  readonly approved: Moment;
  /** By when the sections mean to be done. */
  readonly due: string;
  readonly reported: Moment;
  readonly confirmed: Moment;
  readonly techniques: readonly string[];
  readonly closed: Moment;
  /** Items whose plans are not done within the contract, and by when they will be. */
  readonly open?: { readonly items: readonly string[]; readonly due: string };
  readonly support?: readonly Support[];
  /** The end of the follow-up; told where the specification asks for it. */
  readonly ended?: { readonly at: Moment; readonly note: string };
}

/** A call, a mail or a visit after the audit, and the day on which its record goes to the city. */
export interface Support {
  readonly at: Moment;
  readonly recorded: Moment;
  readonly target: number;
  readonly item: string;
  readonly channel: string;
  readonly minutes: number;
  readonly asked: string;
  readonly answered: string;
}
