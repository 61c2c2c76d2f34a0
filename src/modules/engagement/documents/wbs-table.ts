/** The WBS as one wide table with a bar over the months, for landscape pages. */
import { formatEraShort } from '../../../core/calendar/index.ts';
import { cell, type Cell, table, type TableBlock, type TableColumn } from '../../../documents/index.ts';
import type { Task } from '../contract.ts';
import type { PlanSource } from './plan-source.ts';
import { OWNERS, predecessorNumbers, taskName } from './plan-words.ts';
import { type Bar, barOf, groupTasks, type Month, monthsOf, yearSpans } from '../schedule.ts';

interface WbsColumn extends TableColumn {
  readonly title: string;
  readonly cell: (task: Task, source: PlanSource) => Cell;
}

const NUMBER: WbsColumn = { title: 'No.', width: 9, align: 'right', cell: (task) => task.position };
const NAME: WbsColumn = { title: '作業', width: '1fr', cell: (task, { tasks }) => taskName(task, tasks) };
const OWNER: WbsColumn = { title: '担当', width: 15, align: 'center', cell: (task) => OWNERS[task.owner] };
const BEFORE: WbsColumn = { title: '先行作業', width: 24, cell: (task, { tasks }) => predecessorNumbers(task, tasks) };
const shortDay = (day: string | null): string => (day === null ? '' : formatEraShort(day));

const MEMBERS: WbsColumn = { title: '担当者', width: 44, cell: (task) => task.members.join('、') };
/** The date, and below it the one of the baseline where that is another. */
const against = (day: string, kept: string | undefined): string =>
  kept === undefined || kept === day ? shortDay(day) : `${shortDay(day)}\n基準${shortDay(kept)}`;

const PLANNED: readonly WbsColumn[] = [
  {
    title: '開始予定',
    width: 18,
    cell: (task, { baseline }) => against(task.plannedStart, baseline?.get(task.id)?.plannedStart),
  },
  {
    title: '終了予定',
    width: 18,
    cell: (task, { baseline }) => against(task.plannedEnd, baseline?.get(task.id)?.plannedEnd),
  },
];
const ACTUAL: readonly WbsColumn[] = [
  { title: '開始実績', width: 18, cell: (task) => shortDay(task.actualStart) },
  { title: '終了実績', width: 18, cell: (task) => shortDay(task.actualEnd) },
  { title: '進捗', width: 13, align: 'right', cell: (task) => `${task.percent}%` },
];

/**
 * Rows by work item, for landscape A3; a bar is a tinted cell that also says the days, so that it is read without colour.
 * `actual` adds the members, what has happened and how far each task has come.
 */
export function wbsTable(source: PlanSource, { actual }: { readonly actual: boolean }): TableBlock {
  const { engagement, specification, tasks } = source;
  const months = monthsOf(engagement.periodFrom, engagement.periodTo);
  const columns = actual
    ? [NUMBER, NAME, OWNER, MEMBERS, BEFORE, ...PLANNED, ...ACTUAL]
    : [NUMBER, NAME, OWNER, BEFORE, ...PLANNED];
  return table({
    fontSize: actual ? 7.5 : 8.5,
    columns: [
      { width: actual ? 36 : 72 },
      ...columns.map(({ width, align }) => ({ width, ...(align === undefined ? {} : { align }) })),
      ...months.map(() => ({ width: actual ? 12 : 15, align: 'center' as const })),
    ],
    header: [
      [
        ...['業務項目', ...columns.map(({ title }) => title)].map((title) =>
          cell(title, { rowspan: 2, vertical: 'middle', align: 'center' }),
        ),
        ...yearSpans(months).map(({ label, count }) => cell(label, { colspan: count, align: 'center' })),
      ],
      months.map(({ label }) => cell(label, { align: 'center' })),
    ],
    rows: groupTasks(tasks, specification.chapters).flatMap((group) =>
      group.tasks.map((task, index): Cell[] => [
        ...(index === 0 ? [groupCell(group.clause, group.title, group.tasks.length)] : []),
        ...columns.map((column) => column.cell(task, source)),
        ...months.map((month: Month) => barCell(barOf(month, task.plannedStart, task.plannedEnd))),
      ]),
    ),
  });
}

function groupCell(clause: string | null, title: string, rows: number): Cell {
  return cell(clause === null ? title : `${clause}　${title}`, { rowspan: rows, shade: 'light', vertical: 'top' });
}

function barCell(bar: Bar): Cell {
  return bar.part === 'none' ? '' : cell(bar.text, { shade: 'header', align: 'center' });
}
