import { formatEra } from '../../../core/calendar/era.ts';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { type Choices, type Meeting, meetings, NO_CHOICES } from './meetings-client.ts';
import { messages } from './messages.ja.ts';
import { RegularForm, ScheduleForm } from './schedule-forms.tsx';
import { StateBadge } from './state-badge.tsx';

const minutesText = ({ state, submitted }: Meeting): string => {
  if (submitted !== null) return messages.minutes.submitted(submitted.edition);
  return state === 'held' ? messages.minutes.missing : messages.minutes.none;
};

const columns = (engagementId: string): readonly ui.Column<Meeting>[] => [
  {
    key: 'date',
    header: messages.columns.date,
    cell: ({ date, startTime }) => (
      <>
        <ui.DayText day={date} look="weekday" /> {startTime}
      </>
    ),
    sortBy: ({ date, startTime }) => `${date} ${startTime}`,
  },
  {
    key: 'title',
    header: messages.columns.title,
    rowHeader: true,
    cell: ({ id, title }) => <ui.TextLink href={`/engagements/${engagementId}/meetings/${id}`}>{title}</ui.TextLink>,
  },
  { key: 'mode', header: messages.columns.mode, cell: ({ mode }) => mode },
  { key: 'state', header: messages.columns.state, cell: ({ state }) => <StateBadge state={state} /> },
  { key: 'minutes', header: messages.columns.minutes, cell: minutesText },
];

export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const arranging = can('meetings.arrange');
  const choosing = can('meetings.choose');
  const load = ui.useLoad(async () => {
    const [list, choices] = await Promise.all([
      meetings.listMeetings({ engagementId }),
      choosing ? meetings.listChoices({ engagementId }) : Promise.resolve<Choices>(NO_CHOICES),
    ]);
    return { list: list.meetings, choices };
  }, [engagementId]);
  return (
    <ui.Page
      title={messages.title}
      lead={messages.lead}
      actions={
        <>
          {can('meetings.record') && (
            <ui.LinkButton href={`/engagements/${engagementId}/meetings/record`}>{messages.record.link}</ui.LinkButton>
          )}
          <ui.LinkButton href={meetings.href('downloadCalendar', { engagementId })} download>
            {messages.calendar}
          </ui.LinkButton>
        </>
      }
    >
      <ui.Loaded from={load}>
        {({ list, choices }) => (
          <>
            <ui.Table
              caption={messages.title}
              hideCaption
              columns={columns(engagementId)}
              rows={list}
              rowKey={({ id }) => id}
              empty={
                <ui.EmptyState title={messages.empty}>
                  {arranging ? messages.emptyHelp : messages.emptyReader}
                </ui.EmptyState>
              }
            />
            <OpenActions list={list} />
            {arranging && (
              <>
                <RegularForm engagementId={engagementId} reload={load.reload} />
                <ScheduleForm engagementId={engagementId} choices={choices} reload={load.reload} />
              </>
            )}
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

function OpenActions({ list }: { list: readonly Meeting[] }) {
  const open = list.flatMap(
    (meeting) =>
      (meeting.draft ?? meeting.submitted)?.actions
        .filter(({ doneOn }) => doneOn === null)
        .map((action) => ({ ...action, meeting: meeting.title })) ?? [],
  );
  if (open.length === 0) return null;
  return (
    <ui.Section title={messages.openActions}>
      <ui.Table
        caption={messages.openActions}
        hideCaption
        columns={[
          { key: 'text', header: messages.action.text, rowHeader: true, cell: ({ text }) => text },
          { key: 'owner', header: messages.action.owner, cell: ({ owner }) => messages.owners[owner] },
          {
            key: 'due',
            header: messages.action.due,
            cell: ({ due }) => (due === null ? messages.minutes.none : formatEra(due)),
            sortBy: ({ due }) => due,
          },
          { key: 'meeting', header: messages.action.meeting, cell: ({ meeting }) => meeting },
        ]}
        rows={open}
        rowKey={({ id }) => id}
      />
    </ui.Section>
  );
}
