/** Cells of a form: texts out of the shared list into the cell, marks out, values in. */
import { linesOfValue, lookUp, type Mark, marksOf, type Scope } from '../../core/form/index.ts';
import { TemplateError } from './errors.ts';
import { fillFlow, joinMarks, type Vocabulary, wordsOf } from './flow.ts';
import { hasMarks } from './marked.ts';
import { childrenOf, cloneOf, type Element, elementsOf, remove, setText, sibling } from './xml.ts';

/** The text of a cell is one paragraph; a line break is a character. Rows are repeated elsewhere. */
const CELL: Vocabulary = { paragraph: 'is', run: 'r', text: 't', lineBreak: null, row: '', cell: '', table: '' };

/** What Excel holds in one cell, in UTF-16 units. */
const CELL_LIMIT = 32_767;

/** The text of an inline cell; null of any other. */
export function textOfCell(cell: Element): string | null {
  const inline = childrenOf(cell).find(({ nodeName }) => nodeName === 'is');
  return inline === undefined ? null : wordsOf(inline, CELL);
}

/** Readings of Japanese words belong to the text that goes. */
function dropReadings(text: Element): void {
  for (const name of ['rPh', 'phoneticPr']) for (const element of elementsOf(text, name)) remove(element);
}

/** Whether a text of the shared list holds marks, readings left out. */
export function itemHasMarks(item: Element): boolean {
  const copy = cloneOf(item);
  dropReadings(copy);
  return hasMarks(copy.textContent ?? '');
}

/** Gives a cell its own copy of a shared text, so that it can be filled. */
export function inlineShared(cell: Element, item: Element): void {
  const inline = sibling(cell, 'is');
  for (const child of childrenOf(item)) {
    const { ownerDocument } = cell;
    if (ownerDocument !== null) inline.appendChild(ownerDocument.importNode(child, true));
  }
  dropReadings(inline);
  for (const value of childrenOf(cell)) if (value.nodeName === 'v') remove(value);
  cell.setAttribute('t', 'inlineStr');
  cell.appendChild(inline);
  intoRuns(inline);
}

/** Every text in a run of its own, and no mark spread over runs. */
export function intoRuns(inline: Element): void {
  for (const child of childrenOf(inline)) {
    if (child.nodeName !== 't') continue;
    const run = sibling(child, 'r');
    inline.insertBefore(run, child);
    run.appendChild(child);
  }
  joinMarks(inline, CELL);
}

export function eraseMark(cell: Element, mark: Mark): void {
  for (const text of elementsOf(cell, 't')) {
    const content = text.textContent ?? '';
    if (!content.includes(mark.source)) continue;
    const at = mark.kind === 'end' ? content.lastIndexOf(mark.source) : content.indexOf(mark.source);
    setText(text, `${content.slice(0, at)}${content.slice(at + mark.source.length)}`);
    return;
  }
}

/** @throws TemplateError when a text is too long for a cell of Excel */
export function fillCell(cell: Element, scope: Scope, place: string): void {
  const text = textOfCell(cell);
  if (text === null) return;
  const marks = marksOf(text);
  const [only] = marks;
  if (only !== undefined && only.kind === 'value' && text.trim() === only.source) {
    const value = lookUp(scope, only.name);
    if (typeof value === 'number' && Number.isFinite(value)) return writeNumber(cell, value);
  }
  for (const inline of childrenOf(cell)) {
    if (inline.nodeName !== 'is') continue;
    if (marks.length > 0) fillFlow(inline, Object.assign({}, ...scope) as Record<string, never>, CELL);
    const filled = wordsOf(inline, CELL);
    if (filled.length > CELL_LIMIT) {
      throw new TemplateError(
        'marks',
        place,
        `Excelの一つのセルに入る文字数（${CELL_LIMIT.toLocaleString('ja-JP')}字）を超えました。`,
      );
    }
    if (filled === '') emptyCell(cell);
    else simplify(inline);
  }
}

function writeNumber(cell: Element, value: number): void {
  emptyCell(cell);
  const element = sibling(cell, 'v');
  setText(element, String(value));
  cell.appendChild(element);
}

export function emptyCell(cell: Element): void {
  for (const child of childrenOf(cell)) if (child.nodeName === 'is' || child.nodeName === 'v') remove(child);
  cell.removeAttribute('t');
}

/** Runs without a look of their own become one text, as Excel writes it. */
function simplify(inline: Element): void {
  const runs = childrenOf(inline);
  if (runs.some((run) => childrenOf(run).some(({ nodeName }) => nodeName === 'rPr'))) {
    for (const run of runs) if ((run.textContent ?? '') === '') remove(run);
    return;
  }
  const text = sibling(inline, 't');
  setText(text, inline.textContent ?? '');
  for (const run of runs) remove(run);
  inline.appendChild(text);
}

/** Header and footer lines of a sheet; & begins a command there. */
export function fillHeaderFooter(text: string, scope: Scope): string {
  let at = 0;
  let filled = '';
  for (const { from, to, name } of marksOf(text)) {
    filled += text.slice(at, from) + linesOfValue(lookUp(scope, name)).join(' ').replaceAll('&', '&&');
    at = to;
  }
  return filled + text.slice(at);
}
