/** Checks a whole answer sheet against its form, for drafts (types and limits) and for submission (completeness too). */
import type { FormItem, Questionnaire, TableColumn } from '../content-schema/index.ts';
import { isDay } from '../calendar/day.ts';
import {
  type AnswerRow,
  type AnswerSheet,
  answerTo,
  EXPLANATION_LIMIT,
  isItemAnswered,
  type ItemAnswer,
  saysSomething,
  YES_NO_NA,
} from './answer.ts';
import { hasValue, isRequired, isShown, rowValues, sheetValues, visibleItems } from './condition.ts';

/** `missing` is what a draft may still lack; everything else is wrong at any time. */
export type ProblemKind = 'missing' | 'unknown' | 'wrong';

export interface SheetProblem {
  readonly kind: ProblemKind;
  readonly item: string;
  /** Dotted path inside the sheet: `asset-table.value.2.kind-note`, `asset-pledge.reason`. */
  readonly path: string;
  /** A sentence for people. */
  readonly message: string;
}

type Holder = Exclude<FormItem, { type: 'table' | 'yes-no-na' }> | TableColumn;
type Report = (kind: ProblemKind, path: string, message: string) => void;

/**
 * All problems of a sheet, in the order of the form. With `complete` unanswered items count too. Unknown items and wrong
 * types are reported always, also for items that are hidden: nothing unreadable is ever stored.
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
  const shown = complete ? new Set(visibleItems(form, sheet)) : new Set<FormItem>();
  const values = sheetValues(sheet);
  for (const item of items) {
    const report: Report = (kind, path, message) => {
      if (kind !== 'missing' || shown.has(item)) {
        problems.push({ kind, item: item.id, path: `${item.id}.${path}`, message: `問${item.number}：${message}` });
      }
    };
    const answer = answerTo(sheet, item.id);
    if (isItemAnswered(answer)) checkAnswer(item, answer ?? {}, report);
    else if (isRequired(item, values)) report('missing', 'value', '回答してください。');
    checkExplanation(item, answer ?? {}, report);
  }
  return problems;
}

function checkAnswer(item: FormItem, answer: ItemAnswer, report: Report): void {
  const { value } = answer;
  if (item.type === 'table') checkRows(item, value, report);
  else if (item.type === 'yes-no-na') {
    const allowed = YES_NO_NA.filter((choice) => choice !== 'not-applicable' || item.allowNotApplicable);
    if (!allowed.some((choice) => choice === value)) report('wrong', 'value', '選択肢の中から選んでください。');
  } else {
    const message = wrongValue(item, value);
    if (message !== null) report('wrong', 'value', message);
  }
}

/** いいえ needs a reason or an alternative measure, 対象外 a reason, as the item demands (default of all forms). */
function checkExplanation(item: FormItem, answer: ItemAnswer, report: Report): void {
  for (const part of ['reason', 'alternative'] as const) {
    if ((answer[part]?.length ?? 0) > EXPLANATION_LIMIT)
      report('wrong', part, `${EXPLANATION_LIMIT}字以内で入力してください。`);
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

function checkRows(item: Extract<FormItem, { type: 'table' }>, value: ItemAnswer['value'], report: Report): void {
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
      if (hasValue(cell)) {
        const message = wrongValue(column, cell);
        if (message !== null) report('wrong', at(column.id), say(`：${message}`));
      } else if (isShown(column, values) && isRequired(column, values)) {
        report('missing', at(column.id), say('を入力してください。'));
      }
    }
  });
}

/** Why a value does not fit its item or column; null when it does. */
export function wrongValue(holder: Holder, value: unknown): string | null {
  switch (holder.type) {
    case 'text':
      if (typeof value !== 'string') return '文字で入力してください。';
      if (value.length > holder.maxLength) return `${holder.maxLength}字以内で入力してください。`;
      return !holder.multiline && /[\r\n]/.test(value) ? '改行せずに入力してください。' : null;
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return '数字で入力してください。';
      if (holder.integer && !Number.isInteger(value)) return '小数点のない数にしてください。';
      return value < holder.min || value > holder.max ? `${holder.min}から${holder.max}までの数にしてください。` : null;
    case 'date':
      return typeof value === 'string' && isDay(value) ? null : '実在する日付を入力してください。';
    case 'yes-no':
      return typeof value === 'boolean' ? null : '「はい」か「いいえ」を選んでください。';
    case 'single':
      return holder.options.some((option) => option.value === value) ? null : '選択肢の中から選んでください。';
    case 'multiple': {
      const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
      const fits =
        Array.isArray(value) &&
        new Set(chosen).size === chosen.length &&
        chosen.every((one) => holder.options.some((option) => option.value === one));
      return fits ? null : '選択肢の中から選んでください。';
    }
  }
}
