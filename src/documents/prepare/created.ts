import { DocumentError } from '../errors.ts';

/**
 * The instant that a file says it was made: midnight in Tokyo of the given day. Without a day it is a fixed one, never the
 * clock, so that the same tree gives the same bytes.
 */
export function createdAt(day = '1980-01-01'): Date {
  const instant = new Date(`${day}T00:00:00+09:00`);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(day) || Number.isNaN(instant.getTime())) {
    throw new DocumentError('document-invalid', `文書の作成日「${day}」が正しい日付ではありません。`);
  }
  return instant;
}
