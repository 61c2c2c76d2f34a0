import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkList,
  type ListColumn,
  type ListContent,
  type ListRow,
  type ListValue,
  readCsv,
  stampOf,
  writeCsv,
} from '../../core/exchange/index.ts';
import { renderXlsx } from '../../documents/index.ts';
import { hasOffice, savedAll } from '../../documents/testing/office.ts';
import { readSpreadsheet } from '../../importers/xlsx/read.ts';
import type { Caller } from '../../kernel/caller.ts';
import { AppError } from '../../kernel/error.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { engagementContract } from '../engagement/contract.ts';
import { meetingsContract } from '../meetings/contract.ts';
import { listWorkbook } from './documents/list-workbook.ts';

let test: TestApplication;
let engagementId: string;
/** Every list that could be opened, with the columns as they are declared; two choices at least stand in each choice. */
const lists: { readonly name: string; readonly columns: readonly ListColumn[] }[] = [];
const skipped: string[] = [];

const callers = (): Caller[] => [
  test.caller(['security-office']),
  test.caller(['audit-lead']),
  test.caller(['administrator']),
  test.caller(['department-head']),
];

beforeAll(async () => {
  test = await startTestApplication({ start: '2026-06-10T00:00:00.000Z' });
  const office = test.caller(['security-office']);
  ({ engagementId } = await test.application.client(engagementContract, office).createEngagement({
    specification: 'chiba-2026',
    contractDate: '2026-06-01',
    contractor: '青空監査法人',
    client: { department: '情報課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
    places: ['市役所'],
  }));
  const issue = { engagementId, meetingId: null, owner: 'city' as const, due: null };
  await test.application.client(meetingsContract, office).openIssue({ ...issue, content: '課題' });
  for (const { contract, lists: declared } of test.application.parts.modules) {
    for (const provider of declared) {
      const name = `${contract.id}.${provider.id}`;
      const columns = await columnsOf(
        provider.permission,
        async (caller) =>
          test.application.run(caller, async (context) => {
            const scope = provider.scope === 'engagement' ? engagementId : null;
            const [first] = await provider.subjects(context, scope);
            if (provider.per !== null && first === undefined) return null;
            const open = await provider.open(context, { engagementId: scope, subject: first?.id ?? null });
            return open.columns;
          }),
        contract.permissions[provider.permission]?.roles ?? [],
      );
      if (columns === null) skipped.push(name);
      else lists.push({ name, columns: columns.map(withChoices) });
    }
  }
}, 120_000);
afterAll(() => test.close());

async function columnsOf(
  permission: string,
  open: (caller: Caller) => Promise<readonly ListColumn[] | null>,
  roles: readonly string[],
): Promise<readonly ListColumn[] | null> {
  const caller = callers().find((one) => one.roles.some((role) => roles.includes(role)));
  if (caller === undefined) throw new Error(`nobody may ${permission}`);
  return open(caller).catch((error: unknown) => {
    // What a procedure has yet to bring about is told by its page, not by an empty list.
    if (error instanceof AppError && error.code === 'state.refused') return null;
    throw error;
  });
}

const withChoices = (column: ListColumn): ListColumn =>
  column.kind === 'choice' || column.kind === 'choices'
    ? {
        ...column,
        choices: [
          ...(column.choices ?? []),
          { value: 'one', label: '一つ目の選択肢' },
          { value: 'two', label: '二、三' },
        ],
      }
    : column;

const typed = [
  '監',
  '髙',
  '﨑',
  '①',
  '㈱',
  'Ⅲ',
  '～',
  '、',
  ',',
  '=',
  '+',
  '-',
  '@',
  "'",
  '"',
  ' ',
  '　',
  '\n',
  '\r',
  '\t',
  '&',
  '<',
  '1',
  'A',
  '𠮷',
  '_x000D_',
];
const text = fc.string({ unit: fc.constantFrom(...typed), maxLength: 12 });
/** Another program keeps a cell's lines, but not the two old ways to end one. */
const mailed = fc.string({ unit: fc.constantFrom(...typed.filter((one) => !/[\r\t]|_x/u.test(one))), maxLength: 12 });

function valueOf(column: ListColumn, words = text): fc.Arbitrary<ListValue> {
  const choices = (column.choices ?? []).map(({ value }) => value);
  switch (column.kind) {
    case 'text':
      return words;
    case 'texts':
      return fc.array(words, { maxLength: 3 });
    case 'number':
      return fc.option(fc.integer({ min: -9999, max: 9999 }), { nil: null });
    case 'day':
      return fc.option(
        fc.integer({ min: 0, max: 25_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10)),
        { nil: null },
      );
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(null, ...choices);
    case 'choices':
      return fc.subarray(choices);
  }
}

const rowsOf = (columns: readonly ListColumn[], most: number, words = text): fc.Arbitrary<ListRow[]> =>
  fc
    .array(fc.record(Object.fromEntries(columns.map((column) => [column.key, valueOf(column, words)]))), {
      maxLength: most,
    })
    .map((rows) => rows.map((values, index) => ({ id: `id-${index}`, values })));

const options = { title: '一覧', help: null, today: '2026-06-10', editable: true, additions: true, engagement: null };
const limits = { rows: 12_000, cells: 600_000 };
const nothing = { added: [], changed: [], removed: [], refused: [] };
const asXlsx = async (list: ListContent) => readSpreadsheet(await renderXlsx(listWorkbook(list, options)));

describe('every list of the product', () => {
  it('opens on an engagement that has just begun', () => {
    expect(lists.length).toBeGreaterThan(50);
    // Lists by audit, campaign or catalogue have nothing to choose from yet, or have yet to begin.
    const later =
      /^(?:(?:analysis|audit|audit-plan|audit-report|checklist|internal-audit|training|self-check|questionnaire|standards|consultation)\.|deliverables\.removed-pieces$)/u;
    expect(skipped.filter((name) => !later.test(name))).toEqual([]);
  });

  it('has columns that can be told apart', () => {
    for (const { name, columns } of lists) {
      const titles = columns.flatMap(({ title, aliases = [] }) => [title, ...aliases]);
      expect([name, titles.filter((title, index) => titles.indexOf(title) !== index)]).toEqual([name, []]);
      expect([name, new Set(columns.map(({ key }) => key)).size]).toEqual([name, columns.length]);
    }
  });

  it('goes out as CSV and comes back with nothing changed, whatever it holds', () => {
    for (const { columns } of lists) {
      fc.assert(
        fc.property(rowsOf(columns, 6), (rows) => {
          const list = { columns, rows };
          expect(checkList(list, [readCsv(writeCsv(list), limits)])).toMatchObject({
            ...nothing,
            unchanged: rows.length,
          });
        }),
        { numRuns: 25 },
      );
    }
  });

  it('goes out as Excel and comes back with nothing changed, whatever it holds', async () => {
    for (const { columns } of lists) {
      await fc.assert(
        fc.asyncProperty(rowsOf(columns, 8), async (rows) => {
          const list = { columns, rows };
          expect(checkList(list, await asXlsx(list))).toMatchObject({ ...nothing, unchanged: rows.length });
        }),
        { numRuns: 2 },
      );
    }
  }, 120_000);

  it.skipIf(!hasOffice)(
    'comes back from LibreOffice, which opened and saved it, with nothing changed',
    async () => {
      const sent = lists.map(({ name, columns }, index) => {
        const [rows = []] = fc.sample(
          rowsOf(columns, 4, mailed).filter((some) => some.length > 1),
          { numRuns: 1, seed: index },
        );
        return { name, list: { columns, rows } };
      });
      const files: Uint8Array[] = [];
      for (const { list } of sent) files.push(await renderXlsx(listWorkbook(list, options)));
      const saved = savedAll(files);
      for (const [index, { name, list }] of sent.entries()) {
        const check = checkList(list, await readSpreadsheet(saved[index] ?? new Uint8Array()));
        expect({ name, ...check }).toMatchObject({ name, ...nothing, unchanged: list.rows.length });
      }
    },
    240_000,
  );

  it('shows exactly the one cell that was edited', () => {
    for (const { columns } of lists) {
      const at = columns.findIndex(({ kind, edit }) => kind === 'text' && edit === 'always');
      const column = columns[at];
      if (column === undefined) continue;
      const [rows = []] = fc.sample(
        rowsOf(columns, 5).filter((some) => some.length > 0),
        { numRuns: 1, seed: 7 },
      );
      const list = { columns, rows };
      const [first] = rows;
      if (first === undefined) throw new Error('a row');
      const edited = { ...first, values: { ...first.values, [column.key]: '書き換え' } };
      const source = writeCsv({ columns, rows: [edited, ...rows.slice(1)] }).replaceAll(
        stampOf(columns, edited),
        stampOf(columns, first),
      );
      const check = checkList(list, [readCsv(source, limits)]);
      expect(check.refused).toEqual([]);
      expect(check.changed.map(({ id, cells }) => [id, cells.map(({ key, after }) => [key, after])])).toEqual([
        [first.id, [[column.key, '書き換え']]],
      ]);
    }
  });
});
