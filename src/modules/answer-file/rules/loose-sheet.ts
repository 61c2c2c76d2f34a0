/** Answers out of a file that anybody may have written: what has no right shape is named and left out. */
import type { AnswerRow, AnswerSheet, ItemAnswer } from '../../../core/assessment/answer.ts';
import type { Questionnaire } from '../../../core/content-schema/index.ts';

export interface ShapeProblem {
  readonly item: number | null;
  readonly message: string;
}

/** The largest sheet of the forms has 200 rows of 11 columns. */
const ROW_LIMIT = 500;

export function looseSheet(
  form: Questionnaire,
  value: unknown,
): { readonly answers: AnswerSheet; readonly problems: readonly ShapeProblem[] } {
  if (!isRecord(value)) {
    return {
      answers: {},
      problems: [{ item: null, message: '回答が入っていません。回答票で回答ファイルを作り直してください。' }],
    };
  }
  const numbers = new Map(form.sections.flatMap(({ items }) => items.map(({ id, number }) => [id, number] as const)));
  const problems: ShapeProblem[] = [];
  const answers: Record<string, ItemAnswer> = {};
  for (const [id, raw] of Object.entries(value)) {
    const number = numbers.get(id);
    if (number === undefined) {
      problems.push({
        item: null,
        message: `識別子「${id.slice(0, 40)}」の設問は調査票にありません。回答票で回答ファイルを作り直してください。`,
      });
      continue;
    }
    const answer = answerOf(raw);
    if (answer === null) {
      const message = `問${number}：回答の形が正しくありません。回答票で回答ファイルを作り直してください。`;
      problems.push({ item: number, message });
    } else answers[id] = answer;
  }
  return { answers, problems };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** NUL cannot be stored. */
const isText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0');

function answerOf(raw: unknown): ItemAnswer | null {
  if (!isRecord(raw)) return null;
  const known = ['value', 'reason', 'alternative'];
  if (Object.keys(raw).some((key) => !known.includes(key))) return null;
  const { value, reason, alternative } = raw;
  if (reason !== undefined && !isText(reason)) return null;
  if (alternative !== undefined && !isText(alternative)) return null;
  if (!isValue(value)) return null;
  return {
    ...(value === undefined ? {} : { value }),
    ...(reason === undefined ? {} : { reason }),
    ...(alternative === undefined ? {} : { alternative }),
  };
}

function isValue(value: unknown): value is ItemAnswer['value'] {
  if (value === undefined || value === null || isText(value)) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  // The rows of a matrix.
  if (isRecord(value)) return Object.values(value).every(isText) && Object.keys(value).length <= ROW_LIMIT;
  return Array.isArray(value) && value.length <= ROW_LIMIT && (value.every(isText) || value.every(isRow));
}

function isRow(value: unknown): value is AnswerRow {
  return (
    isRecord(value) &&
    Object.values(value).every(
      (cell) =>
        cell === null ||
        isText(cell) ||
        typeof cell === 'boolean' ||
        (typeof cell === 'number' && Number.isFinite(cell)) ||
        (Array.isArray(cell) && cell.length <= ROW_LIMIT && cell.every(isText)),
    )
  );
}
