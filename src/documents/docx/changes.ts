import { type ICommentOptions, type IParagraphOptions, Paragraph } from 'docx';
import type { Change, Comment, Revision } from '../model/changes.ts';
import { cleanText } from '../prepare/text.ts';

// Word shows the letters of the time as they are, as if the Z were not there: what it shows is to be the time in Tokyo.
const inTokyo = ({ at }: Revision): Date => new Date(Date.parse(at) + 9 * 60 * 60 * 1000);

/** A change as Word writes it. The numbers are given when the file is packed. */
export const wordChange = (change: Change) => ({
  id: 0,
  author: cleanText(change.author),
  date: `${inTokyo(change).toISOString().slice(0, 19)}Z`,
});

/** The change of a row, or of the mark at the end of a paragraph. */
export function wholeChange(change: Change | undefined): Pick<NonNullable<ParagraphMark>, 'insertion' | 'deletion'> {
  if (change === undefined) return {};
  return change.kind === 'inserted' ? { insertion: wordChange(change) } : { deletion: wordChange(change) };
}

type ParagraphMark = Exclude<IParagraphOptions['run'], undefined>;

/** What makes the end of a paragraph come and go with the change of the whole. */
export const paragraphMark = (change: Change | undefined): Pick<IParagraphOptions, 'run'> =>
  change === undefined ? {} : { run: wholeChange(change) };

/** A comment as its own part of the file. */
export const wordComment = (comment: Comment): ICommentOptions => ({
  id: comment.number ?? 0,
  author: cleanText(comment.author),
  date: inTokyo(comment),
  children: cleanText(comment.text)
    .split('\n')
    .map((text) => new Paragraph({ text })),
});
