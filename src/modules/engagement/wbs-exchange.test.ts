import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, createCalendar } from '../../core/calendar/index.ts';
import { renderXlsx } from '../../documents/index.ts';
import { readSpreadsheet } from '../../importers/xlsx/read.ts';
import { engagementContract, type Task } from './contract.ts';
import { readWbsEdit } from './imports/wbs-import.ts';
import { editableWbs } from './imports/wbs-workbook.ts';
import { arrange, changesBetween } from './rules/wbs.ts';
import { sampleEngagement, sampleTasks } from './testing/sample-plan.ts';
import { type StartedWbs, startWbs } from './testing/start-wbs.ts';

const calendar = createCalendar();
const departments = [
  { id: '01900000-0000-7000-8000-0000000000d1', name: '総務局', bureauName: null },
  { id: '01900000-0000-7000-8000-0000000000d2', name: '人事課', bureauName: '総務局' },
  { id: '01900000-0000-7000-8000-0000000000d3', name: '人事課', bureauName: '消防局' },
];
let made = 0;
const newId = (): string => {
  made += 1;
  return `01900000-0000-7000-9000-${String(made).padStart(12, '0')}`;
};

const write = (tasks: readonly Task[]) =>
  renderXlsx(editableWbs({ engagement: sampleEngagement, tasks, departments, today: '2026-06-10' }));
const readBack = async (bytes: Uint8Array, tasks: readonly Task[]) =>
  readWbsEdit(await readSpreadsheet(bytes), { engagement: sampleEngagement, tasks, departments, calendar, newId });

/** Opens the file as a person would, changes it, and saves it. */
async function edited(tasks: readonly Task[], change: (sheet: Worksheet) => void): Promise<Uint8Array> {
  const book = new Workbook();
  await book.xlsx.load(await write(tasks));
  const sheet = book.getWorksheet('WBS');
  if (sheet === undefined) throw new Error('a sheet');
  change(sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Where the headings stand, and which column has which. */
const HEADER = 5;
function columnOf(sheet: Worksheet, title: string): number {
  for (let column = 1; column <= 30; column += 1) if (sheet.getCell(HEADER, column).value === title) return column;
  throw new Error(`no column ${title}`);
}
const cell = (sheet: Worksheet, task: number, title: string) => sheet.getCell(HEADER + task, columnOf(sheet, title));

const words = fc.string({
  unit: fc.constantFrom('監', '査', '、', ',', '=', '+', "'", ' ', '　', '\n', '1', 'A', '（', '🈳'),
  maxLength: 12,
});
const lists = fc.integer({ min: 0, max: 8 }).chain((extra) =>
  fc.array(
    fc.record({
      name: words,
      content: words,
      members: fc.array(words, { maxLength: 3 }),
      start: fc.integer({ min: 0, max: 200 }),
      length: fc.integer({ min: 0, max: 60 }),
      effort: fc.option(
        fc.integer({ min: 1, max: 500 }).map((tenths) => tenths / 10),
        { nil: null },
      ),
      milestone: fc.boolean(),
      departments: fc.subarray(departments.map(({ id }) => id)),
      back: fc.array(fc.record({ by: fc.integer({ min: 1, max: 3 }), lag: fc.integer({ min: -20, max: 20 }) }), {
        maxLength: 2,
      }),
      under: fc.boolean(),
      percent: fc.integer({ min: 0, max: 100 }),
    }),
    { minLength: extra, maxLength: extra },
  ),
);
const idAt = (index: number): string => `01900000-0000-7000-8000-${String(index + 500).padStart(12, '0')}`;

const anyWbs = lists.map((rows): Task[] =>
  arrange(
    rows.map((row, index): Task => {
      const plannedStart = addDays('2026-06-01', row.start);
      const preceding = new Map(
        row.back.flatMap(({ by, lag }) => (index - by < 0 ? [] : [[idAt(index - by), lag] as const])),
      );
      return {
        id: idAt(index),
        clause: index % 2 === 0 ? '9(1)ア' : '',
        position: index + 1,
        name: `作業${row.name}`.trim(),
        content: row.content,
        owner: (['contractor', 'city', 'both'] as const)[index % 3] ?? 'both',
        members: row.members,
        predecessors: row.under ? [] : [...preceding].map(([id, lag]) => ({ id, lag })),
        plannedStart,
        plannedEnd: addDays(plannedStart, row.length),
        percent: row.percent,
        actualStart: row.percent > 0 ? plannedStart : null,
        actualEnd: null,
        origin: 'own',
        parentId: row.under && index > 0 ? idAt(0) : null,
        excluded: null,
        excludedNote: '',
        milestone: row.milestone,
        effort: row.effort,
        workDays: null,
        remark: '',
        departmentIds: row.departments,
        version: 1 + (index % 4),
      };
    }),
  ),
);

describe('a WBS that is taken out and read back', () => {
  it('changes nothing, whatever its tasks say', async () => {
    await fc.assert(
      fc.asyncProperty(anyWbs, async (tasks) => {
        const { next, preview } = await readBack(await write(tasks), tasks);
        expect(preview.changed).toEqual([]);
        expect(preview.added).toEqual([]);
        expect(preview.removed).toEqual([]);
        const { changed, added, removed, placed } = changesBetween(tasks, next);
        expect([changed, added, removed, placed]).toEqual([[], [], [], []]);
      }),
      { numRuns: 40 },
    );
  });

  it('of the specification changes nothing and has nothing to refuse', async () => {
    const { preview } = await readBack(await write(sampleTasks), sampleTasks);
    expect(preview).toEqual({ added: [], changed: [], removed: [], refused: [], reordered: 0 });
  });

  it('holds real dates and hides what machines need', async () => {
    const book = new Workbook();
    await book.xlsx.load(await write(sampleTasks));
    const sheet = book.getWorksheet('WBS');
    if (sheet === undefined) throw new Error('a sheet');
    expect(cell(sheet, 1, '開始予定').value).toEqual(new Date('2026-09-14T00:00:00.000Z'));
    expect(sheet.getColumn(columnOf(sheet, '識別子')).hidden).toBe(true);
  });
});

describe('an edited file', () => {
  it('is read in the ways people write: 和暦, full-width digits, other words for numbers', async () => {
    const bytes = await edited(sampleTasks, (sheet) => {
      cell(sheet, 3, '終了予定').value = '令和８年６月１０日';
      cell(sheet, 4, '終了予定').value = 'R8.6.9';
      cell(sheet, 4, '人日').value = '１２．５';
      cell(sheet, 4, '担当者').value = '佐藤，鈴木';
      cell(sheet, 4, '期日固定').value = '〇';
      cell(sheet, 4, '関係する所属').value = '消防局　人事課、総務局';
    });
    const { next, preview } = await readBack(bytes, sampleTasks);
    expect(preview.refused).toEqual([]);
    expect(next[2]).toMatchObject({ plannedEnd: '2026-06-10' });
    expect(next[3]).toMatchObject({
      plannedEnd: '2026-06-09',
      effort: 12.5,
      members: ['佐藤', '鈴木'],
      milestone: true,
      departmentIds: ['01900000-0000-7000-8000-0000000000d3', '01900000-0000-7000-8000-0000000000d1'],
    });
    expect(preview.changed.find(({ field }) => field === '人日')).toEqual({
      row: HEADER + 4,
      column: 'N',
      task: sampleTasks[3]?.name,
      field: '人日',
      before: '',
      after: '12.5',
    });
  });

  it('survives other columns, another order of columns and rows, and merged cells', async () => {
    const bytes = await edited(sampleTasks, (sheet) => {
      const columns = [...Array(19).keys()].map((index) => index + 1);
      for (const row of [HEADER, ...sampleTasks.map((_task, index) => HEADER + 1 + index)]) {
        const cells = columns.map((column) => sheet.getCell(row, column)).map(({ value, style }) => ({ value, style }));
        cells.toReversed().forEach(({ value, style }, at) => {
          Object.assign(sheet.getCell(row, at + 2), { value, style });
        });
        Object.assign(sheet.getCell(row, 1), { value: row === HEADER ? '備考' : 'メモ', style: {} });
      }
      sheet.spliceRows(1, 0, ['会議で配った資料']);
      const owner = [...Array(21).keys()].find((column) => sheet.getCell(HEADER + 1, column + 1).value === '担当') ?? 0;
      // 3 and 4 have the same owner: somebody merged their cells.
      sheet.mergeCells(HEADER + 4, owner + 1, HEADER + 5, owner + 1);
    });
    const { preview } = await readBack(bytes, sampleTasks);
    expect(preview).toEqual({ added: [], changed: [], removed: [], refused: [], reordered: 0 });
  });

  it('adds rows, also copied ones, under a parent and after others, by the numbers of the file', async () => {
    const last = sampleTasks.length;
    const bytes = await edited(sampleTasks, (sheet) => {
      const set = (title: string, value: string | number, row = last + 1): void => {
        cell(sheet, row, title).value = value;
      };
      set('番号', 900);
      set('作業', '当日の準備');
      set('担当', '受注者');
      set('開始予定', '2026-12-01');
      set('終了予定', '2026/12/02');
      set('上位の番号', '');
      // A copied row carries hidden ids with it.
      const copied = sheet.getRow(HEADER + last).values as unknown[];
      copied.slice(1).forEach((value, at) => {
        sheet.getCell(HEADER + last + 2, at + 1).value = value as never;
      });
      set('番号', 901, last + 2);
      set('作業', '後片付け', last + 2);
      set('先行作業', '900+1', last + 2);
      set('開始予定', '2026-12-04', last + 2);
      set('終了予定', '2026-12-04', last + 2);
    });
    const { next, preview } = await readBack(bytes, sampleTasks);
    expect(preview.refused).toEqual([]);
    expect(preview.added.map(({ name }) => name)).toEqual(['当日の準備', '後片付け']);
    expect(preview.removed).toEqual([]);
    const [first, second] = next.slice(-2);
    expect(first).toMatchObject({ origin: 'own', clause: '', owner: 'contractor' });
    expect(second?.predecessors).toEqual([{ id: first?.id, lag: 1 }]);
  });

  it('is refused cell by cell, with row, column and reason', async () => {
    const bytes = await edited(sampleTasks, (sheet) => {
      cell(sheet, 3, '終了予定').value = '来週';
      cell(sheet, 3, '担当').value = '誰か';
      cell(sheet, 4, '進捗').value = 80;
      cell(sheet, 5, '先行作業').value = '999';
      cell(sheet, 6, '作業').value = '';
      cell(sheet, 7, '条項').value = '1';
    });
    const { preview } = await readBack(bytes, sampleTasks);
    expect(preview.refused.map(({ row, column }) => `${column}${row}`)).toEqual([
      `H${HEADER + 3}`,
      `L${HEADER + 3}`,
      `Q${HEADER + 4}`,
      `J${HEADER + 5}`,
      `E${HEADER + 6}`,
      `G${HEADER + 7}`,
    ]);
    expect(preview.refused[1]?.reason).toContain('日付として読み取れません');
    for (const { reason } of preview.refused) expect(reason).toMatch(/。$/);
  });

  it('tells contradictions of the whole: cycles, dates against the order, a row of the specification taken out', async () => {
    const cyclic = await edited(sampleTasks, (sheet) => {
      cell(sheet, 3, '先行作業').value = '5';
    });
    expect((await readBack(cyclic, sampleTasks)).preview.refused[0]?.reason).toContain('循環しています');
    const early = await edited(sampleTasks, (sheet) => {
      cell(sheet, 14, '開始予定').value = '2026-06-02';
    });
    expect((await readBack(early, sampleTasks)).preview.refused[0]).toMatchObject({
      row: HEADER + 14,
      reason: expect.stringContaining('以後にするか'),
    });
    const shorter = await edited(sampleTasks, (sheet) => sheet.spliceRows(HEADER + sampleTasks.length, 1));
    expect((await readBack(shorter, sampleTasks)).preview.refused[0]?.reason).toContain('対象外にしてください');
  });

  it('does not overwrite what was changed on the screen since it was taken out', async () => {
    const bytes = await edited(sampleTasks, (sheet) => {
      cell(sheet, 3, '作業内容').value = '新しい内容';
    });
    const now = sampleTasks.map((task, index) => (index === 2 ? { ...task, version: 2 } : task));
    expect((await readBack(bytes, now)).preview.refused[0]?.reason).toContain('取り出し直して');
  });

  it('that is no WBS is refused as a whole', async () => {
    await expect(readBack(new TextEncoder().encode('PK'), sampleTasks)).rejects.toThrow('開けません');
    const other = await renderXlsx({
      title: '表',
      sheets: [{ name: '表', columns: [{ title: '品名', width: 9 }], rows: [['紙']] }],
    });
    await expect(readBack(other, sampleTasks)).rejects.toThrow('WBSの表が見つかりません');
    const bare = await edited(sampleTasks, (sheet) => sheet.spliceColumns(1, 2));
    await expect(readBack(bare, sampleTasks)).rejects.toThrow('識別子');
  });
});

describe('through the contract', () => {
  let wbs: StartedWbs;
  beforeAll(async () => {
    wbs = await startWbs();
  });
  afterAll(() => wbs.test.close());

  const send = async (bytes: Uint8Array): Promise<string> => {
    async function* stream() {
      yield bytes;
    }
    return (await wbs.test.application.upload(wbs.manager, 'wbs.xlsx', stream())).id;
  };

  it('a file is looked at first and taken in as one change', async () => {
    const { engagementId, manager, office } = wbs;
    const engagement = wbs.test.application.client(engagementContract, manager);
    const { bytes } = await engagement.downloadWbs({ engagementId });
    const book = new Workbook();
    await book.xlsx.load(bytes);
    const sheet = book.getWorksheet('WBS');
    if (sheet === undefined) throw new Error('a sheet');
    const count = (await wbs.tasks()).length;
    cell(sheet, 4, '人日').value = 3;
    cell(sheet, count + 1, '作業').value = '追加の会議';
    cell(sheet, count + 1, '担当').value = '双方';
    cell(sheet, count + 1, '開始予定').value = new Date('2026-07-01T00:00:00.000Z');
    cell(sheet, count + 1, '終了予定').value = new Date('2026-07-02T00:00:00.000Z');
    const fileId = await send(new Uint8Array(await book.xlsx.writeBuffer()));
    const preview = await engagement.previewWbsImport({ engagementId, fileId });
    expect(preview).toMatchObject({ added: [{ name: '追加の会議' }], refused: [], removed: [] });
    expect(preview.changed).toHaveLength(1);
    expect((await wbs.tasks()).length).toBe(count);
    await expect(
      wbs.test.application.client(engagementContract, office).previewWbsImport({ engagementId, fileId }),
    ).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(engagement.importWbs({ engagementId, fileId, basis: 'other' })).rejects.toMatchObject({
      code: 'state.refused',
    });
    expect(await engagement.importWbs({ engagementId, fileId, basis: preview.basis })).toEqual({
      added: 1,
      changed: 1,
      removed: 0,
    });
    expect((await wbs.tasks()).at(-1)).toMatchObject({ name: '追加の会議', origin: 'own', plannedEnd: '2026-07-02' });
    await expect(engagement.importWbs({ engagementId, fileId, basis: preview.basis })).rejects.toMatchObject({
      code: 'state.refused',
    });
  });
});
