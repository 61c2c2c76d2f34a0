/** What a scripted year is told about a survey of affairs or of people: its form, who is asked, what they answer. */
import type { Moment } from './moment.ts';

/** A section of the form, filled from a group of the library. */
export interface SurveySection {
  /** Id of the group in the library. */
  readonly group: string;
  /** The first so many of its plain questions. */
  readonly take: number;
  /** Shown to these people only, by the item that asks for the segment. */
  readonly segment?: string;
}

interface Asked {
  /** Key of the section of the city. */
  readonly section: string;
  /** Questions that are not done yet, by id. */
  readonly notDone?: readonly string[];
}

export interface SurveyData {
  readonly type: 'self-check' | 'my-number-self-check';
  readonly fiscalYear: number;
  readonly title: string;
  readonly introduction: string;
  readonly respondent: string;
  /** The item of the library that asks who is answering. */
  readonly segmentItem?: string;
  /** A form that ships with the product, with what it measures in the words of the contract; or sections from the library. */
  readonly shipped?: { readonly content: string; readonly subjects: readonly string[] };
  readonly sections?: readonly SurveySection[];
  /** The form is built and published. */
  readonly formed: Moment;
  /** The contractor presents it as the form that it has designed. */
  readonly presented?: Moment;
  /** The contractor's experts look at it. */
  readonly reviewed?: { readonly at: Moment; readonly conclusion: string; readonly opinion: string };
  /** Who is asked: affairs, or people by their segments; one or the other. */
  readonly affairs?: readonly (Asked & { readonly name: string; readonly kind: 'number-using' | 'number-related' })[];
  readonly people?: readonly (Asked & { readonly name: string; readonly segment: string })[];
  readonly opened: Moment;
  readonly due: string;
  readonly answered: Moment;
  readonly closed: Moment;
  readonly analysed: Moment;
  readonly why: string;
  readonly summary: string;
}
