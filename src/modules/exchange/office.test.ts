/** Another program in between: LibreOffice opens what went out and saves it, as Excel and as CSV. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkList, type ListColumn, type ListContent, type ListRow } from '../../core/exchange/index.ts';
import { renderXlsx, type Sheet } from '../../documents/index.ts';
import { hasPoppler, pageSizes, textOf } from '../../documents/testing/pdf.ts';
import { readListFile } from '../../importers/list-file.ts';
import { listWorkbook } from './documents/list-workbook.ts';

const hasOffice = spawnSync('soffice', ['--version']).error === undefined;
const columns: readonly ListColumn[] = [
  { key: 'number', title: '番号', kind: 'number', width: 6 },
  { key: 'title', title: '件名', kind: 'text', width: 40, required: true, edit: 'always', maxLength: 5000 },
  {
    key: 'owner',
    title: '担当',
    kind: 'choice',
    width: 9,
    edit: 'always',
    choices: [{ value: 'city', label: '発注者' }],
  },
  { key: 'due', title: '期限', kind: 'day', width: 18, edit: 'always' },
  { key: 'days', title: '日数', kind: 'number', width: 8, edit: 'always', decimals: 1 },
  { key: 'public', title: '公開', kind: 'boolean', width: 6, edit: 'always' },
  { key: 'members', title: '担当者', kind: 'texts', width: 24, edit: 'always' },
];
const titles = [
  '=1+1',
  '+81-3-0000-0000',
  '＠市役所',
  "'引用符",
  '髙﨑㋿①㈱Ⅲ～𠮷',
  '二行\nの件名',
  '"引用", カンマ; タブ',
  '0012',
  '6-1',
  '監'.repeat(5000),
];
const list: ListContent = {
  columns,
  rows: titles.map((title, index): ListRow => ({
    id: `00000000-0000-7000-8000-00000000000${index}`,
    values: {
      number: index + 1,
      title,
      owner: index % 2 === 0 ? 'city' : null,
      due: index % 3 === 0 ? '2026-06-01' : null,
      days: index / 2,
      public: index % 2 === 1,
      members: ['佐藤', '鈴木'].slice(0, index % 3),
    },
  })),
};
const options = {
  title: '課題管理表',
  help: null,
  today: '2026-06-10',
  editable: true,
  additions: true,
  engagement: null,
};

const findings = (count: number, length: number): Sheet => ({
  name: '指摘事項一覧',
  title: '指摘事項一覧',
  subtitle: ['青葉市　情報課　御中', '令和8年度業務　令和8年12月18日'],
  size: 'A4',
  onePage: { smallestFont: 7 },
  columns: [
    { title: '監査対象課', width: 14 },
    { title: '番号', width: 5, align: 'center' },
    { title: '区分', width: 5, align: 'center' },
    { title: '発見事項', width: 30 },
    { title: '想定されるリスク', width: 28 },
    { title: '改善提言', width: 36 },
  ],
  rows: Array.from({ length: count }, (_, index) => [
    '市民税課',
    index + 1,
    '指摘',
    '離席時の画面の施錠が徹底されていない。'.repeat(length),
    '第三者が情報を閲覧するおそれがある。'.repeat(length),
    '一定時間で画面を施錠する設定を、全ての端末に適用すること。'.repeat(length),
  ]),
});

describe.skipIf(!hasOffice)('LibreOffice', () => {
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'machimori-lists-'));
    writeFileSync(join(folder, 'list.xlsx'), await renderXlsx(listWorkbook(list, options)));
    const pages = [findings(4, 1), findings(12, 1), findings(9, 2)];
    for (const [index, sheet] of pages.entries()) {
      writeFileSync(join(folder, `page${index}.xlsx`), await renderXlsx({ title: '指摘事項一覧', sheets: [sheet] }));
    }
    convert('xlsx', 'saved', ['list.xlsx']);
    convert('csv:Text - txt - csv (StarCalc):44,34,76,1', 'saved', ['list.xlsx']);
    convert(
      'pdf',
      '.',
      pages.map((_, index) => `page${index}.xlsx`),
    );
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function convert(format: string, target: string, files: readonly string[]): void {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const paths = files.map((file) => join(folder, file));
    const rest = ['--headless', '--convert-to', format, '--outdir', join(folder, target), ...paths];
    execFileSync('soffice', [profile, ...rest], { stdio: 'ignore' });
  }

  test.each(['xlsx', 'csv'])('saves the list as %s and changes nothing', async (format) => {
    const check = checkList(list, await readListFile(readFileSync(join(folder, 'saved', `list.${format}`))));
    expect(check).toMatchObject({ added: [], changed: [], removed: [], refused: [], unchanged: titles.length });
  });

  test.skipIf(!hasPoppler)('prints the list of findings on one page of A4, all of it', () => {
    for (const index of [0, 1, 2]) {
      const pdf = readFileSync(join(folder, `page${index}.pdf`));
      const [page, ...others] = pageSizes(pdf);
      expect(others).toEqual([]);
      expect(page).toBe('842 x 595');
      const text = textOf(pdf).replace(/\s/gu, '');
      const count = index === 0 ? 4 : index === 1 ? 12 : 9;
      expect(text.split('適用すること').length - 1).toBe(count * (index === 2 ? 2 : 1));
    }
  });

  test('is not asked to print what does not fit', async () => {
    await expect(renderXlsx({ title: '指摘事項一覧', sheets: [findings(60, 2)] })).rejects.toThrow(
      /A4一枚に収まりません。文字を最小の7ポイントにしても、60件のうち\d+件まで/u,
    );
  });
});
