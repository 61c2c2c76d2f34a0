/** Specification files of the product's own format, sent in by people: recognised, and checked before anybody uses them. */
import {
  checkReadings,
  parseSpecification,
  problemsWithLines,
  SpecificationError,
} from '../core/specification/index.ts';
import { ImportError } from './error.ts';
import { decodeText } from './text.ts';

const LONGEST = 5_000_000;
/** So many problems are shown at once; those that follow from them are found at the next try. */
const SHOWN = 100;

/** The text of a specification file; null for any other file. */
export function specificationFile(bytes: Uint8Array): string | null {
  if (bytes.length > LONGEST) return null;
  try {
    const text = decodeText(bytes);
    return /^clauses:\s*$/mu.test(text) && /^id:\s*\S/mu.test(text) ? text : null;
  } catch {
    return null;
  }
}

/** @throws ImportError with every problem: file, line, clause and what is wrong. */
export function checkSpecificationFile(name: string, text: string): void {
  try {
    checkReadings(parseSpecification(text));
  } catch (error) {
    if (!(error instanceof SpecificationError)) throw error;
    const problems = problemsWithLines(text, error)
      .slice(0, SHOWN)
      .map(({ message, line }) => `「${name}」${line === null ? '' : `${line}行目、`}${message}`);
    throw new ImportError('definition', `仕様書の定義に誤りがあります。${problems[0] ?? ''}`, problems);
  }
}
