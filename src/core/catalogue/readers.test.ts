import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellContent, SheetContent } from '../exchange/index.ts';
import { readContent } from '../../kernel/content.ts';
import { assemble, type CatalogueRow } from './assemble.ts';
import { readFramework } from './framework.ts';
import { isFrameworkWorkbook, readFrameworkWorkbook } from './framework-sheets.ts';
import { identifierOf } from './identifier.ts';
import { CatalogueError, controlsOf, LIMITS } from './model.ts';
import { readOscal } from './oscal.ts';
import { readOwn } from './own.ts';
import { proposeMapping, readSheet } from './sheet.ts';

const sheet = (name: string, rows: readonly (readonly CellContent[])[]): SheetContent => ({
  name,
  hidden: false,
  lines: rows.map((cells, at) => ({
    row: at + 1,
    cells: new Map(cells.flatMap((cell, column) => (cell === '' ? [] : [[column + 1, cell] as const]))),
  })),
});
const outline = (
  groups: readonly { title: string; depth: number; controls: readonly { number: string | null; depth: number }[] }[],
) =>
  groups.map(({ title, depth, controls }) => [
    title,
    depth,
    controls.map(({ number, depth: own }) => `${number ?? ''}/${own}`),
  ]);

const CONTENT = [
  ['assessable', 'depth', 'ref_id', 'name', 'description', 'annotation'],
  ['', 1, '1', '体制', '', ''],
  ['x', 2, '1.1', '責任者', '責任者を定める。', '役職で定めるとよい。'],
  ['', 2, '1.2', '委員会', '', ''],
  ['x', 3, '1.2.1', '開催', '年二回開く。', ''],
  ['x', 'a', '9', '深さのない行', '深さがない。', ''],
];

describe('the workbook of a framework', () => {
  it('is read with pairs of tabs that describe and that list', () => {
    const sheets = [
      sheet('library_meta', [
        ['type', 'library'],
        ['name', '青葉の枠組み'],
        ['version', 2],
        ['provider', '研究会'],
        ['copyright', '自由に使える。'],
      ]),
      sheet('requirements_meta', [
        ['type', 'framework'],
        ['name', '青葉の要求事項'],
      ]),
      sheet('requirements_content', CONTENT),
    ];
    expect(isFrameworkWorkbook(sheets)).toBe(true);
    const read = readFrameworkWorkbook(sheets);
    expect(read?.about).toMatchObject({
      title: '青葉の要求事項',
      issuer: '研究会',
      edition: '第2版',
      licence: '自由に使える。',
    });
    expect(outline(read?.groups ?? [])).toEqual([
      ['体制', 0, ['1.1/0']],
      ['委員会', 1, ['1.2.1/0']],
    ]);
    expect(read?.refused).toMatchObject([{ subject: '9　深さのない行', reason: expect.stringContaining('深さ') }]);
  });

  it('is read with a first tab that names the others', () => {
    const first = sheet('library_content', [
      ['library_name', '青葉の枠組み'],
      ['library_version', 1],
      ['tab', '要求', 'requirements'],
    ]);
    const read = readFrameworkWorkbook([first, sheet('要求', CONTENT)]);
    expect(controlsOf(read ?? { groups: [] })).toHaveLength(2);
    expect(isFrameworkWorkbook([sheet('一覧', CONTENT)])).toBe(false);
  });
});

describe('the product’s own format', () => {
  it('is read with every chapter and requirement', () => {
    const read = readOwn(readContent('standards/city-standard.yaml'));
    expect(read.about).toMatchObject({ code: 'city-standard', title: 'あおば市情報セキュリティ対策基準' });
    expect(controlsOf(read).length).toBeGreaterThan(20);
  });
});

describe('a spreadsheet', () => {
  it('is understood by its headings, wherever they stand', () => {
    const found = sheet('対策', [['青葉市の対策'], ['項番', '題名', '内容'], ['1', '更新', '更新する。']]);
    expect(proposeMapping([sheet('空', []), found])).toMatchObject({
      sheet: '対策',
      headingRow: 2,
      columns: { id: 1, title: 2, text: 3 },
    });
  });

  it('becomes a tree by parents, and names rings and missing parents', () => {
    const found = sheet('表', [
      ['番号', '題名', '親番号'],
      ['1', '組織', ''],
      ['1.1', '責任者', '1'],
      ['2', '輪の一', '3'],
      ['3', '輪の二', '2'],
      ['4', '親なし', '9'],
    ]);
    const columns = {
      id: 1,
      title: 2,
      text: null,
      chapter: null,
      parent: 3,
      level: null,
      guidance: null,
      references: null,
    };
    const read = readSheet([found], { sheet: '表', headingRow: 1, columns });
    expect(outline(read.groups)).toEqual([['組織', 0, ['1.1/0']]]);
    expect(read.refused.map(({ place }) => place)).toEqual(['4行目', '5行目', '6行目']);
  });

  it('becomes a tree by a column of levels', () => {
    const found = sheet('表', [
      ['番号', '題名', '階層'],
      ['1', '組織', 1],
      ['1.1', '責任者', 2],
      ['2', '技術', 1],
      ['2.1', '更新', 2],
    ]);
    const columns = {
      id: 1,
      title: 2,
      text: null,
      chapter: null,
      parent: null,
      level: 3,
      guidance: null,
      references: null,
    };
    expect(outline(readSheet([found], { sheet: '表', headingRow: 1, columns }).groups)).toEqual([
      ['組織', 0, ['1.1/0']],
      ['技術', 0, ['2.1/0']],
    ]);
  });
});

describe('rows of any source', () => {
  const row = fc.record({
    place: fc.constant('1行目'),
    sourceId: fc.string({ maxLength: 8, unit: 'binary' }),
    number: fc.option(fc.string({ maxLength: 4 })),
    title: fc.string({ maxLength: 6 }),
    text: fc.string({ maxLength: 6 }),
    guidance: fc.constant(''),
    level: fc.integer({ min: 0, max: 14 }),
    required: fc.boolean(),
    references: fc.array(fc.string({ maxLength: 4 }), { maxLength: 3 }),
  });

  it('are each taken or refused, and what is taken has an identifier of its own that fits a citation', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows: CatalogueRow[]) => {
        let read: ReturnType<typeof assemble>;
        try {
          read = assemble(rows, []);
        } catch (error) {
          if (error instanceof CatalogueError) return;
          throw error;
        }
        const controls = controlsOf(read);
        const made = read.groups.filter(({ title }) => title === '章の下にない項目').length;
        expect(controls.length + read.groups.length - made + read.refused.length).toBe(rows.length);
        const ids = [...controls, ...read.groups].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(/^[a-z0-9]+([.-][a-z0-9]+)*$/u);
      }),
    );
  });

  it('keep their identifiers apart where the source keeps them apart by more than signs', () => {
    expect(['AC-2(1)', 'A.5.1', '第35条第2項', 'ア', 'イ', 'アクセス1'].map(identifierOf)).toEqual([
      ...['ac-2-1', 'a.5.1', '35-2'],
      ...[expect.stringMatching(/^x[0-9a-f]{8}$/u), expect.stringMatching(/^x[0-9a-f]{8}$/u), '1'],
    ]);
    const numbered = (sourceId: string, required: boolean) => ({
      ...{ place: '', sourceId, number: sourceId, title: sourceId, text: '', guidance: '' },
      ...{ level: required ? 1 : 0, required, references: [] },
    });
    const both = assemble([numbered('第1章', false), numbered('第1条', true)], []);
    expect(both.refused).toEqual([]);
    expect(both.groups[0]?.controls[0]?.id).toMatch(/^1-[0-9a-f]{8}$/u);
    expect(identifierOf('a.(.b')).toBe('a-b');
    expect(identifierOf('ア')).not.toBe(identifierOf('イ'));
    expect(identifierOf('a'.repeat(300)).length).toBeLessThanOrEqual(60);
  });
});

describe('files of any content', () => {
  it('never break the readers otherwise than with a sentence', () => {
    const reads = [readOscal, readFramework];
    const shaped = fc.oneof(
      fc.json().map((text) => JSON.parse(text) as unknown),
      fc
        .jsonValue()
        .map((value) => ({ catalog: { groups: value, controls: value, params: value, 'back-matter': value } })),
      fc.jsonValue().map((value) => ({
        catalog: { controls: [{ id: 'a', title: value, parts: value, params: value, props: value, links: value }] },
      })),
      fc.jsonValue().map((value) => ({ objects: { framework: { requirement_nodes: value } } })),
      fc.jsonValue().map((value) => ({
        objects: {
          framework: { requirement_nodes: [{ urn: value, parent_urn: value, name: value, assessable: true }] },
        },
      })),
    );
    fc.assert(
      fc.property(shaped, (document) => {
        for (const read of reads) {
          try {
            read(document);
          } catch (error) {
            expect(error).toBeInstanceOf(CatalogueError);
          }
        }
      }),
    );
    expect(LIMITS.controls).toBe(5000);
  });
});
