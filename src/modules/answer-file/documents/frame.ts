/** What every kind of sheet says above its questions. */
import type { AnswerSheet } from '../../../core/assessment/index.ts';
import type { Guidance, Questionnaire } from '../../../core/content-schema/index.ts';
import type { SealedTicket } from '../rules/answer-json.ts';

export interface SheetFrame {
  readonly form: Questionnaire;
  readonly title: string;
  /** What answers: 所属, 回答する人, 回答する事務. */
  readonly unit: 'department' | 'person' | 'affair';
  readonly respondentName: string;
  readonly departmentName: string;
  /** 整理番号: 0012-6. */
  readonly number: string;
  /** 2026-3fa2c1: the form's version, with the beginning of its SHA-256. */
  readonly version: string;
  /** 令和8年7月31日. */
  readonly due: string;
  readonly message: string;
  /** The office that sends the sheet out, one line each. */
  readonly sender: readonly string[];
  /** Day of making, `YYYY-MM-DD`. */
  readonly today: string;
  readonly answers: AnswerSheet;
  /** Files that the answers name by their ids. */
  readonly files: readonly { readonly id: string; readonly name: string }[];
  /** Last year's answers to items that are still asked with the same meaning; null where there were none. */
  readonly previous: PreviousAnswers | null;
}

export interface PreviousAnswers {
  /** 令和7年度. */
  readonly year: string;
  readonly answers: AnswerSheet;
}

export interface SealedFrame extends SheetFrame {
  readonly ticket: SealedTicket;
}

/** The guidance in few words: what good looks like, how to see it, whom to ask. */
export function shortGuidance(guidance: Guidance | undefined): string {
  if (guidance === undefined) return '';
  const { good, howToCheck, askWhom, why } = guidance;
  return [good ?? why, howToCheck, askWhom].filter((text) => text !== undefined).join('');
}

/** A form as people of several years name it: self-check 2026版. */
export const formText = ({ code, version }: Pick<Questionnaire, 'code' | 'version'>): string => `${code} ${version}版`;

export const UNIT_LABELS: Readonly<Record<SheetFrame['unit'], string>> = {
  department: '所属',
  person: '回答する人',
  affair: '回答する事務',
};
