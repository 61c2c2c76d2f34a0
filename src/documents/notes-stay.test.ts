/** Notes and sources stand on the page of what they are about, wherever on a page that begins. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Block, chart, document, note, pageBreak, paragraph, renderDocx, renderPdf, table } from './index.ts';
import { sampleCharts } from './testing/charts.ts';
import { convertAll, hasOffice } from './testing/office.ts';
import { part } from './testing/ooxml.ts';
import { hasPoppler, textOf } from './testing/pdf.ts';

/** More lines than a page has. */
const LINES = 42;

const rows = (count: number, last: string): [number, string][] =>
  Array.from({ length: count }, (_one, index) => [index + 1, index === count - 1 ? last : '内容']);
const tableOf = (count: number, place: string): Block[] => [
  table({
    caption: '表の題',
    columns: [{ width: 20 }, { width: '1fr' }],
    header: ['番号', '内容'],
    rows: rows(count, `LAST-${place}-`),
  }),
  note(`NOTE-${place}-`),
];

const LONG = 'the note of a table over several pages';

const kinds: Readonly<Record<string, (place: string) => Block[]>> = {
  'the source of a chart': (place) => [
    chart({ ...sampleCharts.one, source: `NOTE-${place}-` }, { caption: `LAST-${place}-` }),
  ],
  'the note of a table': (place) => tableOf(4, place),
  [LONG]: (place) => tableOf(60, place),
};

/** The same piece again and again, each time a line further down on a new page. */
const sweep = (make: (place: string) => Block[]) =>
  document(
    { title: '注の位置' },
    Array.from({ length: LINES }, (_one, lines) => [
      ...(lines === 0 ? [] : [pageBreak()]),
      ...Array.from({ length: lines }, () => paragraph('本文の一行です。')),
      ...make(String(lines)),
    ]).flat(),
  );

/** Places whose note stands on another page than the end of what it is about. */
function astray(pdf: Uint8Array): string[] {
  const pages = textOf(pdf).split('\f');
  const pageOf = (words: string): number => pages.findIndex((page) => page.replace(/\s/gu, '').includes(words));
  return Array.from({ length: LINES }, (_one, lines) => String(lines)).filter((place) => {
    const [last, below] = [pageOf(`LAST-${place}-`), pageOf(`NOTE-${place}-`)];
    expect([last, below]).not.toContain(-1);
    return last !== below;
  });
}

describe.skipIf(!hasPoppler)('stays with what it is about', () => {
  const words = new Map<string, Uint8Array>();
  beforeAll(async () => {
    if (!hasOffice) return;
    const names = Object.keys(kinds)
      .filter((name) => name !== LONG)
      .map((name, index) => [name, `${index}.docx`] as const);
    const files = await Promise.all(
      names.map(async ([name, file]) => ({ name: file, bytes: await renderDocx(sweep(kinds[name] ?? (() => []))) })),
    );
    const converted = convertAll(files);
    for (const [name, file] of names) words.set(name, converted.get(file) ?? new Uint8Array());
  }, 120_000);

  test.each(Object.entries(kinds))('%s in the PDF', async (_name, make) => {
    expect(astray(await renderPdf(sweep(make)))).toEqual([]);
  });

  // LibreOffice keeps tables with what follows as a whole or not at all: of a long one the mark of its last row is looked at.
  test.skipIf(!hasOffice).each(Object.keys(kinds).filter((name) => name !== LONG))('%s in Word', (name) => {
    expect(astray(words.get(name) ?? new Uint8Array())).toEqual([]);
  });

  test.each([
    [true, tableOf(60, '0')],
    [false, tableOf(60, '0').slice(0, 1)],
  ])('the last row of a table in Word: %s', async (stays, blocks) => {
    const xml = part(await renderDocx(document({ title: '表' }, blocks)), 'word/document.xml');
    const last = xml.slice(xml.lastIndexOf('<w:tr>'), xml.lastIndexOf('</w:tr>'));
    expect(last).toContain('LAST-0-');
    expect(last.includes('<w:keepNext/>')).toBe(stays);
  });
});
