/** Parses input by its schema and turns every schema issue into a Japanese sentence with the path of the field. */
import type { z } from 'zod';
import { AppError, fieldError, type FieldProblem } from './error.ts';

export function parseInput<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const path = unwritable(value, '');
  if (path !== null)
    throw fieldError(path, '保存できない文字が含まれています。その文字を消して、入力し直してください。');
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new AppError('input.invalid', {
    internal: result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join('; '),
    fields: result.error.issues.flatMap(problemsOf),
  });
}

/** The path of the first text with NUL or half of a surrogate pair: no database can hold either. Null when there is none. */
function unwritable(value: unknown, path: string): string | null {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0') ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, item] of Object.entries(value)) {
    const below = path === '' ? key : `${path}.${key}`;
    if (!key.isWellFormed() || key.includes('\0')) return path;
    const found = unwritable(item, below);
    if (found !== null) return found;
  }
  return null;
}

function problemsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: path === '' ? key : `${path}.${key}`,
      message: 'この項目は受け付けていません。',
    }));
  }
  return [{ path, message: sentenceOf(issue) }];
}

function sentenceOf(issue: Exclude<z.core.$ZodIssue, z.core.$ZodIssueUnrecognizedKeys>): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? '入力してください。' : '形式が正しくありません。';
    case 'too_small':
      if (issue.origin === 'string')
        return issue.minimum === 1 ? '入力してください。' : `${issue.minimum}文字以上で入力してください。`;
      if (issue.origin === 'array') return `${issue.minimum}件以上を指定してください。`;
      return `${issue.minimum}${issue.inclusive === false ? 'より大きい' : '以上の'}値にしてください。`;
    case 'too_big':
      if (issue.origin === 'string') return `${issue.maximum}文字以内で入力してください。`;
      if (issue.origin === 'array') return `${issue.maximum}件以内にしてください。`;
      return `${issue.maximum}以下の値にしてください。`;
    case 'invalid_format':
      return '書き方が正しくありません。例に合わせて入力してください。';
    case 'invalid_value':
      return '選択肢の中から選んでください。';
    case 'not_multiple_of':
      return '端数のない値にしてください。';
    case 'custom':
      return issue.message === 'Invalid input' ? '値が正しくありません。' : issue.message;
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return '値が正しくありません。';
  }
}
