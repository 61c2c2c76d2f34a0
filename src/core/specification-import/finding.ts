/** Something that the text says in numbers, with the stretch of the clause's text that says it. */
export type Evidence = {
  /** Offsets in the text of the clause. */
  start: number;
  end: number;
  /** How sure the reading is, from 0 to 1. */
  confidence: number;
};

export type SpanUnit = 'days' | 'business-days' | 'opening-days' | 'months';

/** A time by which something is owed. */
export type FoundDeadline = Evidence &
  (
    | {
        kind: 'span';
        n: number;
        unit: SpanUnit;
        first: 'inclusive' | 'exclusive';
        /** `within` after the event, `before` it. */
        side: 'within' | 'before';
        /** The event as written; `contractDate` when it is the conclusion of the contract. */
        from: string;
      }
    | { kind: 'day'; day: string; /** First day where the text names a part of a month. */ notBefore?: string }
  );

/** How often something happens. */
export type FoundCadence = Evidence & {
  kind: 'cadence';
  times: number;
  every: number;
  unit: 'days' | 'weeks' | 'months' | 'years';
};

/** An amount; `cap` where the text names the most that can be asked for. */
export type FoundQuantity = Evidence & {
  kind: 'quantity';
  min: number;
  max: number;
  unit: string;
  bound: 'exact' | 'about' | 'at-least' | 'at-most' | 'cap' | 'less-than';
  per?: 'month' | 'year' | 'each';
};

export type Found = {
  deadlines: FoundDeadline[];
  cadences: FoundCadence[];
  quantities: FoundQuantity[];
  days: FoundDay[];
};

/** A day that is named without being a deadline: an edition, a period, an entry into force. */
export type FoundDay = Evidence & { day: string; last: string };
