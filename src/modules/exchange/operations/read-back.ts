/** An edited list comes back: looked at first, then taken in as a whole or not at all. */
import { createHash } from 'node:crypto';
import { checkList, type ListCheck, type RefusedCell, stampOf } from '../../../core/exchange/index.ts';
import { readListFile } from '../../../importers/list-file.ts';
import { AppError, ERROR_CATALOGUE, fieldError } from '../../../kernel/error.ts';
import type { Context, ListScope, OpenList } from '../../../kernel/module.ts';
import { CHANGE_LIMIT, type ListPreview } from '../contract.ts';
import { facts } from '../facts.ts';
import { type Chosen, type H, openAs, providerOf, requireEditable, scopeOf } from './lists.ts';

interface Reading {
  readonly list: OpenList;
  readonly check: ListCheck;
  readonly scope: ListScope;
  readonly basis: string;
}

export const previewList: H<'previewList'> = async (context, { fileId, ...chosen }) => {
  const { list, check, basis } = await readBack(context, chosen, fileId);
  const tried = await trial(context, list, check);
  const refusedRows = new Set(tried.map(({ row }) => row));
  const kept = <T extends { readonly row: number }>(rows: readonly T[]): T[] =>
    rows.filter(({ row }) => !refusedRows.has(row));
  return {
    added: kept(check.added).map(({ row, name }) => ({ row, name })),
    changed: kept(check.changed).map(({ row, name, cells }) => ({ row, name, cells: cells.map(shortened) })),
    removed: list.remove === undefined ? [] : [...check.removed],
    refused: [...check.refused, ...tried].toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)).map(cut),
    unchanged: check.unchanged,
    notices: noticesOf(list, check),
    basis,
  };
};

export const applyList: H<'applyList'> = async (context, { fileId, basis, accept, remove, ...chosen }) => {
  const { list, check, scope, basis: now } = await readBack(context, chosen, fileId);
  if (now !== basis) {
    throw new AppError('state.refused', {
      message: '確かめた後に一覧が変更されています。もう一度ファイルの内容を確かめてから取り込んでください。',
    });
  }
  const accepted = new Set(accept);
  const added = check.added.filter(({ row }) => accepted.has(row));
  const changed = check.changed.filter(({ row }) => accepted.has(row));
  const removed = check.removed.filter(({ id }) => remove.includes(id));
  if (added.length + changed.length !== accepted.size || removed.length !== remove.length) {
    throw new AppError('state.refused', {
      message: '受け付けられない行が選ばれています。もう一度ファイルの内容を確かめてから取り込んでください。',
    });
  }
  for (const step of stepsOf(list, { changed, added, removed })) {
    try {
      await context.attempt(step.run);
    } catch (error) {
      const [problem] = problemsOf(error, step);
      if (problem === undefined) throw error;
      const place = step.row === null ? '' : `${step.row}行目`;
      throw new AppError('state.refused', {
        message: `${place}「${step.name}」：${problem.reason}ほかの行も含めて、何も変えていません。もう一度ファイルの内容を確かめてください。`,
      });
    }
  }
  const counts = { added: added.length, changed: changed.length, removed: removed.length };
  facts.record(context, 'list.imported', {
    engagementId: scope.engagementId,
    subject: chosen.list,
    data: { list: chosen.list, ...counts },
  });
  return counts;
};

async function readBack(context: Context, chosen: Chosen, fileId: string): Promise<Reading> {
  const provider = providerOf(context, chosen.list);
  requireEditable(context, provider);
  // The file is only looked at: it stays an upload that nobody uses, and goes with the next sweep.
  const file = await context.attempt(
    async () => {
      await context.files.attach(fileId, `list/${chosen.list}`);
      return context.files.open(fileId);
    },
    { keep: false },
  );
  if (!/\.(?:xlsx|csv|txt)$/iu.test(file.name)) {
    throw fieldError('fileId', 'Excel（.xlsx）又はCSV（.csv）のファイルを選んでください。');
  }
  const scope = scopeOf(provider, chosen);
  const list = await openAs(context, provider, scope);
  const check = checkList(list, await readListFile(file.bytes));
  const many = check.added.length + check.changed.length;
  if (many > CHANGE_LIMIT) {
    throw fieldError(
      'fileId',
      `一度に取り込めるのは、加える行と変える行を合わせて${CHANGE_LIMIT.toLocaleString('ja-JP')}行までです（このファイルは${many.toLocaleString('ja-JP')}行）。分けてから読み込んでください。`,
    );
  }
  const refusedKinds: RefusedCell[] = [];
  const refuseAll = (rows: ListCheck['added'], reason: string): void => {
    refusedKinds.push(...rows.map(({ row, name }) => ({ row, column: '', title: '', value: name, reason })));
  };
  if (list.add === undefined)
    refuseAll(
      check.added,
      provider.edit?.add === undefined
        ? 'この一覧には、ファイルから行を加えられません。画面で登録してください。'
        : 'この一覧に行を加えられるのは、契約の相手方です。',
    );
  if (list.change === undefined)
    refuseAll(
      check.changed,
      provider.edit?.change === undefined
        ? 'この一覧の行は、ファイルからは変えられません。画面で変更してください。'
        : 'この一覧の行を変えられるのは、契約の相手方です。',
    );
  const possible: ListCheck = {
    ...check,
    added: list.add === undefined ? [] : check.added,
    changed: list.change === undefined ? [] : check.changed,
    refused: [...check.refused, ...refusedKinds],
  };
  return { list, check: possible, scope, basis: basisOf(list, file.sha256) };
}

/** Changes whenever a row of the list changes, or another file is sent. */
function basisOf(list: OpenList, file: string): string {
  const state = JSON.stringify([file, list.rows.map((row) => [row.id, stampOf(list.columns, row)])]);
  return createHash('sha256').update(state).digest('hex');
}

interface Step {
  /** Row of the sheet; null for a row that is to be removed. */
  readonly row: number | null;
  readonly name: string;
  readonly places: ReadonlyMap<string, string>;
  readonly run: () => Promise<unknown>;
}

function stepsOf(
  list: OpenList,
  { changed, added, removed }: Pick<ListCheck, 'added' | 'changed' | 'removed'>,
): Step[] {
  const { add, change, remove } = list;
  return [
    ...(change === undefined ? [] : changed).map((row) => ({
      ...row,
      run: async () => change?.(row.id, row.values, new Set(row.cells.map(({ key }) => key))),
    })),
    ...removed.map(({ id, name }) => ({ row: null, name, places: new Map(), run: async () => remove?.(id) })),
    ...added.map((row) => ({ ...row, run: async () => add?.(row.values) })),
  ];
}

/** What the owning module refuses, found by carrying everything out and taking it back. */
async function trial(context: Context, list: OpenList, check: ListCheck): Promise<RefusedCell[]> {
  return context.attempt(
    async () => {
      const refused: RefusedCell[] = [];
      for (const step of stepsOf(list, { ...check, removed: [] })) {
        try {
          await context.attempt(step.run);
        } catch (error) {
          const problems = problemsOf(error, step, list);
          if (problems.length === 0) throw error;
          refused.push(...problems);
        }
      }
      return refused;
    },
    { keep: false },
  );
}

/** The refusal of an operation as cells of the file; empty for an error that is nobody's slip. */
function problemsOf(error: unknown, step: Step, list?: OpenList): RefusedCell[] {
  if (!(error instanceof AppError) || ERROR_CATALOGUE[error.code].status >= 500) return [];
  const message = error.detail.message ?? ERROR_CATALOGUE[error.code].message;
  const fields = error.detail.fields ?? [];
  if (fields.length === 0) return [{ row: step.row, column: '', title: '', value: step.name, reason: message }];
  return fields.map(({ path, message: reason }) => {
    const [key = ''] = path.split('.');
    const title = list?.columns.find((column) => column.key === key)?.title ?? '';
    return { row: step.row, column: step.places.get(key) ?? '', title, value: step.name, reason };
  });
}

function noticesOf(list: OpenList, check: ListCheck): string[] {
  const missing = list.remove === undefined ? check.removed.length : 0;
  return [
    ...check.notices,
    ...(missing === 0
      ? []
      : [`ファイルにない行が${missing}件ありますが、この一覧の行はファイルからは取り消せません。そのまま残ります。`]),
  ];
}

const LONG = 400;
const short = (text: string): string => (text.length > LONG ? `${text.slice(0, LONG)}…` : text);
const shortened = ({ column, title, before, after }: ListPreview['changed'][number]['cells'][number]) => ({
  column,
  title,
  before: short(before),
  after: short(after),
});
const cut = (cell: RefusedCell): RefusedCell => ({ ...cell, value: short(cell.value) });
