/** What the server writes into an HTML sheet. */
import type { AnswerSheet } from '../../../core/assessment/answer.ts';
import type { Questionnaire } from '../../../core/content-schema/index.ts';
import type { SealedTicket } from '../rules/answer-json.ts';

export interface PageData {
  readonly ticket: SealedTicket;
  readonly form: Questionnaire;
  readonly title: string;
  readonly unit: 'department' | 'person' | 'affair';
  readonly respondentName: string;
  /** 整理番号. */
  readonly number: string;
  /** As it is read: 令和8年7月31日. */
  readonly due: string;
  readonly message: string;
  /** What the department has written so far; empty for a new sheet. */
  readonly answers: AnswerSheet;
  /** Files that are attached to the stored sheet; the answers name them by their ids. */
  readonly files: readonly { readonly id: string; readonly name: string }[];
  /** Last year's answers, shown beside the questions. */
  readonly previous: { readonly year: string; readonly answers: AnswerSheet } | null;
}
