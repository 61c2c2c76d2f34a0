/** What a scripted year is told of the city's own auditors: their course, their reports, and the advice that the office asks for. */
import type { AdviceSubject } from '../../../src/modules/consultation/contract.ts';

/** Day and time in Asia/Tokyo: `2024-04-08 10:00`. */
type Moment = `${string} ${string}`;

export interface AuditorPlan {
  readonly registered: Moment;
  /** Keys of people of the city, who audit what is not of their own section. */
  readonly auditors: readonly string[];
  readonly course: {
    readonly proposed: Moment;
    readonly agreed: Moment;
    readonly prepared: Moment;
    readonly held: Moment;
    readonly to: string;
    readonly place: string;
    readonly reviewed: Moment;
    readonly closed: Moment;
    readonly from: string;
    readonly until: string;
  };
  /** The programme whose targets they audit, by its source. */
  readonly source: string;
  readonly assigned: Moment;
  readonly submitted: Moment;
  readonly reviewed: Moment;
  /** The next version of a report that left something out, and its review. */
  readonly again: Moment;
  readonly settled: Moment;
}

export interface PlannedAdvice extends AdviceSubject {
  readonly asked: Moment;
  readonly given: Moment;
  readonly recorded: Moment;
  readonly channel: '電話' | '電子メール' | 'Web会議' | '訪問' | '画面';
  readonly category: string;
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  readonly precedent: string;
  readonly cites: { readonly code: string; readonly place: string };
}
