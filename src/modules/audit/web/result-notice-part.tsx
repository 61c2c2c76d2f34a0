/** The draft of the result notice with its four columns: made, reviewed, issued, sent. */
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { NOTICE_COLUMNS, RESULT_NOTICE_STATE_LABELS } from '../labels.ts';
import { audit, documentFiles, type ResultNotice, toneOf } from './audit-client.ts';
import type { FrameContent } from './department-frame.tsx';
import { DocumentLinks } from '../../../web/document-links.tsx';
import { messages } from './messages-result.ja.ts';

const text = messages.notice;

export function ResultNoticePart({ engagementId, data, reload }: FrameContent) {
  const work = useCan()('audit.work') && data.state !== 'closed';
  const load = ui.useLoad(() => audit.listResultNotices({ auditId: data.id }), [data.id]);
  const changed = (): void => {
    load.reload();
    reload();
  };
  return (
    <ui.Section title={text.result}>
      <ui.Loaded from={load}>
        {({ notices, blocked }) => {
          const current = notices.findLast(({ state }) => state !== 'superseded');
          const mayDraft = work && blocked.length === 0 && current?.state !== 'sent';
          return (
            <>
              {blocked.length > 0 && (
                <ui.Notice title={text.blocked}>
                  {blocked.map((reason) => (
                    <p key={reason}>{reason}</p>
                  ))}
                </ui.Notice>
              )}
              {current === undefined ? (
                <ui.EmptyState title={text.resultEmpty} />
              ) : (
                <>
                  <NoticeText notice={current} />
                  <DocumentLinks
                    title={text.result}
                    files={documentFiles(
                      engagementId,
                      'result-notice',
                      data.targetId === null ? data.departmentId : data.id,
                      ['docx', 'pdf', 'xlsx'],
                    )}
                  />
                  {work && current.state === 'drafted' && <SummaryForm notice={current} reload={changed} />}
                  <Actions notice={current} reload={changed} />
                </>
              )}
              {mayDraft && <DraftForm auditId={data.id} again={current !== undefined} reload={changed} />}
            </>
          );
        }}
      </ui.Loaded>
    </ui.Section>
  );
}

type Row = ResultNotice['rows'][number];
const [FINDING, GRADE, RISK, RECOMMENDATION] = NOTICE_COLUMNS;

const COLUMNS: readonly ui.Column<Row>[] = [
  {
    key: 'finding',
    header: FINDING,
    rowHeader: true,
    cell: ({ title, finding }) => (
      <>
        {title}
        <p className="font-400">{finding}</p>
      </>
    ),
  },
  { key: 'grade', header: GRADE, cell: ({ grade }) => grade },
  { key: 'risk', header: RISK, cell: ({ risk }) => risk },
  { key: 'recommendation', header: RECOMMENDATION, cell: ({ recommendation }) => recommendation },
];

export function NoticeRows({ rows }: { rows: readonly Row[] }) {
  return (
    <ui.Table
      caption={FINDING}
      hideCaption
      rows={rows}
      rowKey={({ findingId }) => findingId}
      columns={COLUMNS}
      empty={<p>{text.none}</p>}
    />
  );
}

function NoticeText({ notice }: { notice: ResultNotice }) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-3">
        <ui.StatusBadge tone={toneOf(notice.state)}>{RESULT_NOTICE_STATE_LABELS[notice.state]}</ui.StatusBadge>
        {notice.sentOn !== null && (
          <span>
            {text.sentOn}：<ui.DayText day={notice.sentOn} />
          </span>
        )}
      </p>
      <ui.DataList items={[{ term: text.summary, value: notice.summary }]} />
      <NoticeRows rows={notice.rows} />
    </>
  );
}

function Actions({ notice, reload }: { notice: ResultNotice; reload: () => void }) {
  const can = useCan();
  const issue = ui.useCommand(
    (options) => audit.issueResultNotice({ noticeId: notice.id, version: notice.version }, options),
    { onDone: reload },
  );
  return (
    <>
      {issue.problem !== undefined && <ui.Problem problem={issue.problem} />}
      {can('audit.lead') && notice.state === 'drafted' && (
        <div>
          <ui.ConfirmButton
            variant="solid"
            title={text.issueTitle}
            body={text.issueBody}
            busy={issue.busy}
            onConfirm={() => issue.run()}
          >
            {text.issue}
          </ui.ConfirmButton>
        </div>
      )}
      {can('audit.city') && notice.state === 'issued' && (
        <ui.Form
          version={notice.version}
          submitLabel={text.send}
          submit={(form) =>
            audit.sendResultNotice(
              {
                noticeId: notice.id,
                version: form.version,
                number: form.text('number'),
                occurredOn: form.dayOrNull('occurredOn') ?? undefined,
              },
              form.options,
            )
          }
          onDone={reload}
        >
          <ui.TextField name="number" label={text.number} maxLength={60} width="medium" />
          <ui.DateField name="occurredOn" label={text.sentOn} />
        </ui.Form>
      )}
    </>
  );
}

/** The draft's 総評 can be put right without making the table of findings anew. */
function SummaryForm({ notice, reload }: { notice: ResultNotice; reload: () => void }) {
  return (
    <ui.Disclosure summary={text.editSummary}>
      <ui.Form
        key={notice.version}
        version={notice.version}
        submitLabel={text.saveSummary}
        submit={(form) =>
          audit.saveResultNotice(
            { noticeId: notice.id, version: form.version, summary: form.text('summary') },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.TextArea
          name="summary"
          label={text.summary}
          hint={text.summaryHelp}
          required
          maxLength={10000}
          rows={4}
          defaultValue={notice.summary}
        />
      </ui.Form>
    </ui.Disclosure>
  );
}

function DraftForm({ auditId, again, reload }: { auditId: string; again: boolean; reload: () => void }) {
  const form = (
    <ui.Form
      reset
      draft={`audit-result:${auditId}`}
      submitLabel={again ? text.redraft : text.draft}
      submit={(form) => audit.draftResultNotice({ auditId, summary: form.text('summary') }, form.options)}
      onDone={reload}
    >
      <ui.TextArea name="summary" label={text.summary} hint={text.summaryHelp} required maxLength={10000} rows={4} />
    </ui.Form>
  );
  return again ? <ui.Disclosure summary={text.redraft}>{form}</ui.Disclosure> : form;
}
