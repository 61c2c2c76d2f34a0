/** The days and words of the reports, debriefings and urgent findings of a year. */
import type { Moment } from './moment.ts';

/** Reports of one programme: on the whole of it, or on each of its targets. */
export interface PlannedReport {
  readonly source: string;
  readonly scope: 'target' | 'programme';
  readonly written: Moment;
  /** What people write into parts and points of view, by their title; the rest keeps the wording drafted from the records. */
  readonly texts?: Readonly<Record<string, string>>;
  readonly finished: Moment;
  /** Why words that not everybody knows stay, where some do. */
  readonly wordingKept?: string;
  readonly publicEdition?: Moment;
  readonly settled?: Moment;
}

export interface PlannedDebriefing {
  readonly source: string;
  readonly scope: 'target' | 'programme';
  readonly prepared: Moment;
  readonly cases?: readonly { readonly title: string; readonly text: string; readonly source: string }[];
}

export interface PlannedUrgent {
  readonly source: string;
  readonly target: number;
  readonly raised: Moment;
  readonly reported: Moment;
  readonly acknowledged: Moment;
  readonly title: string;
  readonly fact: string;
  readonly risk: string;
  readonly measure: string;
  readonly to: string;
  readonly answer: string;
}

export interface AuditReports {
  readonly reports: readonly PlannedReport[];
  readonly lists?: readonly { readonly source: string; readonly made: Moment }[];
  readonly debriefings?: readonly PlannedDebriefing[];
  readonly urgent?: readonly PlannedUrgent[];
}
