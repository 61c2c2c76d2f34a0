/**
 * An Excel form filled by changing the XML of its sheets: everything that the form holds besides (looks, pictures, rules,
 * protection) stays. Calculated values are taken out, so that Excel calculates anew when it opens the file.
 */
import { type FormData, type MarkedText } from '../../core/form/index.ts';
import type { Parts } from './archive.ts';
import { TemplateError } from './errors.ts';
import { columnNumber, moveRows, shiftFormula } from './formulas.ts';
import { DRAWING, fillFlow } from './flow.ts';
import { markedTexts, shorten } from './flow-parts.ts';
import { hasMarks } from './marked.ts';
import { relationshipsName, relationshipsOf } from './relationships.ts';
import { fillCell, fillHeaderFooter, inlineShared, intoRuns, itemHasMarks, textOfCell } from './sheet-cells.ts';
import { eraseAll } from './sheet-blank.ts';
import {
  moveDrawing,
  moveFormulaElements,
  movePartOfSheet,
  moveSheetReferences,
  type Placements,
  rowMap,
} from './sheet-references.ts';
import { placeRows, type Placement, type Row } from './sheet-rows.ts';
import {
  childrenOf,
  type Document,
  type Element,
  elementsOf,
  parseXml,
  remove,
  setText,
  sibling,
  writeXml,
} from './xml.ts';

const WORKBOOK = 'xl/workbook.xml';
const TYPES = '[Content_Types].xml';

interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly document: Document;
}

interface Workbook {
  readonly parts: Parts;
  readonly document: Document;
  readonly sheets: readonly SheetPart[];
  /** The shared texts, when some hold marks. */
  readonly shared: { readonly part: string; readonly document: Document; readonly marked: ReadonlySet<number> } | null;
}

function open(parts: Parts): Workbook {
  const bytes = parts.get(WORKBOOK);
  if (bytes === undefined) throw new TemplateError('broken', WORKBOOK, 'シートの一覧がありません。');
  const document = parseXml(bytes, WORKBOOK);
  const relationships = relationshipsOf(parts, WORKBOOK);
  const shared = openShared(parts, relationships.find(({ type }) => type === 'sharedStrings')?.target);
  const sheets = elementsOf(document, 'sheet').flatMap((element): SheetPart[] => {
    const part = relationships.find(({ id }) => id === element.getAttribute('r:id'))?.target;
    const content = part === undefined ? undefined : parts.get(part);
    if (part === undefined || content === undefined) return [];
    const name = element.getAttribute('name') ?? part;
    const sheet = parseXml(content, `シート「${name}」`);
    prepare(sheet, shared);
    return [{ name, part, document: sheet }];
  });
  return { parts, document, sheets, shared };
}

function openShared(parts: Parts, part: string | undefined): Workbook['shared'] {
  const bytes = part === undefined ? undefined : parts.get(part);
  if (part === undefined || bytes === undefined) return null;
  const document = parseXml(bytes, part);
  const items = elementsOf(document, 'si');
  const marked = new Set(items.flatMap((item, index) => (itemHasMarks(item) ? [index] : [])));
  return marked.size === 0 ? null : { part, document, marked };
}

/** Brings every marked text into its cell. */
function prepare(sheet: Document, shared: Workbook['shared']): void {
  const items = shared === null ? [] : elementsOf(shared.document, 'si');
  for (const cell of elementsOf(sheet, 'c')) {
    const type = cell.getAttribute('t');
    if (type === 's') {
      const index = Number(childrenOf(cell).find(({ nodeName }) => nodeName === 'v')?.textContent ?? '-1');
      const item = items[index];
      if (item !== undefined && shared?.marked.has(index) === true) inlineShared(cell, item);
    } else if (type === 'inlineStr' && hasMarks(cell.textContent ?? '')) {
      for (const inline of childrenOf(cell)) if (inline.nodeName === 'is') intoRuns(inline);
    }
  }
}

const HEADER_LINES = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'];
const drawingsOf = (parts: Parts): string[] =>
  [...parts.keys()].filter((name) => /^xl\/drawings\/[^/]+\.xml$/u.test(name));

export function textsOfXlsx(parts: Parts): readonly MarkedText[] {
  const { sheets } = open(parts);
  const cells = sheets.flatMap(({ name, part, document }): MarkedText[] => [
    ...elementsOf(document, 'c').flatMap((cell): MarkedText[] => {
      const text = textOfCell(cell);
      if (text === null || !hasMarks(text)) return [];
      return [{ part, place: `シート「${name}」のセル${cell.getAttribute('r') ?? ''}「${shorten(text)}」`, text }];
    }),
    ...headerLines(document).flatMap((element): MarkedText[] => {
      const text = element.textContent ?? '';
      return hasMarks(text)
        ? [{ part: `${part}#${element.nodeName}`, place: `シート「${name}」のヘッダー又はフッター`, text }]
        : [];
    }),
  ]);
  const boxes = drawingsOf(parts).flatMap((name) => {
    const bytes = parts.get(name);
    if (bytes === undefined) return [];
    return markedTexts(parseXml(bytes, name), { name, label: '図形', words: DRAWING });
  });
  return [...cells, ...boxes];
}

const headerLines = (sheet: Document): Element[] => HEADER_LINES.flatMap((name) => elementsOf(sheet, name));

export function fillXlsx(parts: Parts, data: FormData): Parts {
  const workbook = open(parts);
  const placements = new Map<string, Placement>();
  for (const sheet of workbook.sheets) {
    const { documentElement } = sheet.document;
    const body =
      documentElement === null
        ? undefined
        : childrenOf(documentElement).find(({ nodeName }) => nodeName === 'sheetData');
    if (body === undefined) continue;
    const rows = numberedRows(body);
    unshare(body);
    const placement = placeRows(rows, [data]);
    if (placement.pieces.length > 1) placements.set(sheet.name, placement);
    writeRows(body, placement, sheet.name);
  }
  const filled = new Map(parts);
  for (const sheet of workbook.sheets) finishSheet(filled, sheet, placements, data);
  finishShared(filled, workbook);
  finishDrawings(filled, data);
  finishWorkbook(filled, workbook, placements);
  return filled;
}

/** Rows and cells may leave their numbers out; then they follow the one before. */
function numberedRows(body: Element): readonly Row[] {
  let last = 0;
  return childrenOf(body)
    .filter(({ nodeName }) => nodeName === 'row')
    .map((element) => {
      last = Number(element.getAttribute('r') ?? last + 1);
      return { element, number: last };
    });
}

/** A formula that cells share becomes one of each cell, because the cells may part. */
function unshare(body: Element): void {
  const masters = new Map<string, { readonly formula: string; readonly row: number; readonly column: number }>();
  for (const element of elementsOf(body, 'f')) {
    const index = element.getAttribute('si');
    const cell = element.parentNode as Element | null;
    const at = /^([A-Z]+)(\d+)$/u.exec(cell?.getAttribute('r') ?? '');
    if (element.getAttribute('t') !== 'shared' || index === null || at === null) continue;
    const row = Number(at[2]);
    const column = columnNumber(at[1] ?? 'A');
    const text = element.textContent ?? '';
    const master = masters.get(index);
    if (text !== '') masters.set(index, { formula: text, row, column });
    else if (master !== undefined)
      setText(element, shiftFormula(master.formula, row - master.row, column - master.column));
    for (const name of ['t', 'si', 'ref']) element.removeAttribute(name);
  }
}

function writeRows(body: Element, { rows }: Placement, sheet: string): void {
  for (const row of childrenOf(body)) remove(row);
  for (const { element, number, scope, blank } of rows) {
    body.appendChild(element);
    element.setAttribute('r', String(number));
    for (const cell of childrenOf(element)) {
      const column = /^[A-Z]+/u.exec(cell.getAttribute('r') ?? '')?.[0];
      if (column !== undefined) cell.setAttribute('r', `${column}${number}`);
      if (blank) eraseAll(cell);
      else fillCell(cell, scope, `シート「${sheet}」のセル${cell.getAttribute('r') ?? ''}`);
    }
  }
}

function finishSheet(
  filled: Map<string, Uint8Array>,
  { name, part, document }: SheetPart,
  placements: Placements,
  data: FormData,
): void {
  const pathOf = new Map(placements.get(name)?.rows.map(({ number, path }) => [number, path]));
  for (const formula of elementsOf(document, 'f')) {
    const cell = formula.parentNode as Element;
    const row = Number(/\d+$/u.exec(cell.getAttribute('r') ?? '')?.[0] ?? 0);
    const map = rowMap(placements, name, pathOf.get(row) ?? []);
    if (placements.size > 0) setText(formula, moveRows(formula.textContent ?? '', map));
    const reference = formula.getAttribute('ref');
    if (reference !== null && placements.size > 0) formula.setAttribute('ref', moveRows(reference, map));
    for (const child of childrenOf(cell)) if (child.nodeName === 'v') remove(child);
    cell.removeAttribute('t');
  }
  for (const line of headerLines(document)) setText(line, fillHeaderFooter(line.textContent ?? '', [data]));
  moveSheetReferences(document, placements, name);
  filled.set(part, writeXml(document));
  if (!placements.has(name)) return;
  for (const { type, target } of relationshipsOf(filled, part)) {
    const bytes = filled.get(target);
    if (bytes === undefined) continue;
    if (type === 'table' || type === 'comments') {
      const other = parseXml(bytes, target);
      movePartOfSheet(other, placements, name);
      filled.set(target, writeXml(other));
    }
    if (type === 'drawing') {
      const drawing = parseXml(bytes, target);
      moveDrawing(drawing, placements, name);
      filled.set(target, writeXml(drawing));
    }
  }
}

/** The marks must not stay behind in the list of texts. */
function finishShared(filled: Map<string, Uint8Array>, { shared }: Workbook): void {
  if (shared === null) return;
  for (const [index, item] of elementsOf(shared.document, 'si').entries()) {
    if (!shared.marked.has(index)) continue;
    for (const child of childrenOf(item)) remove(child);
    item.appendChild(sibling(item, 't'));
  }
  filled.set(shared.part, writeXml(shared.document));
}

function finishDrawings(filled: Map<string, Uint8Array>, data: FormData): void {
  for (const name of drawingsOf(filled)) {
    const bytes = filled.get(name);
    if (bytes === undefined) continue;
    const document = parseXml(bytes, name);
    const { documentElement } = document;
    if (documentElement === null || markedTexts(document, { name, label: '図形', words: DRAWING }).length === 0)
      continue;
    fillFlow(documentElement, data, DRAWING);
    filled.set(name, writeXml(document));
  }
}

function finishWorkbook(filled: Map<string, Uint8Array>, { document, sheets }: Workbook, placements: Placements): void {
  for (const element of elementsOf(document, 'definedName')) {
    const own = sheets[Number(element.getAttribute('localSheetId') ?? '0')]?.name ?? '';
    setText(element, moveRows(element.textContent ?? '', rowMap(placements, own, [])));
  }
  calculateAnew(document);
  filled.set(WORKBOOK, writeXml(document));
  if (placements.size > 0) {
    for (const name of [...filled.keys()].filter((one) => /^xl\/charts\/[^/]+\.xml$/u.test(one))) {
      const bytes = filled.get(name);
      if (bytes === undefined) continue;
      const chart = parseXml(bytes, name);
      moveFormulaElements(chart, 'c:f', placements, '');
      filled.set(name, writeXml(chart));
    }
  }
  dropCalculationChain(filled);
}

const BEFORE_CALCULATION = ['definedNames', 'externalReferences', 'functionGroups', 'sheets'];

function calculateAnew(document: Document): void {
  const { documentElement } = document;
  if (documentElement === null) return;
  let element = elementsOf(document, 'calcPr')[0];
  if (element === undefined) {
    const children = childrenOf(documentElement);
    const before = BEFORE_CALCULATION.flatMap((name) => children.filter(({ nodeName }) => nodeName === name))[0];
    element = sibling(documentElement, 'calcPr');
    documentElement.insertBefore(element, before?.nextSibling ?? null);
  }
  element.setAttribute('fullCalcOnLoad', '1');
}

/** The order in which Excel calculated is of the old rows. */
function dropCalculationChain(filled: Map<string, Uint8Array>): void {
  const name = 'xl/calcChain.xml';
  if (!filled.delete(name)) return;
  for (const [part, element, attribute] of [
    [TYPES, 'Override', 'PartName'],
    [relationshipsName(WORKBOOK), 'Relationship', 'Target'],
  ] as const) {
    const bytes = filled.get(part);
    if (bytes === undefined) continue;
    const document = parseXml(bytes, part);
    for (const one of elementsOf(document, element)) {
      if ((one.getAttribute(attribute) ?? '').endsWith('calcChain.xml')) remove(one);
    }
    filled.set(part, writeXml(document));
  }
}
