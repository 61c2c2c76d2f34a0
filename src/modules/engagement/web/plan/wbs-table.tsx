import { type Column, DayText, StatusBadge, Table, TextLink } from '../../../../web/ui/index.ts';
import type { WbsNames } from '../../rules/wbs-names.ts';
import { predecessorsText } from '../../rules/wbs-names.ts';
import type { Schedule, ScheduleRow, Task } from '../client.ts';
import { planMessages } from './messages.ja.ts';
import { type TaskActions, TaskButtons } from './task-buttons.tsx';

const text = planMessages.wbs;

export interface TaskLine {
  readonly task: Task;
  readonly row: ScheduleRow;
}

export const linesFor = ({ tasks, rows }: Schedule): TaskLine[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return tasks.flatMap((task) => {
    const row = byId.get(task.id);
    return row === undefined ? [] : [{ task, row }];
  });
};

interface WbsTableProps {
  readonly schedule: Schedule;
  readonly names: WbsNames;
  readonly engagementId: string;
  readonly actions: TaskActions;
}

/** The same as the Gantt chart, in words. */
export function WbsTable({ schedule, names, engagementId, actions }: WbsTableProps) {
  return (
    <Table
      caption={text.list}
      hideCaption
      rows={linesFor(schedule)}
      rowKey={({ task }) => task.id}
      columns={columnsFor({ schedule, names, engagementId, actions })}
    />
  );
}

function columnsFor({ schedule, names, engagementId, actions }: WbsTableProps): readonly Column<TaskLine>[] {
  const { tasks, today } = schedule;
  return [
    { key: 'number', header: text.columns.number, align: 'end', cell: ({ task }) => task.position },
    {
      key: 'name',
      header: text.columns.name,
      rowHeader: true,
      cell: (line) => <TaskName line={line} engagementId={engagementId} />,
    },
    {
      key: 'owner',
      header: text.columns.owner,
      cell: ({ task: { owner, members, effort } }) => (
        <div className="desktop:min-w-24">
          {planMessages.form.owners[owner]}
          {members.map((member) => (
            <span key={member} className="block">
              {member}
            </span>
          ))}
          {effort !== null && <span className="block">{text.effort(effort)}</span>}
        </div>
      ),
    },
    {
      key: 'before',
      header: text.columns.before,
      // An element, not a string: a list may break after each number.
      cell: ({ task }) => (
        <span>{task.predecessors.length === 0 ? text.none : predecessorsText(task.predecessors, names)}</span>
      ),
    },
    { key: 'days', header: text.columns.days, nowrap: true, cell: (line) => <TaskDays line={line} /> },
    {
      key: 'percent',
      header: text.columns.percent,
      cell: (line) => <TaskState line={line} tasks={tasks} today={today} />,
    },
    ...(actions.edit === undefined && actions.report === undefined
      ? []
      : [
          {
            key: 'act',
            header: text.columns.act,
            cell: ({ task, row }: TaskLine) => <TaskButtons task={task} parent={row.parent} actions={actions} />,
          },
        ]),
  ];
}

function TaskName({ line: { task, row }, engagementId }: { line: TaskLine; engagementId: string }) {
  return (
    <div className="desktop:min-w-48">
      {row.outline !== String(task.position) && `${row.outline}　`}
      {task.name}
      {task.content !== '' && <span className="block font-400">{task.content}</span>}
      {task.clause !== '' && (
        <span className="block font-400">
          <TextLink href={`/engagements/${engagementId}/clauses?clause=${encodeURIComponent(task.clause)}`}>
            {text.clause} {task.clause}
          </TextLink>
        </span>
      )}
      <span className="flex flex-wrap gap-1">
        {task.origin === 'own' && <StatusBadge tone="neutral">{text.own}</StatusBadge>}
        {task.milestone && <StatusBadge tone="neutral">{text.milestone}</StatusBadge>}
      </span>
      {row.blackouts.map(({ from, reason }) => (
        <span key={`${from}${reason}`} className="block font-400">
          {text.blackout(reason)}
        </span>
      ))}
    </div>
  );
}

function TaskDays({ line: { task, row } }: { line: TaskLine }) {
  const { plannedStart, plannedEnd, actualStart, actualEnd } = task;
  const moved = row.baselineStart !== null && (row.baselineStart !== plannedStart || row.baselineEnd !== plannedEnd);
  return (
    <>
      <Span label={text.planned} from={plannedStart} to={plannedEnd} />
      {moved && row.baselineStart !== null && (
        <Span label={text.baseline} from={row.baselineStart} to={row.baselineEnd} />
      )}
      {actualStart !== null && <Span label={text.actual} from={actualStart} to={actualEnd} />}
      {row.lateDays > 0 && row.forecastEnd !== null && (
        <span className="block">
          {text.forecast}：{text.until}
          <DayText day={row.forecastEnd} look="short" />
        </span>
      )}
      {row.due !== null && (
        <span className="block">
          {text.due}：<DayText day={row.due} look="short" />
        </span>
      )}
    </>
  );
}

function Span({ label, from, to }: { label: string; from: string; to: string | null }) {
  return (
    <span className="block">
      {label}：<DayText day={from} look="short" />
      {text.until}
      {to !== null && <DayText day={to} look="short" />}
    </span>
  );
}

function TaskState({ line, tasks, today }: { line: TaskLine; tasks: readonly Task[]; today: string }) {
  const { task, row } = line;
  if (task.excluded !== null) {
    return (
      <div className="grid justify-items-start gap-1">
        <StatusBadge tone="neutral">{text.states.excluded}</StatusBadge>
        <span>{planMessages.form.reasons[task.excluded]}</span>
        {task.excludedNote !== '' && <span>{task.excludedNote}</span>}
      </div>
    );
  }
  const cause = tasks.find(({ id }) => id === row.causeId);
  const late = task.percent < 100 && task.plannedEnd < today;
  return (
    <div className="grid justify-items-start gap-1 desktop:min-w-28">
      <span>
        {text.percent(task.percent)} {stateText(task.percent)}
      </span>
      {late && <StatusBadge tone="error">{text.states.late}</StatusBadge>}
      {row.critical && <StatusBadge tone="warning">{text.critical}</StatusBadge>}
      {row.totalFloat !== null && task.percent < 100 && <span>{text.room(row.totalFloat)}</span>}
      {row.lateDays > 0 && <span>{text.lateBy(row.lateDays)}</span>}
      {cause !== undefined && <span>{text.becauseOf(cause.name)}</span>}
      {task.remark !== '' && <span>{text.remark(task.remark)}</span>}
    </div>
  );
}

const stateText = (percent: number): string =>
  percent === 100 ? text.states.done : percent === 0 ? text.states.none : text.states.running;
