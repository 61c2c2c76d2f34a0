/**
 * Marks in running text: Word and PowerPoint. A mark stands in one paragraph, though its letters may be spread over runs;
 * a repetition goes over words of a paragraph, over paragraphs, or over rows of a table.
 */
import { type FormData, linesOfValue, lookUp, type Mark, marksOf, opens, type Scope } from '../../core/form/index.ts';
import { countedTurns } from './budget.ts';
import { TemplateError } from './errors.ts';
import { textsOf, type Vocabulary, wordsOf } from './vocabulary.ts';
import { around, childrenOf, cloneOf, type Element, elementsOf, type Node, remove, setText, sibling } from './xml.ts';

export { DRAWING, textsOf, type Vocabulary, WORD, wordsOf } from './vocabulary.ts';

/** Brings every mark of a paragraph into one text element, that of its first letter. */
export function joinMarks(paragraph: Element, words: Vocabulary): void {
  const texts = textsOf(paragraph, words);
  const pieces = texts.map((text) => text.textContent ?? '');
  if (!/[{｛]/u.test(pieces.join(''))) return;
  const joined = pieces.map(() => '');
  const marks = marksOf(pieces.join(''));
  let position = 0;
  let next = 0;
  // The text element in which the current mark began; its letters go there.
  let home = -1;
  for (const [index, piece] of pieces.entries()) {
    for (const letter of piece.split('')) {
      let mark = marks[next];
      if (mark !== undefined && position >= mark.to) {
        next += 1;
        mark = marks[next];
      }
      const inside = mark !== undefined && position >= mark.from;
      if (!inside) home = -1;
      else if (position === mark?.from) home = index;
      const at = home < 0 ? index : home;
      joined[at] = `${joined[at] ?? ''}${letter}`;
      position += 1;
    }
  }
  for (const [index, text] of texts.entries()) {
    const after = joined[index] ?? '';
    if (after !== pieces[index]) setText(text, after);
  }
}

/** Fills everything below `root`. The marks have been checked; what is still wrong is a `TemplateError`. */
export function fillFlow(root: Element, data: FormData, words: Vocabulary): void {
  for (const paragraph of elementsOf(root, words.paragraph)) joinMarks(paragraph, words);
  expand([root], [data], words);
  dropEmptyTables(root, words);
  unveil(root, words);
}

/** Braces inside of values, which must not be taken for marks while the rest is filled. */
const VEILED: readonly (readonly [string, string])[] = [
  ['{', '\u{fdd0}'],
  ['}', '\u{fdd1}'],
  ['｛', '\u{fdd2}'],
  ['｝', '\u{fdd3}'],
];

const veil = (text: string): string =>
  VEILED.reduce(
    (veiled, [plain, cover]) => veiled.replaceAll(plain, cover),
    text.replaceAll(/[\u{fdd0}-\u{fdd3}]/gu, ''),
  );

function unveil(root: Element, words: Vocabulary): void {
  for (const text of elementsOf(root, words.text)) {
    const content = text.textContent ?? '';
    if (/[\u{fdd0}-\u{fdd3}]/u.test(content)) {
      setText(
        text,
        VEILED.reduce((plain, [brace, cover]) => plain.replaceAll(cover, brace), content),
      );
    }
  }
}

/** What a value is written as: lines without control characters. */
const writtenLines = (scope: Scope, name: string): readonly string[] =>
  linesOfValue(lookUp(scope, name)).map((line) => veil(line.replaceAll(/[^\P{Cc}\t]/gu, '')));

interface Found {
  readonly mark: Mark;
  readonly text: Element;
}

function* marksBelow(roots: readonly Element[], words: Vocabulary): Generator<Found> {
  for (const root of roots) {
    const texts = root.nodeName === words.text ? [root] : elementsOf(root, words.text);
    for (const text of texts) for (const mark of marksOf(text.textContent ?? '')) yield { mark, text };
  }
}

/** Repetitions first, outermost first; then the values of what is left belong to this scope. */
function expand(roots: readonly Element[], scope: Scope, words: Vocabulary): void {
  for (;;) {
    const pair = firstPair(roots, words);
    if (pair === null) break;
    repeat(pair, scope, words);
    // The roots of one row or paragraph may have been replaced as a whole; those are filled already.
    if (roots.every((root) => root.parentNode === null)) return;
  }
  for (const root of roots) fillValues(root, scope, words);
}

interface Pair {
  readonly open: Found;
  readonly end: Found;
}

function firstPair(roots: readonly Element[], words: Vocabulary): Pair | null {
  let open: Found | null = null;
  let depth = 0;
  for (const found of marksBelow(roots, words)) {
    if (open === null) {
      if (opens(found.mark)) {
        open = found;
        depth = 1;
      }
      continue;
    }
    if (opens(found.mark)) depth += 1;
    if (found.mark.kind === 'end') depth -= 1;
    if (depth === 0) return { open, end: found };
  }
  if (open === null) return null;
  throw crossing(open.mark);
}

export const crossing = (mark: Mark): TemplateError =>
  new TemplateError(
    'marks',
    mark.source,
    `「${mark.source}」の終わりが見つからないか、表の内と外にまたがっています。始まりと終わりを、同じ段落、同じ表又は同じ本文の中に置いてください。`,
  );

function repeat({ open, end }: Pair, scope: Scope, words: Vocabulary): void {
  const turns = countedTurns(open.mark, scope);
  const first = around(open.text, words.paragraph);
  const last = around(end.text, words.paragraph);
  const together = first !== null && first === last;
  const whole = together && fillsParagraph(first, open, end, words);
  const units = together && !whole ? inParagraph(open, end, words) : blocks(open, end, words);
  const [start] = units;
  if (start === undefined) return;
  // Copies are gathered apart: every insertion between siblings goes over all of them.
  const gathered = start.ownerDocument?.createDocumentFragment();
  for (const inner of turns.slice(0, -1)) {
    const copies = units.map(cloneOf);
    for (const copy of copies) {
      gathered?.appendChild(copy);
      // Names that must be unique stay with the last copy, the original.
      forgetIdentity(copy);
    }
    expand(copies, inner, words);
  }
  if (gathered !== undefined && gathered.firstChild !== null) start.parentNode?.insertBefore(gathered, start);
  const final = turns.at(-1);
  if (final !== undefined) expand(units, final, words);
  if (turns.length === 0) for (const unit of units) removeUnit(unit, words);
}

/** A repetition from the first to the last letter of a paragraph repeats the paragraph. */
function fillsParagraph(paragraph: Element, open: Found, end: Found, words: Vocabulary): boolean {
  if (words.lineBreak === null) return false;
  const text = wordsOf(paragraph, words).trim();
  const texts = textsOf(paragraph, words).filter((one) => (one.textContent ?? '').trim() !== '');
  return (
    texts[0] === open.text &&
    texts.at(-1) === end.text &&
    text.startsWith(open.mark.source) &&
    text.endsWith(end.mark.source) &&
    (open.text.textContent ?? '').slice(0, open.mark.from).trim() === '' &&
    (end.text.textContent ?? '').slice(end.mark.to).trim() === ''
  );
}

/** The siblings of one paragraph between the two marks, which are cut out. */
function inParagraph(open: Found, end: Found, words: Vocabulary): readonly Element[] {
  const [, afterOpen] = cut(open, words);
  // The cut may have moved the end mark into the run behind it.
  const texts = around(afterOpen, words.paragraph);
  const rest = texts === null ? [] : textsOf(texts, words);
  const from = rest.indexOf(afterOpen);
  let depth = 1;
  for (const text of rest.slice(Math.max(0, from))) {
    for (const mark of marksOf(text.textContent ?? '')) {
      if (opens(mark)) depth += 1;
      if (mark.kind === 'end') depth -= 1;
      if (depth > 0) continue;
      const [before] = cut({ mark, text }, words);
      return between(runOf(afterOpen, words), runOf(before, words), end.mark);
    }
  }
  throw crossing(open.mark);
}

const runOf = (text: Element, words: Vocabulary): Element => around(text, words.run) ?? text;

/** Elements from one to the other; both have the same parent or the mark is misplaced (half in a link). */
function between(from: Element, to: Element, mark: Mark): readonly Element[] {
  if (from.parentNode === null || from.parentNode !== to.parentNode) throw crossing(mark);
  const all = childrenOf(from.parentNode);
  return all.slice(all.indexOf(from), all.indexOf(to) + 1);
}

/** Splits the run of a mark into the run before and the run after it; the mark goes. */
function cut({ mark, text }: Found, words: Vocabulary): readonly [before: Element, after: Element] {
  const run = runOf(text, words);
  const content = text.textContent ?? '';
  const position = elementsOf(run, words.text).indexOf(text);
  const copy = cloneOf(run);
  const texts = elementsOf(copy, words.text);
  const after = texts[position];
  if (after === undefined) throw crossing(mark);
  // Only properties and what stands behind the mark stay in the second run, the rest in the first.
  dropSiblings(after, 'before', words);
  dropSiblings(text, 'after', words);
  setText(text, content.slice(0, mark.from));
  setText(after, content.slice(mark.to));
  run.parentNode?.insertBefore(copy, run.nextSibling);
  return [text, after];
}

function dropSiblings(text: Element, side: 'before' | 'after', words: Vocabulary): void {
  const parent = text.parentNode;
  if (parent === null) return;
  const all = childrenOf(parent);
  const at = all.indexOf(text);
  const gone = side === 'before' ? all.slice(0, at) : all.slice(at + 1);
  for (const element of gone) if (element.nodeName !== `${words.run}Pr`) remove(element);
}

/** Whole paragraphs or whole rows from the opening mark to the end mark. Paragraphs and rows of a mark alone go. */
function blocks(open: Found, end: Found, words: Vocabulary): readonly Element[] {
  const [from, to] = ends(open, end, words);
  const parent = from.parentNode;
  if (parent === null) throw crossing(open.mark);
  const all = childrenOf(parent);
  let units = all.slice(all.indexOf(from), all.indexOf(to) + 1);
  for (const { text, mark } of [end, open]) {
    const content = text.textContent ?? '';
    setText(text, `${content.slice(0, mark.from)}${content.slice(mark.to)}`);
    const paragraph = around(text, words.paragraph);
    if (paragraph === null || wordsOf(paragraph, words).trim() !== '') continue;
    const unit = units.find((one) => one === paragraph || one === around(paragraph, words.row));
    // One row alone is what is repeated; one paragraph alone as well.
    if (unit === undefined || units.length === 1 || holdsMore(unit, words)) continue;
    units = units.filter((one) => one !== unit);
    remove(unit);
  }
  return units;
}

/** Whether a unit says or shows anything besides the mark that it held. */
const holdsMore = (unit: Element, words: Vocabulary): boolean =>
  elementsOf(unit, words.text).some((text) => (text.textContent ?? '').trim() !== '') ||
  ['w:drawing', 'w:pict', 'w:sectPr'].some((name) => elementsOf(unit, name).length > 0);

/** The two blocks under the nearest common element; in one row the row itself. */
function ends(open: Found, end: Found, words: Vocabulary): readonly [Element, Element] {
  const paragraph = around(open.text, words.paragraph);
  if (paragraph !== null && paragraph === around(end.text, words.paragraph)) return [paragraph, paragraph];
  const above = lineage(open.text);
  const other = lineage(end.text);
  const common = above.find((element) => other.includes(element));
  if (common === undefined) throw crossing(open.mark);
  if (common.nodeName === words.row) return [common, common];
  const from = above[above.indexOf(common) - 1];
  const to = other[other.indexOf(common) - 1];
  if (from === undefined || to === undefined) throw crossing(open.mark);
  const allowed = [words.paragraph, words.row];
  if (!allowed.includes(from.nodeName) || !allowed.includes(to.nodeName)) throw crossing(open.mark);
  return [from, to];
}

/** Elements around a node, up to the gathered copies that it may stand among. */
function lineage(node: Element): Element[] {
  const found: Element[] = [];
  for (let at: Node | null = node; at !== null; at = at.parentNode)
    if (at.nodeType === 1 || at.nodeType === 11) found.push(at as Element);
  return found;
}

/** A cell keeps one paragraph, whatever goes. */
function removeUnit(unit: Element, words: Vocabulary): void {
  const parent = unit.parentNode;
  const alone =
    unit.nodeName === words.paragraph &&
    parent !== null &&
    childrenOf(parent).filter(({ nodeName }) => nodeName === words.paragraph).length === 1 &&
    parent.nodeName !== 'w:body';
  if (!alone) {
    remove(unit);
    return;
  }
  for (const child of childrenOf(unit)) if (child.nodeName !== `${words.paragraph}Pr`) remove(child);
}

/** Word and PowerPoint want these once per file. */
function forgetIdentity(copy: Element): void {
  for (const element of [copy, ...elementsOf(copy, '*')]) {
    element.removeAttribute('w14:paraId');
    element.removeAttribute('w14:textId');
    if (/^w:(?:bookmark|comment)(?:Start|End|RangeStart|RangeEnd|Reference)$/u.test(element.nodeName)) remove(element);
  }
}

function fillValues(root: Element, scope: Scope, words: Vocabulary): void {
  const texts = root.nodeName === words.text ? [root] : elementsOf(root, words.text);
  for (const text of texts) {
    const content = text.textContent ?? '';
    const marks = marksOf(content);
    const [only] = marks;
    if (only === undefined) continue;
    const paragraph = around(text, words.paragraph);
    const lines = writtenLines(scope, only.name);
    const alone = paragraph !== null && wordsOf(paragraph, words).trim() === only.source;
    if (alone && lines.length > 1 && words.lineBreak !== null) {
      spread(paragraph, text, lines, words);
    } else setLines(text, replaced(content, marks, scope).split('\n'), words);
  }
}

/** Several lines in a paragraph of their own become paragraphs of the same look. */
function spread(paragraph: Element, text: Element, lines: readonly string[], words: Vocabulary): void {
  const position = textsOf(paragraph, words).indexOf(text);
  for (const [index, line] of lines.entries()) {
    const last = index === lines.length - 1;
    const copy = last ? paragraph : cloneOf(paragraph);
    const target = textsOf(copy, words)[position];
    if (!last) {
      paragraph.parentNode?.insertBefore(copy, paragraph);
      forgetIdentity(copy);
    }
    if (target !== undefined) setText(target, line);
  }
}

function replaced(content: string, marks: readonly Mark[], scope: Scope): string {
  let at = 0;
  let result = '';
  for (const { from, to, name } of marks) {
    result += content.slice(at, from) + writtenLines(scope, name).join('\n');
    at = to;
  }
  return result + content.slice(at);
}

/** Line breaks stand inside a run of Word, and between runs of PowerPoint. */
function setLines(text: Element, lines: readonly string[], words: Vocabulary): void {
  if (words.lineBreak === null) {
    setText(text, lines.join('\n'));
    return;
  }
  setText(text, lines[0] ?? '');
  const run = runOf(text, words);
  const inside = words.text === 'w:t';
  let after: Element = inside ? text : run;
  for (const line of lines.slice(1)) {
    const lineBreak = sibling(text, words.lineBreak);
    const next = inside ? sibling(text, words.text) : cloneOf(run);
    const target = inside ? next : elementsOf(next, words.text)[0];
    if (target === undefined) return;
    setText(target, line);
    after.parentNode?.insertBefore(lineBreak, after.nextSibling);
    lineBreak.parentNode?.insertBefore(next, lineBreak.nextSibling);
    after = next;
  }
}

/** A table of which no row is left would not open. */
function dropEmptyTables(root: Element, words: Vocabulary): void {
  for (const table of elementsOf(root, words.table).toReversed()) {
    if (childrenOf(table).some(({ nodeName }) => nodeName === words.row || nodeName === 'w:sdt')) continue;
    // Word wants a paragraph between two tables and at the end of a cell, PowerPoint no frame without a table.
    if (words.table === 'w:tbl') table.parentNode?.insertBefore(sibling(table, words.paragraph), table);
    remove(around(table, 'p:graphicFrame') ?? table);
  }
}
