import type { SourceLine } from '../../core/specification-import/index.ts';
import { styled, type Numbering, type Style } from './numbering.ts';
import { walkXml, type Element, type XmlHandler } from './xml.ts';

type Surroundings = {
  numbering: Numbering;
  styles: ReadonlyMap<string, Style>;
  footnotes: ReadonlyMap<string, string>;
};
type Draft = {
  text: string;
  style: string;
  list: string | null;
  level: number | null;
  outline: boolean;
  notes: string[];
};
type Cell = { lines: string[]; span: number; continued: boolean };

/** What is deleted, moved away, a field's code, a reading aid or a double of something else. */
const LEFT_OUT = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'rt',
  'Fallback',
  'pPrChange',
  'rPrChange',
  'tcPrChange',
  'sectPrChange',
]);

/** Collects the lines of a document's body. */
export class Body implements XmlHandler {
  readonly lines: SourceLine[] = [];
  readonly #around: Surroundings;
  /** Paragraphs that are open: a text box holds paragraphs inside a paragraph. */
  readonly #drafts: Draft[] = [];
  readonly #tables: { row: Cell[] | null }[] = [];
  #left = 0;
  #text = false;
  #inList = false;
  #hidden = false;
  #page = 1;
  #notes = 0;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  open({ name, attributes }: Element): void {
    if (LEFT_OUT.has(name)) this.#left += 1;
    if (this.#left > 0) return;
    const draft = this.#drafts.at(-1);
    const table = this.#tables.at(-1);
    const cell = table?.row?.at(-1);
    const value = attributes['val'] ?? '';
    switch (name) {
      case 'p':
        this.#drafts.push({ text: '', style: '', list: null, level: null, outline: false, notes: [] });
        break;
      case 't':
        this.#text = !this.#hidden;
        break;
      case 'tab':
        if (draft !== undefined && !this.#inProperties) draft.text += '\t';
        break;
      case 'br':
        if (attributes['type'] === 'page') this.#page += 1;
        else if (draft !== undefined) draft.text += '\n';
        break;
      case 'lastRenderedPageBreak':
        this.#page += 1;
        break;
      case 'noBreakHyphen':
        if (draft !== undefined) draft.text += '-';
        break;
      case 'sym':
        if (draft !== undefined) draft.text += '・';
        break;
      case 'pPr':
      case 'rPr':
        this.#inProperties = true;
        this.#hidden = false;
        break;
      case 'vanish':
        if (value !== '0' && value !== 'false') this.#hidden = true;
        break;
      case 'pStyle':
        if (draft !== undefined) draft.style = value;
        break;
      case 'numPr':
        this.#inList = true;
        break;
      case 'numId':
        if (draft !== undefined && this.#inList) draft.list = value;
        break;
      case 'ilvl':
        if (draft !== undefined && this.#inList) draft.level = Number(value);
        break;
      case 'outlineLvl':
        if (draft !== undefined) draft.outline = true;
        break;
      case 'footnoteReference':
        this.#note(attributes['id'] ?? '');
        break;
      case 'tbl':
        this.#tables.push({ row: null });
        break;
      case 'tr':
        if (table !== undefined) table.row = [];
        break;
      case 'tc':
        table?.row?.push({ lines: [], span: 1, continued: false });
        break;
      case 'gridSpan':
        if (cell !== undefined) cell.span = Math.min(64, Math.max(1, Number(value) || 1));
        break;
      case 'vMerge':
        if (cell !== undefined) cell.continued = value !== 'restart';
        break;
      default:
    }
  }

  #inProperties = false;

  text(text: string): void {
    const draft = this.#drafts.at(-1);
    if (this.#text && this.#left === 0 && draft !== undefined) draft.text += text;
  }

  close(name: string): void {
    if (LEFT_OUT.has(name)) this.#left -= 1;
    if (this.#left > 0) return;
    if (name === 't') this.#text = false;
    else if (name === 'numPr') this.#inList = false;
    else if (name === 'pPr' || name === 'rPr') this.#inProperties = false;
    else if (name === 'r') this.#hidden = false;
    else if (name === 'p') this.#paragraph();
    else if (name === 'tr') this.#row();
    else if (name === 'tbl') this.#tables.pop();
  }

  #note(id: string): void {
    const draft = this.#drafts.at(-1);
    const text = this.#around.footnotes.get(id);
    if (draft === undefined || text === undefined) return;
    this.#notes += 1;
    draft.text += `(※${this.#notes})`;
    draft.notes.push(`※${this.#notes} ${text}`);
  }

  #paragraph(): void {
    const draft = this.#drafts.pop();
    if (draft === undefined) return;
    const { styles, numbering } = this.#around;
    const name = styles.get(draft.style)?.name ?? '';
    // The table of contents repeats the headings.
    if (/^toc \d/i.test(name)) return;
    const list = draft.list ?? styled(styles, draft.style, 'list');
    const level = draft.level ?? styled(styles, draft.style, 'level') ?? 0;
    const empty = draft.text.trim() === '';
    const label = list === null || list === '0' || empty ? '' : numbering.next(list, level);
    const heading =
      draft.outline || /^(?:heading \d|title)/i.test(name) || styled(styles, draft.style, 'outline') !== null;
    const text = label === '' ? draft.text : `${label} ${draft.text.trimStart()}`;
    const cell = this.#tables.at(-1)?.row?.at(-1);
    if (cell !== undefined) {
      if (!empty) cell.lines.push(...text.split('\n'), ...draft.notes);
      return;
    }
    for (const part of [...text.split('\n'), ...draft.notes])
      this.#push({ text: part.replace(/^\t+/, ''), ...(heading ? { heading } : {}) });
  }

  #row(): void {
    const table = this.#tables.at(-1);
    const row = table?.row;
    if (table === undefined || row === null || row === undefined) return;
    table.row = null;
    const cells = row.flatMap((cell) => [
      cell.continued ? '' : cell.lines.join('\n').trim(),
      ...Array<string>(cell.span - 1).fill(''),
    ]);
    const outer = this.#tables.at(-2)?.row?.at(-1);
    if (outer !== undefined) outer.lines.push(cells.filter((cell) => cell !== '').join(' '));
    else if (cells.filter((cell) => cell !== '').length > 0) this.#table(cells);
  }

  /** A table of one column is a frame around text. */
  #table(cells: readonly string[]): void {
    if (cells.length === 1) for (const part of (cells[0] ?? '').split('\n')) this.#push({ text: part });
    else this.#push({ text: cells.join('\t'), cells });
  }

  #push(line: { text: string; cells?: readonly string[]; heading?: boolean }): void {
    this.lines.push({ ...line, line: this.lines.length + 1, page: this.#page });
  }
}

/** Footnotes by their ids. */
export function footnotesOf(xml: string): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  let id: string | null = null;
  let text = '';
  let inText = false;
  walkXml(xml, {
    open: ({ name, attributes }) => {
      if (name === 'footnote') {
        id = attributes['type'] === undefined || attributes['type'] === 'normal' ? (attributes['id'] ?? null) : null;
        text = '';
      } else if (name === 't') inText = true;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'footnote' && id !== null && text.trim() !== '') notes.set(id, text.trim());
    },
    text: (part) => {
      if (inText) text += part;
    },
  });
  return notes;
}
