/** What a scripted year is told about an audit: its targets, its plans, its days, and what was observed. */
import type { InputOf } from '../../../src/kernel/contract.ts';
import type { auditPlanContract } from '../../../src/modules/audit-plan/contract.ts';
import type { auditContract } from '../../../src/modules/audit/contract.ts';
import type { Moment } from './moment.ts';

type NewTarget = Omit<InputOf<typeof auditPlanContract, 'addTarget'>, 'programmeId' | 'departmentIds' | 'replaces'>;
type FindingText = NonNullable<InputOf<typeof auditContract, 'draftFinding'>['text']>;

export interface PlannedTarget extends NewTarget {
  /** Keys of the audited sections. */
  readonly sections: readonly string[];
  readonly vendorCheck?: { readonly vendorCheck: boolean; readonly siteVisit: boolean; readonly verification: boolean };
}

export interface PlannedPlan {
  readonly stage: 'basic' | 'implementation';
  /** One per target. */
  readonly perTarget?: boolean;
  readonly submitted: Moment;
  readonly agreed?: Moment;
  readonly distributed?: Moment;
  readonly confirmed?: Moment;
  /** What only people know, by the name of the field. */
  readonly words?: Readonly<Record<string, string>>;
  /** It is laid before the other side again, with a reason. */
  readonly changed?: { readonly at: Moment; readonly reason: string; readonly agreed: Moment };
}

export interface PlannedChecklist {
  readonly drafted: Moment;
  /** The city sends it back with a remark, and the contractor lays it before the city again. */
  readonly returned?: { readonly at: Moment; readonly remark: string; readonly again: Moment };
  readonly agreed?: Moment;
  /** What all items (or those of one set) rest on besides the provisions of their catalogues. */
  readonly grounds: readonly { readonly standard: string; readonly place: string; readonly set?: string }[];
  /** New information; each is taken into account by some items. */
  readonly trends?: readonly { readonly name: string; readonly text: string }[];
  /** Items of the year before, to show what changed. */
  readonly earlier?: readonly { readonly number: string; readonly title: string; readonly point: string }[];
  /** The forms are revised after the items. */
  readonly forms?: { readonly at: Moment; readonly note: string };
}

/** How the audit was held; `at` is one moment for all targets, or one for each in their order. */
export interface Held {
  readonly at: Moment | readonly Moment[];
  readonly minutes: number;
  readonly place: string;
  readonly methods: readonly string[];
  readonly interviewees: readonly string[];
  readonly interviewTopics: readonly string[];
  /** What a clause wants to be looked at besides the items. */
  readonly checks?: readonly string[];
  readonly viewpoints?: readonly string[];
  /** A session with every section of the target instead of one with all of them. */
  readonly perSection?: boolean;
  /** The city's own auditors carry the audit out; the contractor attends, and helps with some of the points. */
  readonly byCity?: { readonly auditors: string; readonly helped: Readonly<Record<string, string>> };
  /** Visits to the premises of a vendor of a target. */
  readonly vendorVisits?: readonly {
    readonly target: number;
    readonly at: Moment;
    readonly minutes: number;
    readonly place: string;
    readonly people: number;
    readonly checks: readonly string[];
  }[];
  /** The facts of the working papers are confirmed. */
  readonly confirmed: Moment;
}

/** What an auditor saw that is worth more than a tick: it becomes a finding unless the item does not apply. */
export interface Observation {
  /** Key of the item in its catalogue. */
  readonly item: string;
  readonly judgement: 'inadequate' | 'minor' | 'adequate' | 'not-applicable';
  readonly fact: string;
  /** The note that is kept as evidence. */
  readonly evidence?: string;
  readonly text?: FindingText;
  /** The section's view of the finding. */
  readonly sectionSays?: string;
}

/** From the drafts of findings to the end of the audits. */
export interface Results {
  readonly drafted: Moment;
  readonly issued: Moment;
  readonly confirmed: Moment;
  readonly answered: Moment;
  readonly settled: Moment;
  /** Result notices are drafted, and sent by the city under a number: `5く情セ第%号`. */
  readonly noticed: Moment;
  readonly sent: Moment;
  readonly number: string;
  readonly summary: string;
  readonly explained: Moment;
  readonly closed: Moment;
  /** Issues of the whole city, each from the findings of one item. */
  readonly common?: readonly {
    readonly at: Moment;
    readonly item: string;
    readonly title: string;
    readonly text: string;
    readonly template: string;
    readonly note: string;
  }[];
}

export interface PlannedAudit {
  /** Id of the bundled programme. */
  readonly source: string;
  readonly proposed: Moment;
  readonly decided: Moment;
  readonly targets: readonly PlannedTarget[];
  /** Auditors are assigned and the days of the targets set; needs a day for each target. */
  readonly scheduled?: Moment;
  readonly plans: readonly PlannedPlan[];
  readonly checklist?: PlannedChecklist;
  readonly documents?: {
    readonly titles: readonly string[];
    readonly requested: Moment;
    readonly due: string;
    readonly answered: Moment;
  };
  readonly survey?: { readonly sent: Moment; readonly due: string; readonly answered: Moment; readonly read: Moment };
  readonly briefing?: Moment;
  /** The departments are told. */
  readonly noticed?: Moment;
  readonly held?: Held;
  /** What was observed, at the targets by their place. */
  readonly observed?: readonly { readonly at: readonly number[]; readonly what: Observation }[];
  readonly results?: Results;
}

/** The moment at which a target is audited. */
export function momentOf({ at }: Held, target: number): Moment {
  if (typeof at === 'string') return at;
  const moment = at[target];
  if (moment === undefined) throw new Error(`no day for target ${target}`);
  return moment;
}
