import { useCan, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { ApprovalForm } from './approval-form.tsx';
import { type Edition, type Meeting, meetings } from './meetings-client.ts';
import { messages } from './messages.ja.ts';
import { PaperDownloads } from './paper-downloads.tsx';

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

/** The minutes as the city has them, its answer, and the editions before. */
export function SubmittedMinutes({
  engagementId,
  meeting,
  editions,
  reload,
}: {
  engagementId: string;
  meeting: Meeting;
  editions: readonly Edition[];
  reload: () => void;
}) {
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
    if (meeting.state !== 'held' || account.party === 'contractor' || !meeting.minutesNeeded) return null;
    return <ui.EmptyState title={shown.none}>{shown.noneHelp}</ui.EmptyState>;
  }
  const paper = { engagementId, subject: meeting.id, formats: ['docx', 'pdf'] } as const;
  const list = (entries: readonly string[]) => (entries.length === 0 ? shown.nothing : entries.join('\n'));
  return (
    <ui.Section
      title={`${shown.title}（${shown.edition(submitted.edition)}）`}
      actions={<ApprovalBadge approval={meeting.approval} />}
    >
      {meeting.returnedBecause !== '' && (
        <ui.Notice tone="warning" title={shown.returnedBecause}>
          <Lines text={meeting.returnedBecause} />
        </ui.Notice>
      )}
      <ui.DataList
        items={[
          { term: messages.editor.agenda, value: <Lines text={list(submitted.agenda)} /> },
          { term: messages.editor.minutes, value: <Lines text={submitted.minutes} /> },
          { term: messages.editor.decisions, value: <Lines text={list(submitted.decisions)} /> },
          ...(submitted.report === ''
            ? []
            : [{ term: messages.editor.report, value: <Lines text={submitted.report} /> }]),
          ...(submitted.issues.length === 0
            ? []
            : [
                {
                  term: shown.issues,
                  value: (
                    <Lines text={submitted.issues.map(({ number, content }) => `${number}　${content}`).join('\n')} />
                  ),
                },
              ]),
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
        <PaperDownloads {...paper} kind="minutes" title={shown.files} />
      </div>
      {submitted.report !== '' && (
        <div className="flex flex-wrap items-center gap-x-4">
          <span aria-hidden="true">{shown.report}</span>
          <PaperDownloads {...paper} kind="progress-report" title={shown.report} />
        </div>
      )}
      {can('meetings.approve') && meeting.approval === 'waiting' && (
        <ApprovalForm engagementId={engagementId} meeting={meeting} reload={reload} />
      )}
      {editions.length > 1 && (
        <ui.Disclosure summary={shown.editions}>
          <ui.Table
            caption={shown.editions}
            hideCaption
            columns={editionColumns(engagementId, meeting.id)}
            rows={editions}
            rowKey={({ edition }) => String(edition)}
          />
        </ui.Disclosure>
      )}
    </ui.Section>
  );
}

const editionColumns = (engagementId: string, meetingId: string): readonly ui.Column<Edition>[] => [
  {
    key: 'edition',
    header: messages.shown.editionColumns.edition,
    rowHeader: true,
    cell: ({ edition }) => messages.shown.edition(edition),
  },
  {
    key: 'submittedAt',
    header: messages.shown.editionColumns.submittedAt,
    cell: ({ submittedAt }) => <ui.InstantText at={submittedAt} />,
  },
  {
    key: 'state',
    header: messages.shown.editionColumns.state,
    cell: ({ state, decidedOn }) => (
      <>
        {messages.shown.editionStates[state]} {decidedOn !== null && <ui.DayText day={decidedOn} />}
      </>
    ),
  },
  {
    key: 'reason',
    header: messages.shown.editionColumns.reason,
    cell: ({ reason }) => (reason === '' ? messages.minutes.none : reason),
  },
  {
    key: 'changes',
    header: messages.shown.editionColumns.changes,
    cell: ({ edition }) =>
      edition < 2 ? (
        messages.shown.firstEdition
      ) : (
        <ui.DownloadLinks
          title={messages.shown.changesOf(edition)}
          files={(['docx', 'pdf'] as const).map((kind) => ({
            kind,
            href: meetings.href('downloadChanges', { engagementId, meetingId, edition, format: kind }),
          }))}
        />
      ),
  },
];

const TONES = { waiting: 'warning', approved: 'success', returned: 'error' } as const;

function ApprovalBadge({ approval }: { approval: Meeting['approval'] }) {
  if (approval === 'none') return null;
  return <ui.StatusBadge tone={TONES[approval]}>{messages.shown.approval[approval]}</ui.StatusBadge>;
}

function Lines({ text: lines }: { text: string }) {
  return <span className="whitespace-pre-wrap">{lines}</span>;
}
