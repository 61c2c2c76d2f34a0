import type { Comment } from '../model/changes.ts';
import { type Inline, type InlineRun, runsOf } from '../model/inline.ts';
import { commentName } from '../prepare/changes.ts';
import { labelOf } from '../prepare/prepare.ts';
import { cleanText, widthInEm } from '../prepare/text.ts';

/**
 * A Typst string literal. All words of a document enter the source this way and only this way: inside a literal nothing
 * but backslash and quote has a meaning, so no text can become markup or code.
 */
export const typstString = (text: string): string =>
  `"${cleanText(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;

/** What inline text must know: the numbers of headings, and the width of a line in em. */
export interface InlinePlace {
  readonly labels: ReadonlyMap<string, string>;
  readonly lineEm: number;
}

/** Content of a text: `[#"…"#strong("…")]`. */
export function typstInline(inline: Inline, place: InlinePlace): string {
  const runs = runsOf(inline);
  const pieces = runs.map((run, index) => {
    let words = typstRun(run, place);
    if (run.change !== undefined) words = `#${run.change.kind}[${words}]`;
    if (run.comment === undefined) return words;
    const next: Comment | undefined = runs[index + 1]?.comment;
    const mark = run.comment.number === next?.number ? '' : `#comment-mark(${typstString(commentName(run.comment))})`;
    return `#commented[${words}]${mark}`;
  });
  return `[${pieces.join('')}]`;
}

function typstRun(run: InlineRun, place: InlinePlace): string {
  if ('reference' in run) {
    const words = typstText(labelOf(place.labels, run.reference), place.lineEm);
    return `#link(label(${typstString(labelName(place.labels, run.reference))}))[${words}]`;
  }
  let words = typstText(run.text, place.lineEm);
  if (run.bold === true) words = `#strong[${words}]`;
  if (run.underline === true) words = `#underline[${words}]`;
  return words;
}

/** Name of the label of a heading, free of any character of its id. */
export const labelName = (labels: ReadonlyMap<string, string>, id: string): string =>
  `heading-${[...labels.keys()].indexOf(id) + 1}`;

function typstText(text: string, lineEm: number): string {
  return cleanText(text)
    .split('\n')
    .map((line) =>
      breakLongWords(line, lineEm)
        .map((piece) => `#${typstString(piece)}`)
        .join('#h(0pt)'),
    )
    .join('#linebreak()');
}

/** A word without spaces that is wider than the line (address, hash) may break anywhere, instead of leaving the paper. */
function breakLongWords(line: string, lineEm: number): string[] {
  if (line === '') return [];
  if (widthInEm(line) <= lineEm) return [line];
  return line
    .split(/([!-~]+)/u)
    .filter((word) => word !== '')
    .reduce<string[]>((pieces, word) => {
      const long = /^[!-~]/u.test(word) && widthInEm(word) > lineEm;
      if (long) pieces.push(...word);
      else if (pieces.length === 0 || pieces.at(-1)?.length === 1) pieces.push(word);
      else pieces.push(`${pieces.pop() ?? ''}${word}`);
      return pieces;
    }, []);
}
