import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellText,
  checkList,
  ID_TITLE,
  type ListColumn,
  type ListContent,
  type ListRow,
  readCell,
  readCsv,
  type SheetContent,
  STAMP_TITLE,
  stampOf,
  writeCsv,
} from './index.ts';

const columns: readonly ListColumn[] = [
  { key: 'number', title: '番号', kind: 'number', width: 6 },
  {
    key: 'title',
    title: '件名',
    aliases: ['題名'],
    kind: 'text',
    width: 20,
    required: true,
    edit: 'always',
    maxLength: 5000,
  },
  {
    key: 'owner',
    title: '担当',
    kind: 'choice',
    width: 8,
    edit: 'always',
    choices: [
      { value: 'city', label: '発注者' },
      { value: 'firm', label: '受託者' },
    ],
  },
  { key: 'due', title: '期限', kind: 'day', width: 12, edit: 'always' },
  { key: 'days', title: '日数', kind: 'number', width: 8, edit: 'always', decimals: 1, min: 0 },
  { key: 'public', title: '公開', kind: 'boolean', width: 6, edit: 'always' },
  { key: 'members', title: '担当者', kind: 'texts', width: 20, edit: 'always' },
];
const row = (id: string, values: Record<string, ListRow['values'][string]> = {}): ListRow => ({
  id,
  values: {
    number: 1,
    title: `課題${id}`,
    owner: 'city',
    due: '2026-06-01',
    days: 2.5,
    public: true,
    members: ['佐藤', '鈴木'],
    ...values,
  },
});
const limits = { rows: 12_000, cells: 600_000 };
const csv = (list: ListContent): SheetContent[] => [readCsv(writeCsv(list), limits)];

/** A sheet from texts, as it comes from a file: empty cells are absent. */
const sheetOf = (lines: readonly (readonly (string | number)[])[], name = 'Sheet1'): SheetContent => ({
  name,
  hidden: false,
  lines: lines.map((cells, index) => ({
    row: index + 1,
    cells: new Map(cells.flatMap((cell, at) => (cell === '' ? [] : [[at + 1, cell] as const]))),
  })),
});

const text = fc.string({
  unit: fc.constantFrom(
    '監',
    '髙',
    '①',
    '、',
    ',',
    ';',
    '=',
    '+',
    '-',
    '＠',
    "'",
    '"',
    ' ',
    '　',
    '\n',
    '\r',
    '\t',
    '1',
    'A',
    '🈳',
    '\u202e',
  ),
  maxLength: 14,
});
const anyRows = fc.array(
  fc.record({
    number: fc.option(fc.integer({ min: 1, max: 9999 }), { nil: null }),
    title: text,
    owner: fc.constantFrom('city', 'firm', null),
    due: fc.option(
      fc.integer({ min: 0, max: 9000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10)),
      { nil: null },
    ),
    days: fc.option(
      fc.integer({ min: 0, max: 9999 }).map((tenths) => tenths / 10),
      { nil: null },
    ),
    public: fc.boolean(),
    members: fc.array(text, { maxLength: 3 }),
  }),
  { maxLength: 12 },
);
const listOf = (values: readonly ListRow['values'][]): ListContent => ({
  columns,
  rows: values.map((one, index) => ({ id: `id-${index}`, values: one })),
});

describe('a list that goes out as CSV and comes back', () => {
  it('changes nothing, whatever it holds', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const list = listOf(rows);
        const { added, changed, removed, refused, unchanged } = checkList(list, csv(list));
        expect({ added, changed, removed, refused }).toEqual({ added: [], changed: [], removed: [], refused: [] });
        expect(unchanged).toBe(rows.length);
      }),
    );
  });

  it('shows exactly the one cell that was edited', () => {
    fc.assert(
      fc.property(
        anyRows.filter((rows) => rows.length > 0),
        fc.nat(),
        (rows, pick) => {
          const list = listOf(rows);
          const at = pick % rows.length;
          const edited = rows.map((one, index) => (index === at ? { ...one, title: '書き換えた件名' } : one));
          const file: ListContent = {
            columns,
            rows: list.rows.map((one, index) => ({ ...one, values: edited[index] ?? one.values })),
          };
          // The stamp is the one of the row that went out, not of what was typed over it.
          const stamps = new Map(
            file.rows.map((one, index) => [stampOf(columns, one), stampOf(columns, list.rows[index] ?? one)]),
          );
          const source = [...stamps].reduce((all, [now, before]) => all.replaceAll(now, before), writeCsv(file));
          const check = checkList(list, [readCsv(source, limits)]);
          expect(check.refused).toEqual([]);
          expect(check.changed.map(({ id, cells }) => [id, cells.map(({ key, after }) => [key, after])])).toEqual([
            [`id-${at}`, [['title', '書き換えた件名']]],
          ]);
        },
      ),
    );
  });

  it('never holds what a spreadsheet program would compute', () => {
    const list = listOf(
      ['=1+1', '+A1', '-2', '@x', '＝A1', "'=x", '\t=x'].map((title) => ({ ...row('x').values, title })),
    );
    const fields = readCsv(writeCsv(list), limits)
      .lines.slice(1)
      .map(({ cells }) => cellText(cells.get(2) ?? null));
    expect(fields.every((field) => field.startsWith("'"))).toBe(true);
    expect(fields[5]).toBe("''=x");
  });

  it('is read with semicolons, tabs, quotes over lines and any line ends', () => {
    expect(readCsv('件名;期限\r\n"a;\n""b""";R8.6.1\r', limits).lines.map(({ cells }) => [...cells.values()])).toEqual([
      ['件名', '期限'],
      ['a;\n"b"', 'R8.6.1'],
    ]);
    expect(() => readCsv('件名\n"開いたまま', limits)).toThrow('引用符');
    expect(() => readCsv('a\nb\nc\n', { rows: 2, cells: 10 })).toThrow('多すぎます');
  });
});

describe('cells', () => {
  const [, , , due, days, flag] = columns;
  const value = (column: ListColumn | undefined, cell: string | number): unknown => {
    if (column === undefined) throw new Error('a column');
    const reading = readCell(column, cell);
    return 'value' in reading ? reading.value : reading;
  };

  it('are days in the ways in which offices write them', () => {
    const written = [
      '令和8年6月1日',
      'R8.6.1',
      '令和八年六月一日',
      'Ｒ８．６．１',
      '2026/6/1 0:00:00',
      '２０２６年６月１日（月）',
      46_174,
      '46174',
      '㋿8年6月1日',
    ];
    expect(written.map((cell) => value(due, cell))).toEqual(written.map(() => '2026-06-01'));
    expect(value(due, '令和二十八年十二月二十日')).toBe('2046-12-20');
    expect(value(due, '6/1')).toMatchObject({ refused: expect.stringContaining('年を付けて') });
    expect(value(due, '令和8年2月30日')).toHaveProperty('refused');
    expect(value(due, 12)).toHaveProperty('refused');
  });

  it('are numbers with full-width, encircled and separated digits', () => {
    expect(['１２．５', '1,200', '③', '⑩ ', '　7'].map((cell) => value(days, cell))).toEqual([12.5, 1200, 3, 10, 7]);
    expect(value(days, '約3')).toHaveProperty('refused');
    expect(value(days, '-1')).toMatchObject({ refused: expect.stringContaining('0以上') });
    expect(value(days, '1.25')).toMatchObject({ refused: expect.stringContaining('小数第1位') });
  });

  it('are ticks in many shapes', () => {
    expect(['○', '〇', '◯', 'はい', 'レ', 'TRUE', '×', 'なし', '－'].map((cell) => value(flag, cell))).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(value(flag, 'たぶん')).toHaveProperty('refused');
  });
});

describe('a file that others have had in hand', () => {
  const list: ListContent = { columns, rows: [row('a'), row('b', { number: 2 })] };
  const stamp = (index: number): string => stampOf(columns, list.rows[index] ?? row(''));

  it('is read with titles above, columns in another order, foreign and missing columns, remarks below', () => {
    const sheets = [
      sheetOf([['はじめに'], ['この表について']], '説明'),
      sheetOf(
        [
          ['課題の一覧（情報課より）'],
          [],
          ['', 'メモ', '期 限', '題名', STAMP_TITLE, '件数', ID_TITLE],
          ['', '至急', '令和8年7月1日', '課題a　', stamp(0), 3, 'a'],
          [],
          ['', '', '2026/6/1', '課題b', stamp(1), '', 'b'],
          ['', '', '', '', '', 9],
          ['', '※ 期限は目安'],
        ],
        '名前の変わったシート',
      ),
    ];
    const check = checkList(list, sheets);
    expect(check.refused).toEqual([]);
    expect(check.removed).toEqual([]);
    expect(check.changed).toMatchObject([
      { row: 4, id: 'a', cells: [{ column: 'C', title: '期限', before: '令和8年6月1日', after: '令和8年7月1日' }] },
    ]);
    expect(check.unchanged).toBe(1);
  });

  it('names the place and the reason of what is refused, and keeps the rest', () => {
    const check = checkList(list, [
      sheetOf([
        ['番号', '件名', '担当', '期限', ID_TITLE, STAMP_TITLE],
        [7, '課題a', '発注者', '2026-06-01', 'a', stamp(0)],
        [2, '', '市長', '未定', 'b', stamp(1)],
        ['', '新しい課題', '受託者', '', '', ''],
        ['', '写した行', '発注者', '', 'a', stamp(0)],
        ['', '知らない行', '発注者', '', 'zzz', ''],
      ]),
    ]);
    expect(check.refused.map(({ row: at, column, title }) => [at, column, title])).toEqual([
      [2, 'A', '番号'],
      [3, 'B', '件名'],
      [3, 'C', '担当'],
      [3, 'D', '期限'],
      [6, 'E', ID_TITLE],
    ]);
    expect(check.added.map(({ name }) => name)).toEqual(['新しい課題', '写した行']);
    expect(check.removed).toEqual([]);
  });

  it('conflicts where the row has been changed meanwhile, and proposes removal of rows that are gone', () => {
    const check = checkList(list, [
      sheetOf([
        ['件名', '期限', ID_TITLE, STAMP_TITLE],
        ['別の件名', '2026-06-01', 'a', 'sold'],
      ]),
    ]);
    expect(check.refused).toMatchObject([{ row: 2, column: 'A', reason: expect.stringContaining('取り出した後') }]);
    expect(check.removed).toEqual([{ id: 'b', name: '課題b' }]);
  });

  it('without ids adds rows and never proposes to remove any', () => {
    const check = checkList(list, [
      sheetOf([
        ['件名', '担当'],
        ['あ', '発注者'],
      ]),
    ]);
    expect(check.added).toHaveLength(1);
    expect(check.removed).toEqual([]);
    expect(check.notices[0]).toContain('識別子');
  });

  it('refuses what is no such list, and a heading that stands twice', () => {
    expect(() => checkList(list, [sheetOf([['氏名', '住所']])])).toThrow('「件名」の見出し');
    expect(() => checkList(list, [sheetOf([['件名', '担当', '期限', '件名']])])).toThrow('A列とD列');
  });

  it('keeps a text of 5,000 characters', () => {
    const long = 'あ'.repeat(5000);
    const check = checkList(list, [
      sheetOf([
        ['件名', '担当', ID_TITLE],
        [long, '発注者', 'a'],
      ]),
    ]);
    expect(check.changed[0]?.values['title']).toBe(long);
    const longer = checkList(list, [
      sheetOf([
        ['件名', '担当', ID_TITLE],
        [`${long}い`, '発注者', 'a'],
      ]),
    ]);
    expect(longer.refused[0]?.reason).toContain('5,000字まで');
  });

  it('refuses a row that is closed', () => {
    const closed: ListContent = { columns, rows: [{ ...row('a'), locked: '完了した課題は変えられません。' }] };
    const check = checkList(closed, [
      sheetOf([
        ['件名', '担当', ID_TITLE],
        ['別', '発注者', 'a'],
      ]),
    ]);
    expect(check.refused).toMatchObject([{ reason: '完了した課題は変えられません。' }]);
  });
});
