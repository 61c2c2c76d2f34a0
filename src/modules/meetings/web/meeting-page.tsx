import { useParams } from 'react-router';
import { useCan, useEngagementId, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { DateActions } from './date-actions.tsx';
import { HoldForm } from './hold-form.tsx';
import { type Choices, type Meeting, meetings, NO_CHOICES } from './meetings-client.ts';
import { messages } from './messages.ja.ts';
import { MinutesEditor } from './minutes-editor.tsx';
import { StateBadge } from './state-badge.tsx';

const text = messages.page;

export function Component() {
  const engagementId = useEngagementId();
  const { meetingId = '' } = useParams();
  const can = useCan();
  const arranging = can('meetings.arrange');
  const choosing = can('meetings.choose');
  const load = ui.useLoad(async () => {
    const [meeting, choices] = await Promise.all([
      meetings.getMeeting({ engagementId, meetingId }),
      choosing ? meetings.listChoices({ engagementId }) : Promise.resolve<Choices>(NO_CHOICES),
    ]);
    return { meeting, choices };
  }, [engagementId, meetingId]);
  const title = load.state === 'ready' ? load.data.meeting.title : messages.title;
  return (
    <ui.Page title={title} breadcrumbs={[{ label: messages.title, href: `/engagements/${engagementId}/meetings` }]}>
      <ui.Loaded from={load}>
        {({ meeting, choices }) => (
          <>
            <Facts meeting={meeting} />
            {arranging && (meeting.state === 'proposed' || meeting.state === 'agreed') && (
              <DateActions engagementId={engagementId} meeting={meeting} reload={load.reload} />
            )}
            {can('meetings.record') && meeting.state === 'agreed' && (
              <HoldForm engagementId={engagementId} meeting={meeting} choices={choices} reload={load.reload} />
            )}
            {can('meetings.record') && meeting.draft !== null && meeting.state !== 'cancelled' && (
              <MinutesEditor engagementId={engagementId} meeting={meeting} reload={load.reload} />
            )}
            <Submitted engagementId={engagementId} meeting={meeting} reload={load.reload} />
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

function Facts({ meeting }: { meeting: Meeting }) {
  const online = meeting.mode === 'オンライン';
  const browser = meeting.browserCapable === true ? text.yes : meeting.toolAgreed ? text.agreed : text.no;
  const people = (side: Meeting['participants'][number]['side']) =>
    meeting.participants
      .filter((participant) => participant.side === side)
      .map(({ name }) => name)
      .join('、');
  const attendance = (['city', 'contractor', 'vendor'] as const)
    .filter((side) => people(side) !== '')
    .map((side) => `${messages.sides[side]}：${people(side)}`)
    .join('　');
  return (
    <ui.Section title={text.facts} actions={<StateBadge state={meeting.state} />}>
      <ui.DataList
        items={[
          {
            term: text.date,
            value: (
              <>
                <ui.DayText day={meeting.date} look="weekday" /> {meeting.startTime}
              </>
            ),
          },
          { term: messages.columns.mode, value: meeting.mode },
          { term: text.place, value: meeting.venue ?? meeting.tool },
          ...(online
            ? [
                { term: text.browser, value: browser },
                { term: text.licence, value: meeting.licenceBy },
                { term: text.terminals, value: meeting.terminalsBy },
              ]
            : []),
          { term: text.participants, value: attendance },
          ...(meeting.state === 'cancelled' ? [{ term: text.cancelled, value: meeting.cancelledBecause }] : []),
        ]}
      />
    </ui.Section>
  );
}

type Action = NonNullable<Meeting['submitted']>['actions'][number];

function actionColumns(
  mayComplete: boolean,
  busy: boolean,
  complete: (actionId: string) => void,
): readonly ui.Column<Action>[] {
  return [
    { key: 'text', header: messages.action.text, rowHeader: true, cell: (action) => action.text },
    { key: 'owner', header: messages.action.owner, cell: ({ owner }) => messages.owners[owner] },
    { key: 'due', header: messages.action.due, cell: ({ due }) => <ui.DayText day={due} /> },
    {
      key: 'done',
      header: messages.action.doneOn,
      cell: ({ id, doneOn }) =>
        doneOn === null && mayComplete ? (
          <ui.Button size="small" busy={busy} onClick={() => complete(id)}>
            {messages.action.done}
          </ui.Button>
        ) : (
          <ui.DayText day={doneOn} />
        ),
    },
  ];
}

function Submitted({ engagementId, meeting, reload }: { engagementId: string; meeting: Meeting; reload: () => void }) {
  const { account } = useSession();
  const can = useCan();
  const complete = ui.useCommand(
    (options, actionId: string) =>
      meetings.completeAction({ engagementId, meetingId: meeting.id, version: meeting.version, actionId }, options),
    { onDone: reload },
  );
  const { submitted } = meeting;
  const shown = messages.shown;
  if (submitted === null) {
    if (meeting.state !== 'held' || account.party === 'contractor') return null;
    return <ui.EmptyState title={shown.none}>{shown.noneHelp}</ui.EmptyState>;
  }
  const file = (kind: string, format: 'docx' | 'pdf') =>
    meetings.href('downloadDocument', { engagementId, kind, subject: meeting.id, format });
  const list = (entries: readonly string[]) => (entries.length === 0 ? shown.nothing : entries.join('\n'));
  return (
    <ui.Section title={`${shown.title}（${shown.edition(submitted.edition)}）`}>
      <ui.DataList
        items={[
          { term: messages.editor.agenda, value: <Lines text={list(submitted.agenda)} /> },
          { term: messages.editor.minutes, value: <Lines text={submitted.minutes} /> },
          { term: messages.editor.decisions, value: <Lines text={list(submitted.decisions)} /> },
          ...(submitted.report === ''
            ? []
            : [{ term: messages.editor.report, value: <Lines text={submitted.report} /> }]),
        ]}
      />
      {submitted.actions.length > 0 && (
        <ui.Table
          caption={messages.editor.actions}
          columns={actionColumns(can('meetings.arrange'), complete.busy, (id) => void complete.run(id))}
          rows={submitted.actions}
          rowKey={({ id }) => id}
        />
      )}
      <div className="flex flex-wrap items-center gap-x-4">
        <span aria-hidden="true">{shown.files}</span>
        <ui.DownloadLinks
          title={shown.files}
          files={[
            { kind: 'docx', href: file('minutes', 'docx') },
            { kind: 'pdf', href: file('minutes', 'pdf') },
          ]}
        />
      </div>
      {submitted.report !== '' && (
        <div className="flex flex-wrap items-center gap-x-4">
          <span aria-hidden="true">{shown.report}</span>
          <ui.DownloadLinks
            title={shown.report}
            files={[
              { kind: 'docx', href: file('progress-report', 'docx') },
              { kind: 'pdf', href: file('progress-report', 'pdf') },
            ]}
          />
        </div>
      )}
    </ui.Section>
  );
}

function Lines({ text: lines }: { text: string }) {
  return <span className="whitespace-pre-wrap">{lines}</span>;
}
