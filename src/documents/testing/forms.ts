/** Small Office files as an office would make them, for tests of forms. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readParts } from '../templates/archive.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

type Files = Readonly<Record<string, string | Uint8Array>>;

export const zip = (files: Files): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  );

/** A file with some parts changed, added, or taken out (null). */
export function withParts(
  bytes: Uint8Array,
  changes: Readonly<Record<string, string | Uint8Array | null>>,
): Uint8Array {
  const files: Record<string, string | Uint8Array> = { ...unzipSync(bytes) };
  for (const [name, content] of Object.entries(changes)) {
    if (content === null) delete files[name];
    else files[name] = content;
  }
  return zip(files);
}

export function changed(bytes: Uint8Array, name: string, from: string, to: string): Uint8Array {
  const text = textOfPart(bytes, name);
  if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
  return withParts(bytes, { [name]: text.replace(from, to) });
}

export function textOfPart(bytes: Uint8Array, name: string): string {
  const part = readParts(bytes).get(name);
  if (part === undefined) throw new Error(`no part ${name}`);
  return strFromU8(part);
}

const types = (main: string, mainType: string, more: Readonly<Record<string, string>> = {}): string =>
  `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${mainType}.main+xml"/>${Object.entries(
    more,
  )
    .map(
      ([name, type]) =>
        `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
    )
    .join('')}</Types>`;

export type Relation = readonly [type: string, target: string, external?: boolean];

export const relationships = (...entries: readonly Relation[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${entries
    .map(
      ([type, target, external], index) =>
        `<Relationship Id="rId${index + 1}" Type="${OFFICE}/relationships/${type}" Target="${target}"${external === true ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word file with this body. */
export const docx = (body: string, more: Files = {}): Uint8Array =>
  zip({
    '[Content_Types].xml': types('word/document.xml', 'wordprocessingml.document'),
    '_rels/.rels': relationships(['officeDocument', 'word/document.xml']),
    'word/document.xml': `${HEAD}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}/relationships"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...more,
  });

/** A paragraph; several texts become runs. */
export const p = (...texts: readonly string[]): string =>
  `<w:p>${texts.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join('')}</w:p>`;

const grid = (width: number): string =>
  `<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="2000"/>'.repeat(width)}</w:tblGrid>`;

export const tbl = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${grid(rows[0]?.length ?? 1)}${rows
    .map((cells) => `<w:tr>${cells.map((text) => `<w:tc>${p(text)}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`;

/** The words of the body, a paragraph to a line. */
export function wordsOfDocx(bytes: Uint8Array, part = 'word/document.xml'): string[] {
  return [...textOfPart(bytes, part).matchAll(/<w:p\/>|<w:p[ >].*?<\/w:p>/gsu)].map(([paragraph]) =>
    paragraph
      .replaceAll('<w:br/>', '\n')
      .replaceAll(/<[^>]+>/gu, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );
}

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface BookParts {
  /** The rows, in XML. */
  readonly data: string;
  /** What follows the rows, in XML. */
  readonly after?: string;
  readonly shared?: readonly string[];
  readonly names?: string;
  /** A second sheet 集計. */
  readonly summary?: string;
}

/** An Excel file with a sheet 様式. */
export function xlsx({ data, after = '', shared = [], names = '', summary }: BookParts, more: Files = {}): Uint8Array {
  const sheet = (rows: string, rest: string): string =>
    `${HEAD}<worksheet xmlns="${SHEET}" xmlns:r="${OFFICE}/relationships"><sheetData>${rows}</sheetData>${rest}</worksheet>`;
  return zip({
    '[Content_Types].xml': types('xl/workbook.xml', 'spreadsheetml.sheet', {
      'xl/worksheets/sheet1.xml': 'spreadsheetml.worksheet',
      ...(summary === undefined ? {} : { 'xl/worksheets/sheet2.xml': 'spreadsheetml.worksheet' }),
      'xl/sharedStrings.xml': 'spreadsheetml.sharedStrings',
      'xl/calcChain.xml': 'spreadsheetml.calcChain',
    }),
    '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}/relationships"><sheets><sheet name="様式" sheetId="1" r:id="rId1"/>${
      summary === undefined ? '' : '<sheet name="集計" sheetId="2" r:id="rId4"/>'
    }</sheets>${names === '' ? '' : `<definedNames>${names}</definedNames>`}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['calcChain', 'calcChain.xml'],
      ...(summary === undefined ? [] : [['worksheet', 'worksheets/sheet2.xml'] as const]),
    ),
    'xl/worksheets/sheet1.xml': sheet(data, after),
    ...(summary === undefined ? {} : { 'xl/worksheets/sheet2.xml': sheet(summary, '') }),
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${SHEET}">${shared.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/calcChain.xml': `${HEAD}<calcChain xmlns="${SHEET}"><c r="B3" i="1"/></calcChain>`,
    ...more,
  });
}

export const text = (at: string, content: string): string =>
  `<c r="${at}" t="inlineStr"><is><t>${content}</t></is></c>`;
export const row = (number: number, ...cells: readonly string[]): string =>
  `<row r="${number}">${cells.join('')}</row>`;

/** Cells of a filled sheet: text, number or formula (with =) by their names. */
export function cellsOf(bytes: Uint8Array, part = 'xl/worksheets/sheet1.xml'): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const [, name = '', content = ''] of textOfPart(bytes, part).matchAll(
    /<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>(.*?)<\/c>)/gsu,
  )) {
    const formula = /<f[^>]*>(.*?)<\/f>/su.exec(content)?.[1];
    const words = content.replaceAll(/<[^>]+>/gu, '');
    if (formula !== undefined) cells[name] = `=${formula}`;
    else if (words !== '') cells[name] = words;
  }
  return cells;
}
