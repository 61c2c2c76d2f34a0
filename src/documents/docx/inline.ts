import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  InsertedTextRun,
  InternalHyperlink,
  type IRunPropertiesOptions,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Change, Comment } from '../model/changes.ts';
import { type Inline, type InlineRun, runsOf } from '../model/inline.ts';
import { labelOf } from '../prepare/prepare.ts';
import { cleanText } from '../prepare/text.ts';
import { wordChange } from './changes.ts';

/** Word runs of a text. Newlines become line breaks, references become links to the heading. */
export function wordRuns(
  inline: Inline,
  labels: ReadonlyMap<string, string>,
  look: IRunPropertiesOptions = {},
): ParagraphChild[] {
  const runs = runsOf(inline);
  return runs.flatMap((run, index) => [
    ...commentEdge(run.comment, runs[index - 1]?.comment, rangeStart),
    ...wordRun(run, labels, look),
    ...commentEdge(run.comment, runs[index + 1]?.comment, rangeEnd),
  ]);
}

function wordRun(
  run: InlineRun,
  labels: ReadonlyMap<string, string>,
  look: IRunPropertiesOptions,
): readonly ParagraphChild[] {
  if ('reference' in run) {
    const label = labelOf(labels, run.reference);
    const children = textRuns(label, look, run.change);
    return [new InternalHyperlink({ anchor: bookmarkName(labels, run.reference), children })];
  }
  const own = {
    ...look,
    ...(run.bold === true ? { bold: true } : {}),
    ...(run.underline === true ? { underline: {} } : {}),
  };
  return textRuns(run.text, own, run.change);
}

function textRuns(text: string, look: IRunPropertiesOptions, change: Change | undefined): ParagraphChild[] {
  return cleanText(text)
    .split('\n')
    .map((line, index) => {
      const run = { ...look, text: line, ...(index > 0 ? { break: 1 } : {}) };
      if (change === undefined) return new TextRun(run);
      const revised = { ...run, ...wordChange(change) };
      return change.kind === 'inserted' ? new InsertedTextRun(revised) : new DeletedTextRun(revised);
    });
}

/** Where the comment of a run begins or ends: its neighbour bears another or none. */
const commentEdge = (
  comment: Comment | undefined,
  neighbour: Comment | undefined,
  write: (number: number) => ParagraphChild[],
): ParagraphChild[] =>
  comment?.number === undefined || comment.number === neighbour?.number ? [] : write(comment.number);

const rangeStart = (number: number): ParagraphChild[] => [new CommentRangeStart(number)];
const rangeEnd = (number: number): ParagraphChild[] => [
  new CommentRangeEnd(number),
  new TextRun({ children: [new CommentReference(number)] }),
];

/** Word allows letters, digits and underscores only, so named headings are counted. */
export const bookmarkName = (labels: ReadonlyMap<string, string>, id: string): string =>
  `heading_${[...labels.keys()].indexOf(id) + 1}`;
