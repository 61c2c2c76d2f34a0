import { margins } from '../model/units.ts';
import { changeColours, ruleColour, shades, sizes } from '../prepare/look.ts';
import { changeLegend, commentHead } from '../prepare/changes.ts';
import type { Prepared } from '../prepare/prepare.ts';
import { mm } from './context.ts';
import { typstInline, typstString } from './escape.ts';

/**
 * Looks of tracked changes and comments. Line and stroke tell them apart in grey; a bar in the left margin finds them. The
 * bars lie in the background of the page, so that they move no word and no reader of the screen speaks them.
 */
export const changesPrelude = `
#let added-look(body) = underline(stroke: 0.9pt, offset: 0.16em, text(fill: rgb("#${changeColours.inserted}"), body))
#let struck-look(body) = strike(stroke: 0.7pt, text(fill: rgb("#${changeColours.deleted}"), body))
#let change-edge = metadata("change")
#let inserted(body) = {
  [#change-edge<change-start>]
  added-look(body)
  [#change-edge<change-end>]
}
#let deleted(body) = {
  [#change-edge<change-start>]
  struck-look(body)
  [#change-edge<change-end>]
}
#let commented(body) = highlight(fill: rgb("#${shades.warning}"), body)
#let comment-mark(name) = text(size: 0.72em, font: gothic, "［" + name + "］")
#let change-bars = context {
  let sheet = here().page()
  for (start, end) in query(<change-start>).zip(query(<change-end>)) {
    let from = start.location().position()
    let to = end.location().position()
    if from.page <= sheet and sheet <= to.page {
      let top-edge = if from.page == sheet { from.y - 1em } else { ${mm(margins.top)} }
      let bottom-edge = if to.page == sheet { to.y + 0.2em } else { page.height - ${mm(margins.bottom)} }
      place(top + left, dx: ${mm(margins.left - 4)}, dy: top-edge, rect(width: 1.2pt, height: bottom-edge - top-edge, fill: rgb("#${ruleColour}")))
    }
  }
}
#let remarks(body) = {
  set text(size: ${sizes.note}pt)
  set par(leading: 4.5pt, justify: false)
  block(width: 100%, above: gap + 18pt, inset: (top: 6pt), stroke: (top: rule), body)
}
#let remark(body) = block(width: 100%, above: 5pt, par(hanging-indent: 1em, body))
`.trimStart();

/** What a reader of the paper must be told: how changes look, who made them, and the comments. Empty when there is nothing. */
export function remarksToTypst({ changedBy, comments, labels }: Prepared): string {
  if (changedBy.length === 0 && comments.length === 0) return '';
  const place = { labels, lineEm: 60 };
  const legend = changedBy.length === 0 ? '' : `#remark[${legendToTypst(changedBy)}]`;
  const notes = comments.map(
    (comment) =>
      `#remark[#text(font: gothic, ${typstString(commentHead(comment))})#"　"#${typstInline(comment.text, place)}]`,
  );
  return `#remarks[${[legend, ...notes].join('')}]\n`;
}

/** The looks without the bar, which would say that the legend was changed. */
function legendToTypst(changedBy: readonly string[]): string {
  const { before, inserted, between, deleted, after } = changeLegend(changedBy);
  return `#${typstString(before)}#added-look[#${typstString(inserted)}]#${typstString(between)}#struck-look[#${typstString(deleted)}]#${typstString(after)}`;
}
