import { useParams } from 'react-router';
import { addDays } from '../../../core/calendar/day.ts';
import { formatEra } from '../../../core/calendar/era.ts';
import { useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { type Meeting, meetings, type Paper } from './meetings-client.ts';
import { messages } from './messages.ja.ts';
import { ContentFields, contentFrom } from './paper-fields.tsx';
import { paperMessages } from './paper-messages.ja.ts';

const text = paperMessages.editor;

/** A prepared paper, to be corrected before it is sent. */
export function Component() {
  const engagementId = useEngagementId();
  const { meetingId = '', paperId = '' } = useParams();
  const list = `/engagements/${engagementId}/meetings`;
  const load = ui.useLoad(async () => {
    const [meeting, { papers }] = await Promise.all([
      meetings.getMeeting({ engagementId, meetingId }),
      meetings.listPapers({ engagementId, meetingId }),
    ]);
    return { meeting, paper: papers.find(({ id }) => id === paperId) };
  }, [engagementId, meetingId, paperId]);
  const ready = load.state === 'ready' ? load.data : null;
  return (
    <ui.Page
      title={ready?.paper?.name ?? paperMessages.papers.title}
      lead={text.lead}
      breadcrumbs={[
        { label: messages.title, href: list },
        { label: ready?.meeting.title ?? messages.title, href: `${list}/${meetingId}` },
      ]}
    >
      <ui.Loaded from={load}>
        {({ meeting, paper }) =>
          paper === undefined || paper.content === null ? (
            <ui.EmptyState title={messages.page.missing}>{paperMessages.papers.none}</ui.EmptyState>
          ) : (
            <Editor
              key={paper.version}
              engagementId={engagementId}
              meeting={meeting}
              paper={paper}
              content={paper.content}
              reload={load.reload}
            />
          )
        }
      </ui.Loaded>
    </ui.Page>
  );
}

function Editor({
  engagementId,
  meeting,
  paper,
  content,
  reload,
}: {
  engagementId: string;
  meeting: Meeting;
  paper: Paper;
  content: NonNullable<Paper['content']>;
  reload: () => void;
}) {
  const onePaper = { engagementId, meetingId: meeting.id, paperId: paper.id };
  const refresh = ui.useCommand((options) => meetings.refreshPaper({ ...onePaper, version: paper.version }, options), {
    done: text.refreshed,
    onDone: reload,
  });
  return (
    <>
      <p>
        {'asOf' in content
          ? text.asOf(formatEra(content.asOf))
          : text.period(formatEra(addDays(content.since, 1)), formatEra(content.until))}
      </p>
      <div>
        <ui.ConfirmButton
          title={text.refreshTitle}
          body={text.refreshBody}
          busy={refresh.busy}
          onConfirm={() => refresh.run()}
        >
          {text.refresh}
        </ui.ConfirmButton>
      </div>
      <ui.Form
        version={paper.version}
        draft={`meeting-paper:${paper.id}`}
        submitLabel={text.save}
        done={text.saved}
        cancelHref={`/engagements/${engagementId}/meetings/${meeting.id}`}
        submit={(form) =>
          meetings.savePaper({ ...onePaper, version: form.version, content: contentFrom(form, content) }, form.options)
        }
        onDone={reload}
      >
        <ContentFields content={content} />
        <ui.TextArea
          name="content.remark"
          label={text.remark}
          defaultValue={content.remark}
          rows={4}
          maxLength={4000}
        />
      </ui.Form>
    </>
  );
}
