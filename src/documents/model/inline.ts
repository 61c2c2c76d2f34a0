import type { Marked, Marks } from './marks.ts';

/** A piece of text with its own look. A newline in `text` is a line break inside the paragraph. */
export interface TextRun extends Marked {
  readonly text: string;
  readonly bold?: boolean;
  readonly underline?: boolean;
}

/** Stands for the full number of the heading with this id, for example 第2の1(3). */
export interface ReferenceRun {
  readonly reference: string;
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

/** The number of the heading that carries `id`. */
export const reference = (id: string): ReferenceRun => ({ reference: id });

/** The pieces of a text, plain strings included, in order. */
export function runsOf(inline: Inline): readonly InlineRun[] {
  if (typeof inline === 'string') return [{ text: inline }];
  return inline.map((piece) => (typeof piece === 'string' ? { text: piece } : piece));
}

/** The words of a text without their look; references are left out, or written as `labels` number them. */
export function plainText(inline: Inline, labels?: ReadonlyMap<string, string>): string {
  return runsOf(inline)
    .map((run) => ('text' in run ? run.text : (labels?.get(run.reference) ?? '')))
    .join('');
}

/** Whether justifying the text would tear its line apart: it holds an address or another word that Word cannot break. */
export const hasLongWord = (inline: Inline): boolean => /[!-~]{24,}/u.test(plainText(inline));
