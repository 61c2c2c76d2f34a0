/** What a scripted contract year is told: the fictional city and firm, its days, and what its specification asks for. */
import type { AuditReports } from './report-data.ts';
import type { PlannedAudit } from './audit-data.ts';
import type { AuditorPlan, PlannedAdvice } from './auditor-data.ts';
import type { PlannedVerification } from './verification-data.ts';
import type { SurveyData } from './survey-data.ts';
import type { PlannedStaffCourse } from './staff-course-data.ts';
import type { PlannedImprovement } from './improvement-data.ts';
import type { Delivery as RecordedDelivery, RestMaterial } from '../../../src/modules/deliverables/contract.ts';
import type { Role } from '../../../src/kernel/role.ts';
import type { Moment } from './moment.ts';

/** Day and time in Asia/Tokyo: `2024-04-08 10:00`. */
export interface Section {
  readonly key: string;
  readonly name: string;
  readonly kana: string;
}

/** One of the contractor's people; the key is also the login name. */
export interface Member {
  readonly key: 'pm' | 'lead' | 'auditor' | 'assistant' | 'quality';
  readonly name: string;
  readonly title: string;
  readonly roles: readonly Role[];
  /** Roles in the words of the specification. */
  readonly duties: readonly string[];
  readonly qualifications?: readonly Qualification[];
  readonly careers?: readonly { readonly field: string; readonly years: number }[];
  readonly expertise?: readonly string[];
  readonly experience?: readonly Experience[];
}

export interface Qualification {
  readonly code: string;
  readonly number: string;
  readonly validFrom: string;
  /** Left out where it need not be renewed. */
  readonly validTo?: string;
}

export interface Experience {
  readonly kind?: string;
  readonly client: string;
  readonly category: string;
  readonly population: number;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly activities: readonly string[];
}

export interface Credential {
  readonly type: string;
  readonly number: string;
  readonly field: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A meeting that both sides agree on beforehand. */
export interface PlannedMeeting {
  readonly at: Moment;
  readonly type: string;
  readonly title: string;
  /** Sends progress report, issue list and overview with the information corner, so many calendar days before. */
  readonly papersBefore?: number;
  readonly online?: boolean;
  /** Documents that go along with the papers, by kind. */
  readonly attached?: readonly (string | { readonly kind: string; readonly format: 'docx' | 'pptx' })[];
  /** The report that is explained: of a target by its place, or on the whole programme. */
  readonly about?: { readonly source: string; readonly target: number | null };
  /** The work plan is explained. */
  readonly explainsPlan?: boolean;
  readonly decisions: readonly string[];
  readonly minutes: string;
}

export interface Question {
  readonly asked: Moment;
  readonly answered: Moment;
  readonly by: 'citizens-staff' | 'tax-staff' | 'welfare-staff';
  readonly category: string;
  readonly urgent?: boolean;
  readonly channel: '画面' | '電子メール' | '電話' | 'Web会議';
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  readonly cites: { readonly code: string; readonly place: string };
}

export interface OwnPaper {
  /** Name of the file. */
  readonly name: string;
  readonly render: () => Promise<Uint8Array>;
}

export interface Delivery {
  readonly at: Moment;
  /**
   * `records`: made by the product from its records. The others are a document of the product that the contractor brings
   * as its own file, where the specification gives the deliverable another name.
   */
  readonly made: 'records' | 'document' | 'standards' | 'consultations' | 'minutes' | 'sheet' | 'own';
  /** The kind of document, where `made` is `document`. */
  readonly document?: string;
  readonly types: readonly string[];
  /** By type, where `made` is `own`: papers that the contractor wrote outside the product. */
  readonly papers?: Readonly<Record<string, OwnPaper>>;
  /** As electronic data unless the specification wants a disc. */
  readonly form?: 'disc';
  /** For each meeting held, month passed or department audited, so far. */
  readonly perSubject?: boolean;
}

/** A package that is made, and handed over in one or more forms. */
export interface Handover {
  readonly made: Moment;
  readonly handed: Moment;
  /** The task that is delivered by itself. */
  readonly task?: string;
  /** The municipality's own delivery note, filled in, goes along. */
  readonly ownNote?: boolean;
  readonly forms: readonly {
    readonly form: RecordedDelivery['form'];
    readonly copies: RecordedDelivery['copies'];
  }[];
}

export interface ProposedItem {
  readonly kind: 'drop' | 'sharpen' | 'add';
  /** Id of the item in the form, or in the library. */
  readonly item: string;
  readonly reason: string;
  /** Of an item to sharpen: its new words. */
  readonly suggestion?: string;
  /** Of an item to add: its section in the form. */
  readonly section?: string;
}

/** The days of a self-check, and what is proposed before and after it. */
export interface SelfCheckData {
  readonly fiscalYear: number;
  readonly title: string;
  readonly proposed: Moment;
  readonly decided: Moment;
  readonly opened: Moment;
  readonly due: string;
  readonly answered: Moment;
  readonly closed: Moment;
  readonly analysed: Moment;
  readonly nextYear: Moment;
  readonly before: readonly ProposedItem[];
  readonly after: readonly ProposedItem[];
  /** Items that the three sections have not done yet, and why. */
  readonly notDone: readonly (readonly string[])[];
  readonly why: string;
  readonly summary: string;
}

export interface YearData {
  readonly specification: string;
  readonly municipality: { readonly code: string; readonly name: string };
  readonly demonstrationDay: string;
  /** 契約の件名, where the specification's own name is that of another city or says nothing. */
  readonly title?: string;
  readonly contractDate: string;
  /** Only where the specification leaves the end to the contract. */
  readonly periodTo?: string;
  readonly contractor: string;
  readonly office: { readonly name: string; readonly kana: string; readonly place: string };
  /** Sections of the city besides the office, where it has others than three of the usual names. */
  readonly sections?: readonly Section[];
  /** Names of the CISO, the office's clerk, and head and staff of the sections in their order, as far as they sign in. */
  readonly city: {
    readonly ciso: string;
    readonly office: string;
    readonly heads: readonly string[];
    readonly staff: readonly string[];
  };
  readonly members: readonly Member[];
  /** The member who is the lead of the specification; null where it knows none. */
  readonly lead: Member['key'] | null;
  readonly credentials: readonly Credential[];
  readonly standards: Readonly<Record<string, string>>;
  readonly plan: {
    readonly drafted: Moment;
    readonly submitted: Moment;
    readonly approved: Moment;
    /** What the contractor writes into tasks besides the specification's own words, by clause. */
    readonly contents?: Readonly<Record<string, string>>;
  };
  readonly agreed: readonly {
    readonly at: Moment;
    readonly clause: string;
    readonly topic: string;
    readonly decision: string;
  }[];
  readonly meetings: readonly PlannedMeeting[];
  readonly questions: readonly Question[];
  /** Days on which people worked at the city, by the clause of the work. */
  readonly onSite: { readonly clause: string; readonly days: readonly string[]; readonly content: string };
  readonly progress: readonly Moment[];
  readonly duties: DutyData;
  readonly selfCheck?: SelfCheckData;
  /** Surveys of affairs and of people. */
  readonly surveys?: readonly SurveyData[];
  readonly deliveries: readonly Delivery[];
  /** Audits of the programmes of this specification, as far as they are planned. */
  readonly audits?: readonly PlannedAudit[];
  /** Technical verifications inside them. */
  readonly verifications?: readonly PlannedVerification[];
  /** What follows their findings. */
  readonly improvements?: readonly PlannedImprovement[];
  /** Their reports, lists and debriefings. */
  readonly auditReports?: AuditReports;
  /** The city's own auditors, where a programme is carried out by them. */
  readonly internalAuditors?: AuditorPlan;
  /** Courses for the city's staff. */
  readonly staffCourses?: readonly PlannedStaffCourse[];
  /** Advice that the office asks for on its own work. */
  readonly advice?: readonly PlannedAdvice[];
  /** Types whose submitted versions become the final ones. */
  readonly finalised?: { readonly at: Moment; readonly types: readonly string[] };
  readonly handovers?: readonly Handover[];
  readonly rest?: { readonly at: Moment; readonly materials: RestMaterial[] };
  /** When the contractor declares that it has used no earlier works of its own. */
  readonly rightsDeclared: Moment;
}

/** The days of what the specification asks of the contractor's own security; a part that it is silent about is absent. */
export interface DutyData {
  readonly oaths: Moment;
  /** Documents that the city orders, and the day on which they are due. */
  readonly documents?: { readonly at: Moment; readonly due: string; readonly names: readonly string[] };
  readonly lent: Moment;
  readonly supervisor?: Moment;
  readonly carryOut?: {
    readonly requested: Moment;
    readonly taken: Moment;
    readonly returned: Moment;
    readonly backBy: string;
  };
  /** Annexes that the city hands over, with what they ask for. */
  readonly annexes?: { readonly at: Moment; readonly items: readonly string[] };
  /** Substitutes, by key of the member whom they stand in for. */
  readonly substitutes?: { readonly at: Moment; readonly by: Partial<Record<Member['key'], Member['key']>> };
  readonly report?: {
    readonly requested: Moment;
    readonly due: string;
    readonly answered: Moment;
    readonly accepted: Moment;
  };
  /** When the contractor declares that it observes the laws that the specification names. */
  readonly compliance?: Moment;
  readonly proposal?: {
    readonly made: Moment;
    readonly decided: Moment;
    readonly title: string;
    readonly content: string;
  };
  readonly inspection?: { readonly requested: Moment; readonly answered: Moment; readonly held: Moment };
  readonly eco?: Moment;
  readonly disposal: Moment;
  /** The word of the specification for making something unreadable. */
  readonly erasedBy: string;
  /** The erasure with a certificate, where the specification asks for one. */
  readonly certificate?: { readonly requested: Moment; readonly confirmed: Moment; readonly certified: Moment };
}
