import { addDays } from '../../../core/calendar/day.ts';
import { formatEra } from '../../../core/calendar/era.ts';
import { useCan, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { PAPER_TITLES, type PreparedKind } from '../meeting-types.ts';
import { type Kind, type Meeting, meetings, type Paper } from './meetings-client.ts';
import { paperMessages } from './paper-messages.ja.ts';

const text = paperMessages.papers;
const PREPARED = Object.keys(PAPER_TITLES) as PreparedKind[];

export interface PapersProps {
  readonly engagementId: string;
  readonly meeting: Meeting;
  readonly kind: Kind | undefined;
  readonly papers: readonly Paper[];
  readonly attachable: readonly {
    kind: string;
    title: string;
    formats: readonly ('docx' | 'pdf' | 'xlsx' | 'pptx')[];
  }[];
  readonly reload: () => void;
}

/** What is handed out, by when it must be sent, and the ways to bring more. */
export function PapersSection(props: PapersProps) {
  const { engagementId, meeting, kind, papers, reload } = props;
  const { account } = useSession();
  const can = useCan();
  const own = account.party === 'contractor' ? 'contractor' : 'city';
  const open = meeting.state === 'proposed' || meeting.state === 'agreed';
  const editable = open && can('meetings.arrange');
  const send = ui.useCommand(
    (options) => meetings.sendPapers({ engagementId, meetingId: meeting.id, version: meeting.version }, options),
    { done: text.sent, onDone: reload },
  );
  const remove = ui.useCommand(
    (options, paper: Paper) =>
      meetings.removePaper({ engagementId, meetingId: meeting.id, paperId: paper.id, version: paper.version }, options),
    { done: text.removed, onDone: reload },
  );
  const mine = papers.some(({ side }) => side === own) || meeting.agenda.length > 0;
  return (
    <ui.Section title={text.title}>
      <Deadline meeting={meeting} open={open} />
      {kind !== undefined && kind.papers.length > 0 && <p>{text.needed(kind.papers.join('、'))}</p>}
      <ui.Table
        caption={text.title}
        hideCaption
        columns={columns(engagementId, meeting.id, own, editable, remove)}
        rows={papers}
        rowKey={({ id }) => id}
        empty={<p>{text.none}</p>}
      />
      {editable && mine && (
        <div>
          <ui.ConfirmButton
            variant="solid"
            title={text.sendTitle}
            body={text.sendBody}
            busy={send.busy}
            onConfirm={() => send.run()}
          >
            {text.send}
          </ui.ConfirmButton>
        </div>
      )}
      {open && can('meetings.record') && <Prepare {...props} />}
      {editable && <Attach {...props} />}
    </ui.Section>
  );
}

/** The last day for agenda and papers, with a warning when it is near or over. */
function Deadline({ meeting, open }: { meeting: Meeting; open: boolean }) {
  const { today } = useSession();
  const { papersDue: due, papersSentOn: sent } = meeting;
  if (due === null) return sent === null ? null : <p>{text.dueSent(formatEra(sent))}</p>;
  const late = sent === null ? today > due : sent > due;
  const words =
    sent !== null
      ? late
        ? text.dueLate(formatEra(sent))
        : text.dueSent(formatEra(sent))
      : late
        ? text.duePassed
        : due <= addDays(today, NEAR)
          ? text.dueSoon
          : text.dueOpen;
  const tone = late ? 'error' : sent !== null ? 'success' : 'warning';
  if (!open && sent === null && !late) return null;
  return (
    <ui.Notice tone={tone} title={text.due(formatEra(due))}>
      {words}
    </ui.Notice>
  );
}

/** Days before the deadline from which the page warns. */
const NEAR = 3;

function columns(
  engagementId: string,
  meetingId: string,
  own: 'city' | 'contractor',
  editable: boolean,
  remove: { readonly busy: boolean; run(paper: Paper): Promise<unknown> },
): readonly ui.Column<Paper>[] {
  return [
    {
      key: 'name',
      header: text.columns.name,
      rowHeader: true,
      cell: ({ id, kind, name, side }) =>
        kind !== 'file' && side === own ? (
          <ui.TextLink href={`/engagements/${engagementId}/meetings/${meetingId}/papers/${id}`}>{name}</ui.TextLink>
        ) : (
          name
        ),
    },
    { key: 'side', header: text.columns.side, cell: ({ side }) => text.sides[side] },
    {
      key: 'sent',
      header: text.columns.sent,
      cell: ({ sentOn, changedSinceSent }) => (
        <>
          {sentOn === null ? text.notSent : <ui.DayText day={sentOn} />}
          {changedSinceSent && <p>{text.changed}</p>}
        </>
      ),
    },
    {
      key: 'files',
      header: text.columns.files,
      cell: (paper) => (
        <div className="flex flex-wrap items-center gap-x-4">
          <Files engagementId={engagementId} meetingId={meetingId} paper={paper} />
          {editable && paper.side === own && paper.sentOn === null && (
            <ui.Button size="small" busy={remove.busy} onClick={() => void remove.run(paper)}>
              {text.removeName(paper.name)}
            </ui.Button>
          )}
        </div>
      ),
    },
  ];
}

function Files({ engagementId, meetingId, paper }: { engagementId: string; meetingId: string; paper: Paper }) {
  const href = (format?: 'docx' | 'pdf' | 'xlsx') =>
    meetings.href('downloadPaper', {
      engagementId,
      meetingId,
      paperId: paper.id,
      ...(format === undefined ? {} : { format }),
    });
  if (paper.kind === 'file') return <ui.TextLink href={href()}>{paper.name}</ui.TextLink>;
  const formats = paper.kind === 'progress' ? (['docx', 'pdf'] as const) : (['docx', 'pdf', 'xlsx'] as const);
  return (
    <ui.DownloadLinks title={paper.name} files={formats.map((format) => ({ kind: format, href: href(format) }))} />
  );
}

function Prepare({ engagementId, meeting, papers, reload }: PapersProps) {
  const prepare = ui.useCommand(
    (options, kind: PreparedKind) => meetings.preparePaper({ engagementId, meetingId: meeting.id, kind }, options),
    { done: text.prepared, onDone: reload },
  );
  const missing = PREPARED.filter((kind) => papers.every((paper) => paper.kind !== kind));
  if (missing.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-3" role="group" aria-label={text.prepare}>
      {missing.map((kind) => (
        <ui.Button key={kind} busy={prepare.busy} onClick={() => void prepare.run(kind)}>
          {text.prepareKind(PAPER_TITLES[kind])}
        </ui.Button>
      ))}
    </div>
  );
}

function Attach({ engagementId, meeting, attachable, reload }: PapersProps) {
  const inMeeting = { engagementId, meetingId: meeting.id };
  return (
    <>
      <ui.Disclosure summary={text.attach}>
        <ui.Form
          guard={false}
          reset
          submitLabel={text.attachSubmit}
          done={text.attached}
          submit={(form) => meetings.attachFile({ ...inMeeting, fileIds: form.fileIds('fileIds') }, form.options)}
          onDone={reload}
        >
          <ui.FileUpload name="fileIds" label={text.attachFiles} multiple required />
        </ui.Form>
      </ui.Disclosure>
      {attachable.length > 0 && (
        <ui.Disclosure summary={text.document}>
          <ui.Form
            guard={false}
            reset
            submitLabel={text.attachSubmit}
            done={text.attached}
            submit={(form) => {
              const [kind = '', format = 'docx'] = form.text('kind').split(' ');
              return meetings.attachDocument(
                {
                  ...inMeeting,
                  kind,
                  format: format === 'pdf' || format === 'xlsx' || format === 'pptx' ? format : 'docx',
                },
                form.options,
              );
            }}
            onDone={reload}
          >
            <ui.Select
              name="kind"
              label={text.documentKind}
              required
              options={attachable.flatMap(({ kind, title, formats }) =>
                formats.map((format) => ({ value: `${kind} ${format}`, label: `${title}（${FORMATS[format]}）` })),
              )}
            />
          </ui.Form>
        </ui.Disclosure>
      )}
    </>
  );
}

const FORMATS = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel', pptx: 'PowerPoint' } as const;
