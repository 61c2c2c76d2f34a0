import type { Comment } from '../model/changes.ts';
import { type Inline, type InlineRun, runsOf } from '../model/inline.ts';
import { labelOf } from '../prepare/prepare.ts';
import { cleanText } from '../prepare/text.ts';
import type { RunLook, WordInline } from './model.ts';

/** Word runs of a text. References become links to the heading. */
export function wordRuns(inline: Inline, labels: ReadonlyMap<string, string>, look: RunLook = {}): WordInline[] {
  if (typeof inline === 'string') return [{ kind: 'text', text: cleanText(inline), look }];
  const runs = runsOf(inline);
  return runs.flatMap((run, index) => [
    ...commentEdge('comment-start', run.comment, runs[index - 1]?.comment),
    wordRun(run, labels, look),
    ...commentEdge('comment-end', run.comment, runs[index + 1]?.comment),
  ]);
}

function wordRun(run: InlineRun, labels: ReadonlyMap<string, string>, look: RunLook): WordInline {
  if ('reference' in run) {
    const text = cleanText(labelOf(labels, run.reference));
    const children: WordInline[] = [{ kind: 'text', text, look, change: run.change }];
    return { kind: 'link', anchor: bookmarkName(labels, run.reference), children };
  }
  const own: RunLook = {
    ...look,
    ...(run.bold === true ? { bold: true } : {}),
    ...(run.underline === true ? { underline: 'single' } : {}),
  };
  return { kind: 'text', text: cleanText(run.text), look: own, change: run.change };
}

/** Where the comment of a run begins or ends: its neighbour bears another or none. */
const commentEdge = (
  kind: 'comment-start' | 'comment-end',
  comment: Comment | undefined,
  neighbour: Comment | undefined,
): WordInline[] =>
  comment?.number === undefined || comment.number === neighbour?.number ? [] : [{ kind, comment: comment.number }];

/** The words of a heading, bookmarked when something refers to it. */
export function headingRuns(
  content: Inline,
  id: string | undefined,
  labels: ReadonlyMap<string, string>,
): WordInline[] {
  const children = wordRuns(content, labels);
  return id === undefined ? children : [{ kind: 'bookmark', name: bookmarkName(labels, id), children }];
}

/** Word allows letters, digits and underscores only, so named headings are counted. */
const bookmarkName = (labels: ReadonlyMap<string, string>, id: string): string =>
  `heading_${[...labels.keys()].indexOf(id) + 1}`;
