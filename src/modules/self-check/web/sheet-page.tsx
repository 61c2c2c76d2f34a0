import { useParams } from 'react-router';
import { answerTo } from '../../../core/assessment/index.ts';
import { useCan } from '../../../web/session.ts';
import {
  Button,
  DataList,
  DayText,
  Form,
  InstantText,
  Loaded,
  Notice,
  Page,
  Problem,
  Section,
  TextArea,
  useCommand,
  useLoad,
} from '../../../web/ui/index.ts';
import { AnswerTable } from './answer-table.tsx';
import { fileFinder, type Sheet, selfCheck } from './client.ts';
import { Lessons } from './lessons.tsx';
import { messages } from './messages.ja.ts';
import { Passing } from './passing.tsx';
import { RefusalNotice, SheetEditor } from './sheet-editor.tsx';

const text = messages.sheet;

/** One sheet of one department: answering, correcting, approval by the head, or entry from paper by the office. */
export function Component() {
  const { campaignId = '', respondentId = '' } = useParams();
  const sheet = useLoad(() => selfCheck.getSheet({ campaignId, respondentId }), [campaignId, respondentId]);
  const title = sheet.state === 'ready' ? sheet.data.title : messages.own.title;
  return (
    <Page title={title} breadcrumbs={[{ label: text.home, href: '/sheets' }]}>
      <Loaded from={sheet}>{(data) => <SheetBody sheet={data} onChange={sheet.reload} />}</Loaded>
    </Page>
  );
}

function SheetBody({ sheet, onChange }: { sheet: Sheet; onChange: () => void }) {
  const can = useCan();
  const office = can('campaign.run') && !sheet.own;
  const approving = sheet.progress === 'awaiting-approval' && can('response.approve');
  return (
    <>
      <DataList
        items={[
          {
            term: text.department,
            value:
              sheet.unit === 'department' ? sheet.departmentName : `${sheet.departmentName}　${sheet.respondentName}`,
          },
          { term: text.due, value: <DayText day={sheet.due} look="weekday" /> },
          { term: text.respondent, value: sheet.form.respondent },
          ...(sheet.message === '' ? [] : [{ term: text.message, value: sheet.message }]),
        ]}
      />
      <Notices sheet={sheet} />
      <RefusalNotice sheet={sheet} />
      {office && (
        <Notice title={text.proxy}>
          <p>{text.proxyHelp}</p>
        </Notice>
      )}
      <State sheet={sheet} />
      {sheet.progress === 'submitted' && sheet.source === 'submission' && (
        <Lessons form={sheet.form} answers={sheet.answers} />
      )}
      <Passing sheet={sheet} onDone={onChange} />
      <p>{sheet.form.introduction}</p>
      {approving && <Approval sheet={sheet} onDone={onChange} />}
      {approving || (sheet.refusal !== null && !office) ? (
        <AnswerTable
          form={sheet.form}
          answers={sheet.answers}
          answerOf={(item) => answerTo(sheet.answers, item)}
          fileOf={fileFinder(sheet, sheet.files)}
        />
      ) : (
        <SheetEditor key={`${sheet.revision}`} sheet={sheet} proxy={office} onDone={onChange} />
      )}
    </>
  );
}

function State({ sheet }: { sheet: Sheet }) {
  if (sheet.progress === 'submitted')
    return (
      <Notice tone="success" title={text.submittedTitle}>
        <p>
          <InstantText at={sheet.submittedAt} /> {sheet.refusal === null && text.submittedHelp}
        </p>
      </Notice>
    );
  if (sheet.progress === 'awaiting-approval')
    return (
      <Notice title={text.awaitingTitle}>
        <p>{text.awaitingHelp}</p>
      </Notice>
    );
  return null;
}

function Notices({ sheet }: { sheet: Sheet }) {
  if (sheet.notices.length === 0) return null;
  return (
    <Notice tone="warning" title={text.notices}>
      <ul className="grid gap-2">
        {sheet.notices.map((notice) => (
          <li key={notice.id} className="whitespace-pre-line">
            {text.noticeKinds[notice.kind]}（<InstantText at={notice.at} />
            ）：{notice.message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Approval({ sheet, onDone }: { sheet: Sheet; onDone: () => void }) {
  const { campaignId, respondentId, revision } = sheet;
  const approve = useCommand((options) => selfCheck.approveResponse({ campaignId, respondentId, revision }, options), {
    done: text.approved,
    onDone,
  });
  return (
    <Section title={text.approval}>
      {approve.problem !== undefined && <Problem problem={approve.problem} />}
      <div>
        <Button variant="solid" busy={approve.busy} onClick={() => void approve.run()}>
          {text.approve}
        </Button>
      </div>
      <Form
        submitLabel={text.sendBack}
        done={text.sentBack}
        submit={(form) =>
          selfCheck.returnResponse({ campaignId, respondentId, revision, reason: form.text('reason') }, form.options)
        }
        onDone={onDone}
      >
        <TextArea name="reason" label={text.reason} required maxLength={1000} />
      </Form>
    </Section>
  );
}
