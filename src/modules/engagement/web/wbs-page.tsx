import { useState } from 'react';
import { useCan, useEngagementId } from '../../../web/session.ts';
import {
  Button,
  type Column,
  DayText,
  Loaded,
  Notice,
  Page,
  Section,
  StatusBadge,
  Table,
  TextLink,
  useLoad,
} from '../../../web/ui/index.ts';
import { PARTY_LABELS } from '../labels.ja.ts';
import { engagement, type Task } from './client.ts';
import { messages } from './messages.ja.ts';
import { MonthBars } from './month-bars.tsx';
import { EditTaskDialog, ReportDialog } from './task-dialogs.tsx';

const text = messages.wbs;

type Opened = { readonly kind: 'edit' | 'report'; readonly task: Task };

/** The work breakdown: what is done, by whom, after what, when, and how far it has come. */
export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const [opened, setOpened] = useState<Opened>();
  const wbs = useLoad(() => engagement.listTasks({ engagementId }), [engagementId]);
  const close = (): void => setOpened(undefined);
  const done = (): void => {
    close();
    wbs.reload();
  };
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded from={wbs}>
        {({ tasks, today, changedSinceApproval }) => (
          <>
            {changedSinceApproval && (
              <Notice tone="warning" title={text.changed}>
                <p>
                  {text.changedHelp} <TextLink href={`/engagements/${engagementId}/plans`}>{text.toPlans}</TextLink>
                </p>
              </Notice>
            )}
            <Section title={text.list}>
              <Table
                caption={text.list}
                hideCaption
                rows={tasks}
                rowKey={({ id }) => id}
                columns={columnsFor({
                  tasks,
                  today,
                  engagementId,
                  onEdit: can('engagement.plan') ? (task) => setOpened({ kind: 'edit', task }) : undefined,
                  onReport: can('engagement.settle') ? (task) => setOpened({ kind: 'report', task }) : undefined,
                })}
              />
            </Section>
            <Section title={text.bars}>
              <p>{text.barsLead}</p>
              <MonthBars tasks={tasks} />
            </Section>
          </>
        )}
      </Loaded>
      {opened?.kind === 'edit' && (
        <EditTaskDialog engagementId={engagementId} task={opened.task} onClose={close} onDone={done} />
      )}
      {opened?.kind === 'report' && (
        <ReportDialog engagementId={engagementId} task={opened.task} onClose={close} onDone={done} />
      )}
    </Page>
  );
}

interface Given {
  readonly tasks: readonly Task[];
  readonly today: string;
  readonly engagementId: string;
  readonly onEdit: ((task: Task) => void) | undefined;
  readonly onReport: ((task: Task) => void) | undefined;
}

function columnsFor({ tasks, today, engagementId, onEdit, onReport }: Given): readonly Column<Task>[] {
  const columns: Column<Task>[] = [
    { key: 'position', header: text.columns.position, align: 'end', cell: ({ position }) => position },
    {
      key: 'name',
      header: text.columns.name,
      rowHeader: true,
      cell: ({ name, content, clause }) => (
        <div className="desktop:min-w-72">
          {name}
          <span className="block font-400">{content}</span>
          <span className="block font-400">
            <TextLink href={`/engagements/${engagementId}/clauses?clause=${encodeURIComponent(clause)}`}>
              {messages.clause} {clause}
            </TextLink>
          </span>
        </div>
      ),
    },
    {
      key: 'owner',
      header: text.columns.owner,
      cell: ({ owner, members }) => (
        <div className="desktop:min-w-32">
          {PARTY_LABELS[owner] ?? owner}
          {members.map((member) => (
            <span key={member} className="block">
              {member}
            </span>
          ))}
        </div>
      ),
    },
    { key: 'before', header: text.columns.before, cell: (task) => predecessorsText(task, tasks) },
    {
      key: 'days',
      header: text.columns.days,
      nowrap: true,
      cell: ({ plannedStart, plannedEnd, actualStart, actualEnd }) => (
        <>
          <Span label={text.planned} from={plannedStart} to={plannedEnd} />
          {actualStart !== null && <Span label={text.actual} from={actualStart} to={actualEnd} />}
        </>
      ),
    },
    {
      key: 'percent',
      header: text.columns.percent,
      nowrap: true,
      cell: (task) => <TaskState task={task} today={today} />,
    },
  ];
  if (onEdit === undefined && onReport === undefined) return columns;
  return [
    ...columns,
    {
      key: 'act',
      header: text.columns.act,
      nowrap: true,
      cell: (task) => (
        <div className="flex flex-wrap gap-2 desktop:grid desktop:justify-items-start">
          {onReport !== undefined && (
            <Button size="small" aria-label={`${text.report}：${task.name}`} onClick={() => onReport(task)}>
              {text.report}
            </Button>
          )}
          {onEdit !== undefined && (
            <Button size="small" aria-label={`${text.edit}：${task.name}`} onClick={() => onEdit(task)}>
              {text.edit}
            </Button>
          )}
        </div>
      ),
    },
  ];
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

function TaskState({ task, today }: { task: Task; today: string }) {
  const { percent, plannedEnd } = task;
  const late = percent < 100 && plannedEnd < today;
  const state = percent === 100 ? text.states.done : percent === 0 ? text.states.none : text.states.running;
  return (
    <div className="grid justify-items-start gap-1">
      <span>
        {text.percent(percent)} {state}
      </span>
      {late && <StatusBadge tone="error">{text.states.late}</StatusBadge>}
    </div>
  );
}

/** 3、4, the numbers of the tasks to be finished first. */
function predecessorsText(task: Task, tasks: readonly Task[]): string {
  const found = task.predecessors.map((clause) => tasks.find((other) => other.clause === clause)?.position ?? clause);
  return found.length === 0 ? messages.none : found.join('、');
}
