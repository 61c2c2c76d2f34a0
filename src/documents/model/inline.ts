import { type Change, type Changed, type Comment, type Revision, standsIn, type Version } from './changes.ts';
import type { Marked, Marks } from './marks.ts';

/** A piece of text with its own look. A newline in `text` is a line break inside the paragraph. */
export interface TextRun extends Marked, Changed {
  readonly text: string;
  readonly bold?: boolean;
  readonly underline?: boolean;
  readonly comment?: Comment;
}

/** Stands for the full number of the heading with this id, for example 第2の1(3). */
export interface ReferenceRun extends Changed {
  readonly reference: string;
  readonly comment?: Comment;
}

export type InlineRun = TextRun | ReferenceRun;

/** Text of a paragraph, cell or heading: a plain string, or pieces in order. */
export type Inline = string | readonly (string | InlineRun)[];

/** Bold text. */
export const bold = (text: string): TextRun => ({ text, bold: true });

/** Underlined text. */
export const underline = (text: string): TextRun => ({ text, underline: true });

/** Text that not every reader may see. */
export const hidden = (text: string, marks: Marks): TextRun => ({ text, marks });

/** Text becomes a piece of text; a piece, block, point or row stays what it is. */
interface Changing {
  (text: string, revision: Revision): TextRun;
  <T extends Changed>(piece: T, revision: Revision): T;
}

function changing(kind: Change['kind']): Changing {
  function change(text: string, revision: Revision): TextRun;
  function change<T extends Changed>(piece: T, revision: Revision): T;
  function change(piece: string | Changed, { author, at }: Revision): Changed {
    const base = typeof piece === 'string' ? { text: piece } : piece;
    return { ...base, change: { kind, author, at } };
  }
  return change;
}

/** Added text, or a block, row or point of a list that was added as a whole: `inserted('毎年', revision)`. */
export const inserted = changing('inserted');

/** Text struck out, or a block, row or point of a list that was struck out as a whole. */
export const deleted = changing('deleted');

/** A piece of text with a remark: `paragraph(['この', ...comment('期間', { author, at, text }), 'は…'])`. */
export const comment = (on: Inline, { author, at, text }: Omit<Comment, 'number'>): readonly InlineRun[] =>
  runsOf(on).map((run) => ({ ...run, comment: { author, at, text } }));

/** The number of the heading that carries `id`. */
export const reference = (id: string): ReferenceRun => ({ reference: id });

/** The pieces of a text, plain strings included, in order. */
export function runsOf(inline: Inline): readonly InlineRun[] {
  if (typeof inline === 'string') return [{ text: inline }];
  return inline.map((piece) => (typeof piece === 'string' ? { text: piece } : piece));
}

/** A text as it is after all changes, or was before them, without comments. */
export const versionOf = (inline: Inline, version: Version): Inline =>
  typeof inline === 'string' || !runsOf(inline).some((run) => run.change !== undefined || run.comment !== undefined)
    ? inline
    : runsOf(inline)
        .filter((run) => standsIn(version, run.change))
        .map(({ change: _change, comment: _comment, ...run }): InlineRun => run);

/**
 * The words of a text after all changes, without their look; references are left out, or written as `labels` number
 * them. A text that is struck out as a whole keeps its words.
 */
export function plainText(inline: Inline, labels?: ReadonlyMap<string, string>): string {
  const after = versionOf(inline, 'after');
  return allText(typeof after !== 'string' && after.length === 0 ? inline : after, labels);
}

/** All words that stand on the paper, those struck out too. */
export function allText(inline: Inline, labels?: ReadonlyMap<string, string>): string {
  return runsOf(inline)
    .map((run) => ('text' in run ? run.text : (labels?.get(run.reference) ?? '')))
    .join('');
}

/** Whether justifying the text would tear its line apart: it holds an address or another word that Word cannot break. */
export const hasLongWord = (inline: Inline): boolean => /[!-~]{24,}/u.test(allText(inline));
