/** What an edited spreadsheet of the WBS would change. Pure: nothing is saved here. */
import { datesContradictions, ScheduleError } from '../../../core/schedule/index.ts';
import type { Calendar } from '../../../core/calendar/index.ts';
import {
  cellOf,
  columnLetters,
  findTable,
  type FoundTable,
  matchLines,
  type SheetContent,
  type SheetLine,
} from '../../../core/exchange/index.ts';
import { SpreadsheetError } from '../../../importers/xlsx/read.ts';
import type { EngagementProfile, Task, WbsImport } from '../contract.ts';
import { networkTasks } from '../rules/network.ts';
import { obstacleToParts, obstacleToRemoval } from '../rules/obstacles.ts';
import { changesBetween, checkWbs, settle } from '../rules/wbs.ts';
import { type DepartmentName, namesFor, type WbsNames } from '../rules/wbs-names.ts';
import { shownText, WBS_COLUMNS, type WbsColumn } from './wbs-columns.ts';

export interface ImportSource {
  readonly engagement: EngagementProfile;
  readonly tasks: readonly Task[];
  readonly departments: readonly DepartmentName[];
  readonly calendar: Calendar;
  readonly newId: () => string;
}

export interface WbsEdit {
  /** The WBS that the file describes; meaningless while a cell is refused. */
  readonly next: readonly Task[];
  readonly preview: Omit<WbsImport, 'basis'>;
}

type Table = FoundTable<WbsColumn>;

interface Row {
  readonly line: SheetLine;
  /** Null for a row that describes a new task. */
  readonly before: Task | null;
  /** The task before any cell was read: what is already there, or a new one. */
  readonly start: Task;
}

/** @throws SpreadsheetError when the file is no WBS at all. */
export function readWbsEdit(sheets: readonly SheetContent[], source: ImportSource): WbsEdit {
  const table = tableIn(sheets);
  const rows = matchRows(table, source);
  const names = namesInFile(table, rows, source);
  const changed: WbsImport['changed'] = [];
  const refused: WbsImport['refused'] = [];
  const read = rows.map((row) => readRow(row, table, names, changed, refused));
  const kept = new Set(read.map(({ id }) => id));
  const gone = source.tasks.filter(({ id }) => !kept.has(id));
  for (const task of gone) {
    const obstacle = obstacleToRemoval(task, read);
    if (obstacle !== null) refused.push({ row: null, column: '', value: task.name, reason: obstacle });
  }
  const rowOf = new Map(rows.map(({ line, start }) => [start.id, line.row]));
  const next = read.map((task, index) => ({ ...task, position: index + 1 }));
  if (refused.length === 0) refused.push(...wholeProblems(next, source, rowOf));
  const added = rows.filter(({ before }) => before === null);
  return {
    next,
    preview: {
      added: added.map(({ line, start }) => ({
        row: line.row,
        name: read.find(({ id }) => id === start.id)?.name ?? '',
      })),
      changed,
      removed: gone.map(({ id, name }) => ({ id, name })),
      refused: refused.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)),
      reordered: refused.length > 0 ? 0 : changesBetween(source.tasks, settle(next, source.calendar)).placed.length,
    },
  };
}

const REQUIRED = ['id', 'version', 'name', 'start', 'end'];

/** The WBS in the file. @throws SpreadsheetError, ListFileError when there is none, or not all of it */
function tableIn(sheets: readonly SheetContent[]): Table {
  const table = findTable(sheets, WBS_COLUMNS, (keys) => ['name', 'start', 'end'].every((key) => keys.has(key)));
  if (table === null) {
    throw new SpreadsheetError(
      'WBSの表が見つかりません。この画面で取り出したExcelを編集し、「作業」「開始予定」「終了予定」の見出しを残してください。',
    );
  }
  const { columns } = table;
  if (!REQUIRED.every((key) => columns.some(({ column }) => column.key === key))) {
    throw new SpreadsheetError(
      '隠れている「識別子」と「保存の回数」の列がありません。WBSを取り出し直し、これらの列を削除せずに編集してください。',
    );
  }
  const shown = columns.filter(({ column }) => column.hidden !== true);
  return { ...table, lines: table.lines.filter(({ cells }) => shown.some(({ at }) => cells.has(at))) };
}

/** Which task each row is about. A row that was copied, or that carries an unknown id, is a new task. */
function matchRows(table: Table, { tasks, newId }: ImportSource): Row[] {
  const known = new Map(tasks.map((task) => [task.id, task]));
  const idOf = (line: SheetLine): string => shownText(cellOf(table, line, 'id'));
  return matchLines(table.lines, idOf, known).map(({ line, before }) => ({
    line,
    before,
    start: before ?? emptyTask(newId()),
  }));
}

const emptyTask = (id: string): Task => ({
  id,
  clause: '',
  position: 0,
  name: '',
  content: '',
  owner: 'contractor',
  members: [],
  predecessors: [],
  plannedStart: '',
  plannedEnd: '',
  percent: 0,
  actualStart: null,
  actualEnd: null,
  origin: 'own',
  parentId: null,
  excluded: null,
  excludedNote: '',
  milestone: false,
  effort: null,
  workDays: null,
  remark: '',
  departmentIds: [],
  version: 1,
});

/** Numbers as the file gives them: rows may have been sorted, added and copied. */
function namesInFile(table: Table, rows: readonly Row[], source: ImportSource): WbsNames {
  const ids = new Map<number, string>();
  const numbers = new Map<string, number>();
  for (const { line, start } of rows) {
    const number = Number(shownText(cellOf(table, line, 'number')).normalize('NFKC') || Number.NaN);
    if (!Number.isInteger(number) || ids.has(number)) continue;
    ids.set(number, start.id);
    numbers.set(start.id, number);
  }
  return {
    ...namesFor(source.tasks, source.departments),
    idOf: (number) => ids.get(number),
    numberOf: (id) => numbers.get(id),
  };
}

function readRow(
  { line, before, start }: Row,
  table: Table,
  names: WbsNames,
  changed: WbsImport['changed'],
  refused: WbsImport['refused'],
): Task {
  let task = start;
  const stale = before !== null && shownText(cellOf(table, line, 'version')) !== String(before.version);
  for (const { column, at } of table.columns) {
    if (column.hidden === true || column.key === 'number') continue;
    const cell = line.cells.get(at) ?? null;
    const value = shownText(cell);
    const shown = before === null ? null : shownText(column.show(before, names));
    if (value === shown) continue;
    const refuse = (reason: string): void => {
      refused.push({ row: line.row, column: columnLetters(at), value, reason });
    };
    if (typeof column.read === 'string') {
      // In a new row these columns are empty, or carry what was copied with the row.
      if (before !== null) refuse(column.read);
      continue;
    }
    const reading = column.read(cell, names);
    if ('refused' in reading) {
      refuse(reading.refused);
      continue;
    }
    const next = { ...task, ...reading.patch };
    if (before === null) {
      task = next;
      continue;
    }
    const after = column.show(next, names);
    if (after === shown) continue;
    if (stale)
      refuse('ファイルを取り出した後に、画面でこの作業が変更されています。WBSを取り出し直して編集してください。');
    changed.push({
      row: line.row,
      column: columnLetters(at),
      task: before.name,
      field: column.title,
      before: shown ?? '',
      after,
    });
    task = { ...next, workDays: ['start', 'end'].includes(column.key) ? null : next.workDays };
  }
  return task;
}

/** What no single cell shows: cycles, levels, contradictory dates, parts of what has begun. */
function wholeProblems(
  next: readonly Task[],
  { engagement, tasks, calendar }: ImportSource,
  rowOf: ReadonlyMap<string, number>,
): WbsImport['refused'] {
  const before = new Map(tasks.map((task) => [task.id, task]));
  const problem = (task: Task | undefined, reason: string): WbsImport['refused'][number] => ({
    row: task === undefined ? null : (rowOf.get(task.id) ?? null),
    column: '',
    value: task?.name ?? '',
    reason,
  });
  const found = next.flatMap((task) => {
    const was = before.get(task.id);
    if (was !== undefined && task.origin === 'specification' && task.parentId !== was.parentId) {
      return [problem(task, '仕様書から導いた作業の階層は変えられません。')];
    }
    if (was !== undefined && task.origin === 'specification' && task.name !== was.name) {
      return [problem(task, '仕様書から導いた作業の名称は変えられません。内容を作業内容の欄に書いてください。')];
    }
    if (task.excluded !== null && task.origin === 'own') {
      return [problem(task, '自ら加えた作業は対象外にできません。不要なときは行を削除してください。')];
    }
    if (task.excluded !== null && task.percent > 0) {
      return [problem(task, '既に始めた作業は対象外にできません。進捗を0に戻してから対象外にしてください。')];
    }
    if (
      was !== undefined &&
      hasParts(was, tasks) &&
      (was.plannedStart !== task.plannedStart || was.plannedEnd !== task.plannedEnd)
    ) {
      return [problem(task, '内訳のある作業の予定日は、内訳から決まります。内訳の作業の予定日を改めてください。')];
    }
    const parent = task.parentId === null || task.parentId === was?.parentId ? undefined : before.get(task.parentId);
    const obstacle = parent === undefined ? null : obstacleToParts(parent, tasks);
    return obstacle === null ? [] : [problem(task, obstacle)];
  });
  if (found.length > 0) return found;
  try {
    checkWbs(next, { from: engagement.periodFrom, to: engagement.periodTo });
    const network = networkTasks(settle(next, calendar), { windows: [], dues: new Map() });
    return datesContradictions(network, calendar)
      .filter(({ id }) => {
        const [was, is] = [before.get(id), next.find((task) => task.id === id)];
        return was === undefined || is === undefined || orderDiffers(was, is);
      })
      .map(({ id, message }) =>
        problem(
          next.find((task) => task.id === id),
          message,
        ),
      );
  } catch (error) {
    if (error instanceof ScheduleError)
      return [
        problem(
          next.find(({ id }) => id === error.path[0]),
          error.message,
        ),
      ];
    throw error;
  }
}

const hasParts = (task: Task, tasks: readonly Task[]): boolean => tasks.some(({ parentId }) => parentId === task.id);

const orderDiffers = (was: Task, is: Task): boolean =>
  was.plannedStart !== is.plannedStart || JSON.stringify(was.predecessors) !== JSON.stringify(is.predecessors);
