import type { HomeTask, HomeTaskState } from '../module.ts';
import { messages } from '../messages.ja.ts';
import { type SignedIn, useSession } from '../session.ts';
import { DayText } from '../ui/day-text.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import { StatusBadge, type BadgeTone } from '../ui/status-badge.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { useLoad } from '../ui/use-load.ts';
import { webModules } from './modules.ts';

const text = messages.shell.home;

/** What this person must do next, gathered from every module. */
export function HomePage() {
  const session = useSession();
  const { displayName, title } = session.account;
  const tasks = useLoad(() => gatherTasks(session), [session]);
  return (
    <Page title={text.title} lead={text.greeting(displayName, title)}>
      <Section title={text.tasks}>
        <Loaded from={tasks}>
          {({ list, failed }) => (
            <>
              {failed && <Notice tone="warning" title={text.failed} />}
              <Table
                caption={text.tasks}
                hideCaption
                rows={list}
                rowKey={({ href, title: name, due }) => `${href} ${name} ${due ?? ''}`}
                columns={TASK_COLUMNS}
                empty={
                  <EmptyState title={text.noTasks}>
                    <p>{text.noTasksHelp}</p>
                  </EmptyState>
                }
              />
            </>
          )}
        </Loaded>
      </Section>
      <Section title={text.engagements}>
        {session.engagements.length === 0 ? (
          <EmptyState title={text.noEngagements} />
        ) : (
          <ul className="grid gap-1">
            {session.engagements.map((engagement) => (
              <li key={engagement.id} className="flex min-h-11 items-center">
                <TextLink href={`/engagements/${engagement.id}`}>{engagement.title}</TextLink>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}

const TONES: Record<HomeTaskState, BadgeTone> = { overdue: 'error', due: 'warning', upcoming: 'info', info: 'neutral' };
const URGENCY: readonly HomeTaskState[] = ['overdue', 'due', 'upcoming', 'info'];

const TASK_COLUMNS: readonly Column<HomeTask>[] = [
  {
    key: 'state',
    header: text.columns.state,
    nowrap: true,
    cell: ({ state }) => <StatusBadge tone={TONES[state]}>{text.states[state]}</StatusBadge>,
  },
  {
    key: 'title',
    header: text.columns.title,
    rowHeader: true,
    cell: ({ href, title }) => <TextLink href={href}>{title}</TextLink>,
  },
  { key: 'due', header: text.columns.due, nowrap: true, cell: ({ due }) => <DayText day={due} look="weekday" /> },
  { key: 'source', header: text.columns.source, cell: ({ source }) => source ?? '―' },
];

/** A module that cannot answer must not hide what the others have to say. */
async function gatherTasks(session: SignedIn): Promise<{ list: readonly HomeTask[]; failed: boolean }> {
  const answers = await Promise.allSettled(webModules.map(async (module) => (await module.homeTasks?.(session)) ?? []));
  for (const answer of answers) if (answer.status === 'rejected') console.error(answer.reason);
  const list = answers
    .flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
    .toSorted((a, b) => rank(a).localeCompare(rank(b)));
  return { list, failed: answers.some(({ status }) => status === 'rejected') };
}

function rank({ state, due }: HomeTask): string {
  return `${URGENCY.indexOf(state)} ${due ?? '9999-12-31'}`;
}
