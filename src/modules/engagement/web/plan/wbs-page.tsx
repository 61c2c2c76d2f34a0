import { useState } from 'react';
import { useLocation } from 'react-router';
import { clientFor } from '../../../../web/client.ts';
import { useCan, useEngagementId } from '../../../../web/session.ts';
import {
  Button,
  DownloadLinks,
  announce,
  Loaded,
  Notice,
  Page,
  Problem,
  Section,
  Tabs,
  TextLink,
  useCommand,
  useLoad,
} from '../../../../web/ui/index.ts';
import { formatEra } from '../../../../core/calendar/era.ts';
import type { peopleContract } from '../../../people/contract.ts';
import { namesFor } from '../../rules/wbs-names.ts';
import { engagement, type Schedule, type Task } from '../client.ts';
import { BaselineSection } from './baseline-section.tsx';
import { DelayBox } from './delay-box.tsx';
import { Gantt } from './gantt.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { planMessages } from './messages.ja.ts';
import { type TaskActions } from './task-buttons.tsx';
import { TaskFormDialog } from './task-form.tsx';
import { ExcludeDialog, ReportDialog } from './task-reports.tsx';
import { WbsTable } from './wbs-table.tsx';

const text = planMessages.wbs;
const people = clientFor<typeof peopleContract>('people');

type Opened =
  | { readonly kind: 'edit' | 'report' | 'exclude'; readonly task: Task }
  | { readonly kind: 'add' | 'import' };

/** The work breakdown: what is done, by whom, after what, when, how far it has come, and what it will come to. */
export function Component() {
  const engagementId = useEngagementId();
  const { pathname } = useLocation();
  const [baselineId, setBaselineId] = useState<string | null>(null);
  const [opened, setOpened] = useState<Opened>();
  const wbs = useLoad(
    async () => ({
      schedule: await engagement.getSchedule({ engagementId, ...(baselineId === null ? {} : { baselineId }) }),
      departments: (await people.listDepartments({})).departments,
    }),
    [engagementId, baselineId],
  );
  const can = useCan();
  const mayPlan = can('engagement.plan');
  const close = (): void => setOpened(undefined);
  const done = (): void => {
    close();
    wbs.reload();
  };
  const { actions, shift, problem } = useTaskCommands(engagementId, setOpened, wbs.reload);
  const gantt = pathname.endsWith('/gantt');
  const base = `/engagements/${engagementId}/wbs`;
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded from={wbs}>
        {({ schedule, departments }) => {
          const names = namesFor(schedule.tasks, departments);
          const table = <WbsTable schedule={schedule} names={names} engagementId={engagementId} actions={actions} />;
          return (
            <>
              <Notices schedule={schedule} engagementId={engagementId} />
              {problem !== undefined && <Problem problem={problem} />}
              <DelayBox
                engagementId={engagementId}
                schedule={schedule}
                mayReport={can('engagement.settle')}
                mayPlan={mayPlan}
                onDone={wbs.reload}
              />
              <Section
                title={text.list}
                actions={
                  mayPlan && (
                    <>
                      <Button onClick={() => setOpened({ kind: 'add' })}>{text.add}</Button>
                      <Button onClick={() => setOpened({ kind: 'import' })}>{text.import}</Button>
                    </>
                  )
                }
              >
                <Files engagementId={engagementId} />
                <Tabs
                  name={text.views}
                  items={[
                    { label: text.asTable, href: base, exact: true },
                    { label: text.asGantt, href: `${base}/gantt` },
                  ]}
                />
                {gantt ? (
                  <>
                    <div className="max-desktop:hidden">
                      <Gantt
                        schedule={schedule}
                        onEdit={mayPlan ? (task) => setOpened({ kind: 'edit', task }) : undefined}
                        onShift={mayPlan ? shift : undefined}
                      />
                    </div>
                    <div className="desktop:hidden">{table}</div>
                  </>
                ) : (
                  table
                )}
              </Section>
              <BaselineSection
                engagementId={engagementId}
                schedule={schedule}
                mayPlan={mayPlan}
                onChoose={setBaselineId}
                onDone={wbs.reload}
              />
              {(opened?.kind === 'add' || opened?.kind === 'edit') && (
                <TaskFormDialog
                  engagementId={engagementId}
                  task={opened.kind === 'edit' ? opened.task : null}
                  tasks={schedule.tasks}
                  names={names}
                  onClose={close}
                  onDone={done}
                />
              )}
            </>
          );
        }}
      </Loaded>
      {opened?.kind === 'report' && (
        <ReportDialog engagementId={engagementId} task={opened.task} onClose={close} onDone={done} />
      )}
      {opened?.kind === 'exclude' && (
        <ExcludeDialog engagementId={engagementId} task={opened.task} onClose={close} onDone={done} />
      )}
      {opened?.kind === 'import' && <ImportDialog engagementId={engagementId} onClose={close} onDone={done} />}
    </Page>
  );
}

/** What acts at once, without a form, and what opens one. */
function useTaskCommands(engagementId: string, open: (opened: Opened) => void, reload: () => void) {
  const can = useCan();
  const mayPlan = can('engagement.plan');
  const key = (task: Task) => ({ engagementId, taskId: task.id, version: task.version });
  const remove = useCommand((options, task: Task) => engagement.removeTask(key(task), options), {
    done: text.removed,
    onDone: reload,
  });
  const include = useCommand(
    (options, task: Task) => engagement.excludeTask({ ...key(task), reason: null, note: '' }, options),
    { done: planMessages.form.included, onDone: reload },
  );
  const move = useCommand(
    (options, task: Task, direction: 'up' | 'down') => engagement.moveTask({ ...key(task), direction }, options),
    { done: text.moved, onDone: reload },
  );
  const shift = useCommand(
    (options, task: Task, plannedStart: string, plannedEnd: string) =>
      engagement.updateTask(
        { ...key(task), content: task.content, members: task.members, plannedStart, plannedEnd },
        options,
      ),
    {
      onDone: ({ name, plannedStart, plannedEnd }) => {
        announce(planMessages.gantt.shifted(name, formatEra(plannedStart), formatEra(plannedEnd)));
        reload();
      },
    },
  );
  const actions: TaskActions = {
    report: can('engagement.settle') ? (task) => open({ kind: 'report', task }) : undefined,
    ...(mayPlan && {
      edit: (task: Task) => open({ kind: 'edit', task }),
      exclude: (task: Task) => open({ kind: 'exclude', task }),
      include: (task: Task) => void include.run(task),
      remove: (task: Task) => void remove.run(task),
      move: (task: Task, direction: 'up' | 'down') => void move.run(task, direction),
    }),
  };
  return {
    actions,
    shift: (task: Task, start: string, end: string) => void shift.run(task, start, end),
    problem: remove.problem ?? include.problem ?? move.problem ?? shift.problem,
  };
}

function Files({ engagementId }: { engagementId: string }) {
  const files = [
    { title: text.download, kinds: [{ kind: 'xlsx', href: engagement.href('downloadWbs', { engagementId }) }] },
    {
      title: text.master,
      kinds: (['pdf', 'xlsx'] as const).map((kind) => ({
        kind,
        href: engagement.href('downloadMasterSchedule', { engagementId, format: kind }),
      })),
    },
  ] as const;
  return (
    <div className="flex flex-wrap items-center gap-x-8">
      {files.map(({ title, kinds }) => (
        <div key={title} className="flex flex-wrap items-center gap-x-3">
          <span aria-hidden="true">{title}</span>
          <DownloadLinks title={title} files={kinds} />
        </div>
      ))}
    </div>
  );
}

function Notices({ schedule, engagementId }: { schedule: Schedule; engagementId: string }) {
  return (
    <>
      {schedule.changedSinceApproval && (
        <Notice tone="warning" title={text.changed}>
          <p>
            {text.changedHelp} <TextLink href={`/engagements/${engagementId}/plans`}>{text.toPlans}</TextLink>
          </p>
        </Notice>
      )}
      {schedule.problems.length > 0 && (
        <Notice tone="warning" title={text.problems}>
          <ul className="list-disc ps-6">
            {schedule.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
