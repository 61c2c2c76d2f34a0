import { useCan, useEngagementId } from '../../../web/session.ts';
import { ListExchange } from '../../../web/list-exchange.tsx';
import * as ui from '../../../web/ui/index.ts';
import { MESSAGE_CHANNELS } from '../meeting-types.ts';
import { type Message, meetings } from './meetings-client.ts';
import { messages } from './messages.ja.ts';

const text = messages.log;
const DIRECTIONS = ['to-city', 'from-city'] as const;

const columns = (engagementId: string): readonly ui.Column<Message>[] => [
  {
    key: 'date',
    header: text.columns.date,
    cell: ({ sentOn }) => <ui.DayText day={sentOn} />,
    sortBy: ({ sentOn }) => sentOn,
  },
  { key: 'direction', header: text.columns.direction, cell: ({ direction }) => text.directions[direction] },
  { key: 'channel', header: text.columns.channel, cell: ({ channel }) => channel },
  {
    key: 'subject',
    header: text.columns.subject,
    rowHeader: true,
    cell: ({ subject, body, counterpart }) => (
      <>
        {subject}（{counterpart}）
        <ui.Disclosure summary={text.read}>
          <p className="font-400 whitespace-pre-wrap">{body}</p>
        </ui.Disclosure>
      </>
    ),
  },
  {
    key: 'files',
    header: text.columns.files,
    cell: ({ id, files }) =>
      files.length === 0 ? (
        messages.minutes.none
      ) : (
        <ul>
          {files.map((file) => (
            <li key={file.id}>
              <ui.TextLink href={meetings.href('downloadAttachment', { engagementId, messageId: id, fileId: file.id })}>
                {file.name}
              </ui.TextLink>
            </li>
          ))}
        </ul>
      ),
  },
];

export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const load = ui.useLoad(() => meetings.listMessages({ engagementId }), [engagementId]);
  const basic = load.state === 'ready' ? load.data.basicChannel : null;
  const lead = basic === null ? text.leadShort : text.lead(basic);
  return (
    <ui.Page
      title={text.title}
      lead={lead}
      actions={<ListExchange list="meetings.messages" engagementId={engagementId} />}
    >
      <ui.Loaded from={load}>
        {(data) => (
          <>
            <ui.Table
              caption={text.title}
              hideCaption
              columns={columns(engagementId)}
              rows={data.messages}
              rowKey={({ id }) => id}
              empty={<ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>}
            />
            {can('messages.record') && (
              <RecordForm
                engagementId={engagementId}
                basic={data.basicChannel}
                known={data.messages}
                reload={load.reload}
              />
            )}
          </>
        )}
      </ui.Loaded>
    </ui.Page>
  );
}

function RecordForm({
  engagementId,
  basic,
  known,
  reload,
}: {
  engagementId: string;
  basic: string | null;
  known: readonly Message[];
  reload: () => void;
}) {
  return (
    <ui.Section title={text.form}>
      <ui.Form
        draft={`message:${engagementId}`}
        submitLabel={text.submit}
        done={text.done}
        reset
        submit={(form) => {
          const threadId = form.textOrNull('threadId');
          const occurredOn = form.dayOrNull('occurredOn');
          return meetings.recordMessage(
            {
              engagementId,
              channel: form.one('channel', MESSAGE_CHANNELS),
              direction: form.one('direction', DIRECTIONS),
              subject: form.text('subject'),
              body: form.text('body'),
              counterpart: form.text('counterpart'),
              fileIds: form.fileIds('fileIds'),
              ...(threadId === null ? {} : { threadId }),
              ...(occurredOn === null ? {} : { occurredOn }),
            },
            form.options,
          );
        }}
        onDone={reload}
      >
        <ui.Select
          name="channel"
          label={text.channel}
          required
          defaultValue={basic}
          options={MESSAGE_CHANNELS.map((channel) => ({ value: channel, label: channel }))}
        />
        <ui.RadioGroup
          name="direction"
          label={text.direction}
          required
          options={DIRECTIONS.map((direction) => ({ value: direction, label: text.directions[direction] }))}
        />
        <ui.TextField name="counterpart" label={text.counterpart} required maxLength={200} />
        <ui.TextField name="subject" label={text.subject} required maxLength={200} />
        <ui.TextArea name="body" label={text.body} required rows={8} maxLength={10_000} />
        <ui.Select
          name="threadId"
          label={text.thread}
          prompt={text.newThread}
          options={known
            .filter(({ id, threadId }) => id === threadId)
            .map(({ id, subject }) => ({ value: id, label: subject }))}
        />
        <ui.FileUpload name="fileIds" label={text.files} multiple />
        <ui.DateField name="occurredOn" label={text.occurredOn} hint={text.occurredOnHelp} />
      </ui.Form>
    </ui.Section>
  );
}
