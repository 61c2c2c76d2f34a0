import { bodySize, linePitch } from '../model/units.ts';
import { cellMargin, headingLevels, headingLook, ruleColour, shades, sizes } from '../prepare/look.ts';
import { katakana } from '../prepare/numbering.ts';

const looks = headingLevels
  .map((level) => {
    const look = headingLook(level);
    return `  (size: ${look.size}pt, weight: "${look.bold ? 'bold' : 'regular'}", indent: ${look.indent * bodySize}pt, hang: ${look.hang * bodySize}pt, before: ${look.before}pt, after: ${look.after}pt),`;
  })
  .join('\n');

/**
 * Functions and rules that every document shares. Line boxes are one em high whatever the font, so that a character of
 * the second font does not move its line, and lines stand ${linePitch} pt apart as in the Word edition.
 */
export const prelude = `
#let mincho = ("BIZ UDMincho", "Noto Serif JP")
#let gothic = ("BIZ UDGothic", "Noto Serif JP")
#let gap = ${linePitch - bodySize}pt
#let rule = 0.5pt + rgb("#${ruleColour}")
#let kana = "${katakana}".clusters()
#let number-heading(..counts) = {
  let all = counts.pos()
  let level = all.len()
  let n = all.last()
  if level == 1 { "第" + str(n) }
  else if level == 2 { str(n) }
  else if level == 3 { "(" + str(n) + ")" }
  else if level == 4 { kana.at(n - 1) }
  else if level == 5 { "(" + kana.at(n - 1) + ")" }
  else { numbering("a", n) }
}
#let looks = (
${looks}
)
#set text(
  font: mincho, fallback: false, size: ${bodySize}pt, lang: "ja", region: "JP",
  cjk-latin-spacing: none, top-edge: 0.88em, bottom-edge: -0.12em,
)
#set par(leading: gap, spacing: gap, justify: true)
#set block(spacing: gap)
#set heading(numbering: number-heading)
#set underline(offset: 0.16em)
#set list(marker: ([・], [－]), body-indent: 0.5em, indent: 0pt, tight: true)
#set enum(body-indent: 0.5em, indent: 0pt, tight: true, number-align: start)
#set table(stroke: rule, inset: (x: ${cellMargin.x}mm, y: ${cellMargin.y + 0.3}mm))
#let doc-title(size, words) = {
  show title: set text(font: gothic, weight: "bold", size: size)
  set par(justify: false)
  title(words)
}
#show heading: it => {
  let look = looks.at(it.level - 1)
  set text(font: gothic, size: look.size, weight: look.weight)
  // The number of an appendix may be wider than the place of 第1.
  let number = if it.numbering == none { none } else { counter(heading).display(it.numbering) }
  let hang = if number == none { 0pt } else { calc.max(look.hang, measure(number).width + 9pt) }
  set par(justify: false, hanging-indent: hang)
  block(above: gap + look.before, below: gap + look.after, inset: (left: look.indent), sticky: true, {
    if number != none { box(width: hang, baseline: 0.12em, number) }
    it.body
  })
}
#show outline.entry: it => {
  set text(font: if it.level == 1 { gothic } else { mincho })
  block(above: if it.level == 1 { gap + 4pt } else { gap }, link(it.element.location(), it.indented(it.prefix(), it.inner())))
}
#let text-block(left: 0pt, first: 1em, at: left, sticky: false, body) = {
  set par(first-line-indent: (amount: first, all: true))
  block(width: 100%, inset: (left: left), sticky: sticky, align(at, par(body)))
}
#let indented(left, sticky: false, body) = block(inset: (left: left), sticky: sticky, body)
#let note(label, body) = {
  set text(size: ${sizes.note}pt)
  set par(leading: 4.5pt)
  block(width: 100%, above: 5pt, par(hanging-indent: label.clusters().len() * 1em + 1em, label + "　" + body))
}
#let table-caption(body) = {
  set text(font: gothic, size: ${sizes.caption}pt)
  block(above: gap + 4pt, below: 4pt, sticky: true, body)
}
#let figure-caption(sticky: false, body) = {
  set text(font: gothic, size: ${sizes.caption}pt)
  block(width: 100%, above: 5pt, below: gap + 4pt, sticky: sticky, align(center, body))
}
#let small-table(size: ${sizes.table}pt, breakable: true, sticky: false, body) = {
  set text(size: size)
  set par(leading: 0.42em, spacing: 0.42em, justify: false)
  set list(body-indent: 0.3em)
  set enum(body-indent: 0.3em)
  block(width: 100%, above: gap, below: gap + 3pt, breakable: breakable, sticky: sticky, body)
}
#let callout(fill: rgb("#${shades.light}"), body) = block(
  width: 100%, fill: fill, stroke: (left: 3pt + rgb("#${ruleColour}"), rest: rule),
  inset: (x: 4mm, y: 3mm), above: gap + 3pt, below: gap + 3pt, breakable: false, body,
)
`.trimStart();
