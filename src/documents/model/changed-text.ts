import { deleted, type Inline, inserted, type InlineRun } from './inline.ts';
import type { Revision } from './changes.ts';

/**
 * The pieces of a text of which one version became another (見え消し): what stayed, what was struck out, what was added.
 * Compares Japanese by words, a very long text by sentences. Without its deletions it is `after`, without its additions
 * `before`.
 */
export function changedText(before: string, after: string, revision: Revision): Inline {
  const byWords = compare(words(before), words(after)) ?? compare(sentences(before), sentences(after));
  const steps = byWords ?? [
    { kind: 'deleted', text: before },
    { kind: 'inserted', text: after },
  ];
  return steps
    .filter(({ text }) => text !== '')
    .map(({ kind, text }): InlineRun => {
      if (kind === 'kept') return { text };
      return kind === 'deleted' ? deleted(text, revision) : inserted(text, revision);
    });
}

interface Step {
  readonly kind: 'kept' | 'deleted' | 'inserted';
  readonly text: string;
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

const words = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

const sentences = (text: string): string[] => text.match(/[^。\n]*[。\n]|[^。\n]+$/gu) ?? [];

/** The table below has a cell for each pair of pieces: this many take about a tenth of a second and 32 MB. */
const LARGEST_TABLE = 8_000_000;

/** The steps from one list of pieces to another along their longest common subsequence; null when they are too long. */
function compare(before: readonly string[], after: readonly string[]): Step[] | null {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const middle = between(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  if (middle === null) return null;
  const kept = (pieces: readonly string[]): Step => ({ kind: 'kept', text: pieces.join('') });
  return [kept(before.slice(0, head)), ...middle, kept(before.slice(before.length - tail))];
}

function between(before: readonly string[], after: readonly string[]): Step[] | null {
  const width = after.length + 1;
  if ((before.length + 1) * width > LARGEST_TABLE) return null;
  // common[i, j]: how many pieces the rest of `before` from i and the rest of `after` from j have in common, in order.
  const common = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const steps: Step[] = [];
  let struck = '';
  let added = '';
  let kept = '';
  // What was struck out stands before what was added in its place.
  const flush = (): void => {
    steps.push({ kind: 'kept', text: kept }, { kind: 'deleted', text: struck }, { kind: 'inserted', text: added });
    [struck, added, kept] = ['', '', ''];
  };
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const [old = '', fresh = ''] = [before[i], after[j]];
    if (i < before.length && j < after.length && old === fresh) {
      if (struck !== '' || added !== '') flush();
      kept += old;
      i += 1;
      j += 1;
    } else if (j >= after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))) {
      struck += old;
      i += 1;
    } else {
      added += fresh;
      j += 1;
    }
  }
  flush();
  return steps;
}
