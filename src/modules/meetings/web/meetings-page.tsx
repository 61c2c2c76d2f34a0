import { useState } from 'react';
import { formatEra } from '../../../core/calendar/era.ts';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { KindsTable } from './kinds-table.tsx';
import { type Choices, type Meeting, meetings, NO_CHOICES, type Suggestion } from './meetings-client.ts';
import { messages } from './messages.ja.ts';
import { RegularForm, ScheduleForm } from './schedule-forms.tsx';
import { StateBadge } from './state-badge.tsx';

const minutesText = ({ state, submitted, approval, minutesNeeded }: Meeting): string => {
  if (submitted !== null) {
    const words = messages.shown.approval[approval];
    return `${messages.minutes.submitted(submitted.edition)}${words === '' ? '' : `　${words}`}`;
  }
  if (!minutesNeeded) return messages.minutes.none;
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
  const [taken, setTaken] = useState<Suggestion | null>(null);
  const load = ui.useLoad(async () => {
    const [list, choices, types, { suggestions }] = await Promise.all([
      meetings.listMeetings({ engagementId }),
      choosing ? meetings.listChoices({ engagementId }) : Promise.resolve<Choices>(NO_CHOICES),
      meetings.listTypes({ engagementId }),
      arranging ? meetings.suggestSchedule({ engagementId }) : Promise.resolve({ suggestions: [] }),
    ]);
    return { list: list.meetings, choices, types, suggestions };
  }, [engagementId]);
  const take = (suggestion: Suggestion): void => {
    setTaken(suggestion);
    ui.announce(messages.kinds.taken);
  };
  const reload = (): void => {
    setTaken(null);
    load.reload();
  };
  return (
    <ui.Page
      title={messages.title}
      lead={messages.lead}
      actions={
        <>
          {can('meetings.record') && (
            <>
              <ui.LinkButton href={`/engagements/${engagementId}/meetings/talk`}>{messages.talk.link}</ui.LinkButton>
              <ui.LinkButton href={`/engagements/${engagementId}/meetings/record`}>
                {messages.record.link}
              </ui.LinkButton>
            </>
          )}
          <ui.LinkButton href={meetings.href('downloadCalendar', { engagementId })} download>
            {messages.calendar}
          </ui.LinkButton>
        </>
      }
    >
      <ui.Loaded from={load}>
        {({ list, choices, types, suggestions }) => (
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
            <KindsTable kinds={types.types} list={list} suggestions={suggestions} take={arranging ? take : null} />
            {arranging && (
              <>
                <RegularForm
                  engagementId={engagementId}
                  types={types}
                  suggestion={taken?.regular === true ? taken : null}
                  periodTo={suggestions.findLast(({ type }) => type === taken?.type)?.date ?? null}
                  reload={reload}
                />
                <ScheduleForm
                  engagementId={engagementId}
                  types={types}
                  suggestion={taken?.regular === false ? taken : null}
                  choices={choices}
                  reload={reload}
                />
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
