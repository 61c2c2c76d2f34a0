/** Checks a whole answer sheet against its form, for drafts (types and limits) and for submission (completeness too). */
import type { FormItem, MatrixItem, Questionnaire, TableItem } from '../content-schema/index.ts';
import {
  type AnswerRow,
  type AnswerSheet,
  answerTo,
  EXPLANATION_LIMIT,
  isItemAnswered,
  type ItemAnswer,
  matrixOf,
  saysSomething,
  YES_NO_NA,
} from './answer.ts';
import { hasValue, isRequired, isShown, rowValues, visibilityOf } from './condition.ts';
import { wrongFiles, wrongValue } from './value.ts';

/** `missing` and `hidden` are what a draft may still have; everything else is wrong at any time. */
export type ProblemKind = 'missing' | 'hidden' | 'unknown' | 'wrong';

export interface SheetProblem {
  readonly kind: ProblemKind;
  readonly item: string;
  /** Dotted path inside the sheet: `asset-table.value.2.kind-note`, `asset-pledge.reason`. */
  readonly path: string;
  /** A sentence for people. */
  readonly message: string;
}

type Report = (kind: ProblemKind, path: string, message: string) => void;

/**
 * All problems of a sheet, in the order of the form. With `complete` unanswered items count too, and so do answers to items
 * that these very answers do not ask for. Unknown items and wrong types are reported always, also for items that are
 * hidden: nothing unreadable is ever stored.
 */
export function validateSheet(
  form: Questionnaire,
  sheet: AnswerSheet,
  { complete }: { readonly complete: boolean },
): SheetProblem[] {
  const problems: SheetProblem[] = [];
  const items = form.sections.flatMap((section) => section.items);
  const known = new Set(items.map((item) => item.id));
  for (const item of Object.keys(sheet)) {
    if (!known.has(item)) {
      problems.push({ kind: 'unknown', item, path: item, message: 'この設問は調査票にありません。' });
    }
  }
  const { shows, values } = visibilityOf(form, sheet);
  for (const item of items) {
    const shown = shows(item);
    const report: Report = (kind, path, message) => {
      if (kind === 'wrong' || kind === 'unknown' || (complete && (shown || kind === 'hidden'))) {
        problems.push({ kind, item: item.id, path: `${item.id}.${path}`, message: `問${item.number}：${message}` });
      }
    };
    const answer = answerTo(sheet, item.id);
    if (isItemAnswered(answer)) {
      checkAnswer(item, answer ?? {}, isRequired(item, values), report);
      if (!shown)
        report('hidden', 'value', 'ほかの設問の答えによると、答える必要のない設問です。この答えを消してください。');
    } else if (isRequired(item, values)) reportUnanswered(item, report);
    checkExplanation(item, answer ?? {}, report);
  }
  return problems;
}

function checkAnswer(item: FormItem, answer: ItemAnswer, required: boolean, report: Report): void {
  const { value } = answer;
  switch (item.type) {
    case 'table':
      checkRows(item, value, report);
      return;
    case 'matrix':
      checkMatrix(item, answer, required, report);
      return;
    case 'yes-no-na': {
      const allowed = YES_NO_NA.filter((choice) => choice !== 'not-applicable' || item.allowNotApplicable);
      if (!allowed.some((choice) => choice === value)) report('wrong', 'value', '選択肢の中から選んでください。');
      return;
    }
    case 'file': {
      const message = wrongFiles(item, value);
      if (message !== null) report('wrong', 'value', message);
      return;
    }
    case 'single':
    case 'multiple':
    case 'scale':
    case 'number':
    case 'text':
    case 'date': {
      const message = wrongValue(item, value);
      if (message !== null) report('wrong', 'value', message);
    }
  }
}

/** A matrix is asked row by row, so that each row says for itself what it lacks. */
function reportUnanswered(item: FormItem, report: Report): void {
  if (item.type === 'matrix') checkMatrix(item, { value: {} }, true, report);
  else report('missing', 'value', '回答してください。');
}

/** いいえ needs a reason or an alternative measure, 対象外 a reason, as the item demands (default of all forms). */
function checkExplanation(item: FormItem, answer: ItemAnswer, report: Report): void {
  for (const [part, name] of [
    ['reason', '理由'],
    ['alternative', '代わりの対策'],
  ] as const) {
    const length = answer[part]?.length ?? 0;
    if (length > EXPLANATION_LIMIT)
      report(
        'wrong',
        part,
        `${name}は${EXPLANATION_LIMIT.toLocaleString('ja')}字以内で入力してください（今は${length.toLocaleString('ja')}字）。`,
      );
  }
  if (item.type !== 'yes-no-na') return;
  const [reason, alternative] = [saysSomething(answer.reason), saysSomething(answer.alternative)];
  if (answer.value === 'no') {
    const rule = item.explanation.no;
    if (rule === 'reason' && !reason) report('missing', 'reason', '「いいえ」の理由を入力してください。');
    if (rule === 'reason-or-alternative' && !reason && !alternative)
      report('missing', 'reason', '「いいえ」の理由又は代わりの対策を入力してください。');
  }
  if (answer.value === 'not-applicable' && item.explanation.notApplicable === 'reason' && !reason)
    report('missing', 'reason', '「対象外」とした理由を入力してください。');
}

/** Rows may be answered one by one in a draft; an item that must be answered wants them all. */
function checkMatrix(item: MatrixItem, answer: ItemAnswer, required: boolean, report: Report): void {
  const given: unknown = answer.value;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    report('wrong', 'value', '行ごとに一つずつ選んでください。');
    return;
  }
  const rows = matrixOf(answer);
  const known = new Set(item.rows.map(({ id }) => id));
  for (const [row, value] of Object.entries(given as Readonly<Record<string, unknown>>)) {
    if (!known.has(row)) report('unknown', `value.${row}`, '知らない行があります。');
    else if (value !== '' && !item.options.some((option) => option.value === value))
      report('wrong', `value.${row}`, '選択肢の中から選んでください。');
  }
  for (const row of item.rows) {
    if (required && !Object.hasOwn(rows, row.id))
      report('missing', `value.${row.id}`, `「${row.label}」について選んでください。`);
  }
}

function checkRows(item: TableItem, value: ItemAnswer['value'], report: Report): void {
  if (!Array.isArray(value) || !value.every((row) => typeof row === 'object')) {
    report('wrong', 'value', '表の形で入力してください。');
    return;
  }
  const rows = value as readonly AnswerRow[];
  if (rows.length > item.maxRows) report('wrong', 'value', `${item.rowLabel}は${item.maxRows}件までです。`);
  if (rows.length < item.minRows)
    report('missing', 'value', `${item.rowLabel}を${item.minRows}件以上入力してください。`);
  const columns = new Set(item.columns.map((column) => column.id));
  rows.forEach((row, index) => {
    const at = (column: string): string => `value.${index}.${column}`;
    for (const column of Object.keys(row)) {
      if (!columns.has(column)) report('unknown', at(column), `${index + 1}行目に知らない列があります。`);
    }
    const values = rowValues(row);
    for (const column of item.columns) {
      const cell = values(column.id);
      const say = (message: string): string => `${index + 1}行目の「${column.label}」${message}`;
      const shown = isShown(column, values);
      if (hasValue(cell)) {
        const message = wrongValue(column, cell);
        if (message !== null) report('wrong', at(column.id), say(`：${message}`));
        if (!shown) report('hidden', at(column.id), say('は、同じ行の答えによると不要です。空にしてください。'));
      } else if (shown && isRequired(column, values)) {
        report('missing', at(column.id), say('を入力してください。'));
      }
    }
  });
}
