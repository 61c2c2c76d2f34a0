/** Repetitions within repetitions multiply: a small form could ask for more rows than any machine holds. */
import { type FormData, type Mark, type Scope, turnsOf } from '../../core/form/index.ts';
import { TemplateError } from './errors.ts';

/** More than any paper has; a list of 10,000 rows still fits. */
const TURNS = 20_000;

const spent = new WeakMap<FormData, number>();

/**
 * The turns of a repetition, counted over the whole form.
 * @throws TemplateError `too-large` when the form repeats beyond measure
 */
export function countedTurns(mark: Mark, scope: Scope): readonly Scope[] {
  const turns = turnsOf(mark, scope);
  const [root] = scope;
  if (root === undefined) return turns;
  const sum = (spent.get(root) ?? 0) + turns.length;
  spent.set(root, sum);
  if (sum > TURNS) {
    throw new TemplateError(
      'too-large',
      mark.source,
      `繰り返しが${TURNS.toLocaleString('ja-JP')}回を超えました。繰り返しの中の繰り返しを減らしてください。`,
    );
  }
  return turns;
}
