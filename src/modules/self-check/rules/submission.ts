/** Whether a sheet may be handed in now. Pure. Clause 9(1)イ【自己点検】-p1. */
import { type AnswerSheet, answerTo, type SheetProblem, textsOf } from '../../../core/assessment/index.ts';
import { addDays, dayOf, formatEra } from '../../../core/calendar/index.ts';
import type { Questionnaire } from '../../../core/content-schema/index.ts';

export interface Place {
  readonly state: 'waiting' | 'awaiting-approval' | 'returned' | 'reopened' | 'submitted';
  readonly revision: number;
  readonly due: string;
  readonly closed: boolean;
}

export interface Attempt {
  readonly opens: string;
  readonly today: string;
  /** The day that counts against the due day: today's, or the day before within the minutes of grace (`dayInTime`). */
  readonly dayInTime: string;
  /** The revision that the person had in hand; 0 before the first submission. */
  readonly expectedRevision: number;
  /** False when the sheet is neither the caller's own nor passed to the caller. */
  readonly own: boolean;
}

/**
 * The day that counts against the due day. The clock of the server decides; a sheet that arrives a few minutes after midnight
 * is taken as in time, so that a slow line on the last evening costs nobody the answer.
 */
export function dayInTime(now: Date, graceMinutes: number): string {
  return dayOf(new Date(now.getTime() - graceMinutes * 60_000).toISOString());
}

export type Refusal =
  | { readonly code: 'permission.refused' | 'state.refused' | 'deadline.passed'; readonly message: string }
  | { readonly code: 'record.stale' };

/** Why nothing can be typed into the sheet or handed in today; null when it can. Ignores what the sheet holds. */
export function refusalNow(
  place: Place,
  { opens, today, dayInTime: counted, own }: Omit<Attempt, 'expectedRevision'>,
): Refusal | null {
  if (!own)
    return {
      code: 'permission.refused',
      message: 'ほかの所属や人の調査票には回答できません。自分に届いている調査票を開いてください。',
    };
  if (place.closed)
    return {
      code: 'state.refused',
      message: 'この調査は締め切られました。訂正が必要なときは、情報セキュリティ担当課に連絡してください。',
    };
  if (today < opens)
    return {
      code: 'state.refused',
      message: `回答の受付は${formatEra(opens)}からです。その日以後に提出してください。`,
    };
  if (counted > place.due)
    return {
      code: 'deadline.passed',
      message: `提出期限（${formatEra(place.due)}）を過ぎているため受け付けられません。情報セキュリティ担当課に再開を依頼してください。入力した内容は下書きに残っています。`,
    };
  return null;
}

/** Refuses a hand-in; null when the sheet, if complete, becomes the next revision. */
export function refuseSubmission(place: Place, attempt: Attempt): Refusal | null {
  const refusal = refusalNow(place, attempt);
  if (refusal !== null) return refusal;
  return place.revision === attempt.expectedRevision ? null : { code: 'record.stale' };
}

/** What the sheet lacks, as fields of the operation's input. */
export function asFields(problems: readonly SheetProblem[]): { readonly path: string; readonly message: string }[] {
  return problems.map(({ path, message }) => ({ path: `answers.${path}`, message }));
}

/** Ids of files that a sheet names, with the item that names them. */
export function fileIdsIn(
  form: Questionnaire,
  sheet: AnswerSheet,
): { readonly item: string; readonly number: number; readonly fileId: string }[] {
  return form.sections.flatMap(({ items }) =>
    items.flatMap(({ type, id, number }) =>
      type === 'file' ? textsOf(answerTo(sheet, id)).map((fileId) => ({ item: id, number, fileId })) : [],
    ),
  );
}

/** Files that are not among those attached to this very sheet. */
export function unknownFiles(form: Questionnaire, sheet: AnswerSheet, known: ReadonlySet<string>): SheetProblem[] {
  return fileIdsIn(form, sheet)
    .filter(({ fileId }) => !known.has(fileId))
    .map(({ item, number }) => ({
      kind: 'wrong',
      item,
      path: `${item}.value`,
      message: `問${number}：添付したファイルが見つかりません。外してから、添付し直してください。`,
    }));
}

/**
 * A head's own submission counts at once, and so does paper, which the head has sealed; a staff member's, also in a file,
 * waits when the campaign asks for approval.
 */
export function stateAfter(
  requiresApproval: boolean,
  by: { readonly head: boolean; readonly onPaper: boolean },
): 'submitted' | 'awaiting-approval' {
  return requiresApproval && !by.head && !by.onPaper ? 'awaiting-approval' : 'submitted';
}

export type Progress = 'not-started' | 'in-progress' | 'awaiting-approval' | 'returned' | 'reopened' | 'submitted';

/** Where a department stands in words of the progress page. */
export function progressOf(place: Pick<Place, 'state' | 'revision'>, draftBase: number | null): Progress {
  if (place.state !== 'waiting') return place.state;
  return draftBase === place.revision ? 'in-progress' : 'not-started';
}

/** A department is late when the day after its due day has come and no answer counts. */
export function isLate(place: Pick<Place, 'state' | 'due'>, today: string): boolean {
  return place.state !== 'submitted' && today > place.due;
}

/** Days before the due day on which departments without an answer are reminded by themselves. */
export const REMIND_DAYS_BEFORE = 3;

/** The automatic reminder: 9 o'clock in Japan, three days before the due day. */
export function reminderTime(due: string): Date {
  return new Date(`${addDays(due, -REMIND_DAYS_BEFORE)}T00:00:00.000Z`);
}
