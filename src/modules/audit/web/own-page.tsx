import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { AUDIT_STATE_LABELS, REQUEST_ITEM_STATE_LABELS } from '../labels.ts';
import { audit, namesOf, type OwnAudit, toneOf } from './audit-client.ts';
import { DocumentLinks } from '../../../web/document-links.tsx';
import { messages } from './messages-result.ja.ts';
import { OwnFindings } from './own-findings.tsx';
import { OwnPapers } from './own-papers.tsx';
import { NoticeRows } from './result-notice-part.tsx';

const text = messages.own;

export function Component() {
  const engagementId = useEngagementId();
  const load = ui.useLoad(() => audit.listOwnAudits({ engagementId }), [engagementId]);
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <ui.Loaded from={load}>
        {({ audits }) =>
          audits.length === 0 ? (
            <ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>
          ) : (
            audits.map((own) => (
              <Own key={own.id} own={own} title={namesOf(audits).get(own.id) ?? ''} reload={load.reload} />
            ))
          )
        }
      </ui.Loaded>
    </ui.Page>
  );
}

const noticeFiles = (auditId: string, notice: 'audit-notice' | 'result-notice') =>
  (['docx', 'pdf'] as const).map((format) => ({
    kind: format,
    href: audit.href('downloadOwnNotice', { auditId, notice, format }),
  }));

interface Part {
  readonly own: OwnAudit;
  readonly reload: () => void;
}

function Own({ own, title, reload }: Part & { readonly title: string }) {
  return (
    <ui.Section title={title}>
      <p>
        <ui.StatusBadge tone={toneOf(own.state)}>{AUDIT_STATE_LABELS[own.state]}</ui.StatusBadge>
      </p>
      {own.notice !== null && (
        <ui.Disclosure summary={text.readNotice} open={own.requests.length === 0 && own.findings.length === 0}>
          <p className="whitespace-pre-line">{own.notice.text}</p>
        </ui.Disclosure>
      )}
      {own.notice !== null && <DocumentLinks title={text.notice} files={noticeFiles(own.id, 'audit-notice')} />}
      {own.requests.map((request) => (
        <OwnRequest key={request.id} request={request} reload={reload} />
      ))}
      {own.hearings
        .filter(({ mode }) => mode === 'mail')
        .map((hearing) => (
          <OwnHearing key={hearing.id} hearing={hearing} reload={reload} />
        ))}
      <OwnVisits own={own} />
      {own.papers !== null && <OwnPapers auditId={own.id} papers={own.papers} reload={reload} />}
      {own.findings.length > 0 && <OwnFindings findings={own.findings} reload={reload} />}
      {own.resultNotice !== null && (
        <ui.Section level={3} title={text.result}>
          <p className="whitespace-pre-line">{own.resultNotice.summary}</p>
          <NoticeRows rows={own.resultNotice.rows} />
          <DocumentLinks title={text.result} files={noticeFiles(own.id, 'result-notice')} />
        </ui.Section>
      )}
    </ui.Section>
  );
}

type Request = OwnAudit['requests'][number];

function OwnRequest({ request, reload }: { request: Request; reload: () => void }) {
  const answer = useCan()('audit.own.answer');
  return (
    <ui.Section level={3} title={`${text.requests}：${request.title}`}>
      <p>
        {text.due}：<ui.DayText day={request.due} look="weekday" />
      </p>
      {request.note !== '' && <p className="whitespace-pre-line">{request.note}</p>}
      {request.items.map((item) => (
        <ui.Section
          key={item.id}
          level={4}
          title={item.title}
          actions={<ui.StatusBadge tone={toneOf(item.state)}>{REQUEST_ITEM_STATE_LABELS[item.state]}</ui.StatusBadge>}
        >
          {item.detail !== '' && <p>{item.detail}</p>}
          {item.remark !== '' && (
            <ui.Notice tone="warning" title={text.remark}>
              {item.remark}
            </ui.Notice>
          )}
          {item.files.length > 0 && (
            <>
              <p>{text.sent}</p>
              <ul>
                {item.files.map(({ fileId, name, at }) => (
                  <li key={fileId}>
                    <ui.TextLink href={audit.href('downloadOwnFile', { requestId: request.id, fileId })}>
                      {name}
                    </ui.TextLink>
                    （<ui.InstantText at={at} />）
                  </li>
                ))}
              </ul>
            </>
          )}
          {answer && item.state !== 'accepted' && (
            <ui.Form
              reset
              draft={`audit-answer:${item.id}`}
              submitLabel={text.answer}
              submit={(form) =>
                audit.answerRequest(
                  {
                    requestId: request.id,
                    itemId: item.id,
                    fileIds: form.fileIds('fileIds'),
                    comment: form.text('comment'),
                  },
                  form.options,
                )
              }
              onDone={reload}
            >
              <ui.FileUpload name="fileIds" label={text.files} multiple />
              <ui.TextArea name="comment" label={text.comment} rows={2} maxLength={4000} />
            </ui.Form>
          )}
        </ui.Section>
      ))}
    </ui.Section>
  );
}

type Hearing = OwnAudit['hearings'][number];

function OwnHearing({ hearing, reload }: { hearing: Hearing; reload: () => void }) {
  const answer = useCan()('audit.own.answer') && !hearing.closed;
  const questions = hearing.messages.filter(({ kind }) => kind === 'question');
  return (
    <ui.Section level={3} title={`${text.hearings}：${hearing.topic}`}>
      {questions.map((question) => {
        const answers = hearing.messages.filter(({ replyTo }) => replyTo === question.id);
        return (
          <div key={question.id} className="grid grid-cols-[minmax(0,1fr)] gap-3">
            <p className="font-700 whitespace-pre-line">{question.text}</p>
            {answers.map((reply) => (
              <p key={reply.id} className="border-s-4 border-solid-gray-420 ps-4 whitespace-pre-line">
                {reply.text}（<ui.DayText day={reply.on} />）
              </p>
            ))}
            {answer && answers.length === 0 && (
              <ui.Form
                draft={`audit-reply:${question.id}`}
                submitLabel={text.sendReply}
                submit={(form) =>
                  audit.answerHearing(
                    { hearingId: hearing.id, questionId: question.id, text: form.text('text') },
                    form.options,
                  )
                }
                onDone={reload}
              >
                <ui.TextArea name="text" label={text.reply} required maxLength={10000} />
              </ui.Form>
            )}
          </div>
        );
      })}
    </ui.Section>
  );
}

function OwnVisits({ own }: { own: OwnAudit }) {
  return own.visits.map((visit) => (
    <ui.Section key={visit.id} level={3} title={text.visits}>
      <p>
        <ui.DayText day={visit.occurredOn ?? visit.plannedOn} look="weekday" />　{visit.place}
      </p>
      <ul>
        {visit.timetable.map(({ from, to, what, where }) => (
          <li key={`${from}${what}`}>
            {from}～{to}　{what}（{where}）
          </li>
        ))}
      </ul>
    </ui.Section>
  ));
}
