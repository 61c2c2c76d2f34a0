import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { audit, type DepartmentAudit, documentFiles } from './audit-client.ts';
import { DepartmentFrame, type FrameContent } from './department-frame.tsx';
import { DocumentLinks } from '../../../web/document-links.tsx';
import { messages } from './messages-result.ja.ts';
import { ResultNoticePart } from './result-notice-part.tsx';

const text = messages.notice;

export function Component() {
  return (
    <DepartmentFrame tab="notice">
      {(content) => (
        <>
          {content.data.targetId === null ? <AuditNotice {...content} /> : <PlannedNotice {...content} />}
          <ResultNoticePart {...content} />
          <Explanation {...content} />
        </>
      )}
    </DepartmentFrame>
  );
}

/** The notice of a planned target is written and sent where its preparation is. */
function PlannedNotice({ engagementId }: Pick<FrameContent, 'engagementId'>) {
  return (
    <ui.Section title={text.audit}>
      <p>
        {text.planned}
        <ui.TextLink href={`/engagements/${engagementId}/audit-plan/preparation`}>{text.plannedLink}</ui.TextLink>
      </p>
    </ui.Section>
  );
}

function AuditNotice({ engagementId, data, reload }: FrameContent) {
  const city = useCan()('audit.city');
  const load = ui.useLoad(() => audit.previewNotice({ auditId: data.id }), [data.id, data.version]);
  return (
    <ui.Section title={text.audit}>
      <ui.Loaded from={load}>
        {(notice) =>
          notice.text === '' ? (
            <ui.EmptyState title={text.auditEmpty} />
          ) : (
            <>
              {data.notice !== null && (
                <ui.DataList
                  items={[
                    { term: text.sentOn, value: <ui.DayText day={data.notice.sentOn} /> },
                    { term: text.number, value: data.notice.number },
                  ]}
                />
              )}
              {city && data.notice === null ? (
                <ui.Form
                  version={data.version}
                  draft={`audit-notice:${data.id}`}
                  submitLabel={text.sendAudit}
                  submit={(form) =>
                    audit.sendAuditNotice(
                      {
                        auditId: data.id,
                        version: form.version,
                        text: form.text('text'),
                        number: form.text('number'),
                        occurredOn: form.dayOrNull('occurredOn') ?? undefined,
                      },
                      form.options,
                    )
                  }
                  onDone={reload}
                >
                  <ui.TextArea name="text" label={text.text} required rows={16} defaultValue={notice.text} />
                  <ui.TextField name="number" label={text.number} maxLength={60} width="medium" />
                  <ui.DateField name="occurredOn" label={text.sentOn} />
                </ui.Form>
              ) : (
                <ui.Disclosure summary={text.text}>
                  <p className="whitespace-pre-line">{notice.text}</p>
                </ui.Disclosure>
              )}
              <DocumentLinks
                title={text.audit}
                files={documentFiles(engagementId, 'audit-notice', data.departmentId, ['docx', 'pdf'])}
              />
            </>
          )
        }
      </ui.Loaded>
    </ui.Section>
  );
}

function Explanation({ data, reload }: FrameContent) {
  const can = useCan();
  if (data.state !== 'noticed' && data.explanation === null) return null;
  return (
    <ui.Section title={text.explanation}>
      {data.explanation === null ? (
        <p>{text.explanationHelp}</p>
      ) : (
        <ui.DataList
          items={[
            { term: text.explainedOn, value: <ui.DayText day={data.explanation.on} /> },
            { term: text.waiveReason, value: data.explanation.reason },
          ]}
        />
      )}
      {data.state === 'noticed' && can('audit.agree') && <Explained data={data} reload={reload} />}
      {data.state === 'noticed' && can('audit.city') && <Waive data={data} reload={reload} />}
      {data.state === 'explained' && can('audit.city') && <Close data={data} reload={reload} />}
    </ui.Section>
  );
}

interface Part {
  readonly data: DepartmentAudit;
  readonly reload: () => void;
}

function Explained({ data, reload }: Part) {
  return (
    <ui.Form
      version={data.version}
      submitLabel={text.explained}
      submit={(form) =>
        audit.recordExplained(
          { auditId: data.id, version: form.version, occurredOn: form.day('occurredOn') },
          form.options,
        )
      }
      onDone={reload}
    >
      <ui.DateField name="occurredOn" label={text.explainedOn} required />
    </ui.Form>
  );
}

function Waive({ data, reload }: Part) {
  return (
    <ui.Disclosure summary={text.waive}>
      <ui.Form
        version={data.version}
        submitLabel={text.waive}
        submit={(form) =>
          audit.waiveExplanation({ auditId: data.id, version: form.version, reason: form.text('reason') }, form.options)
        }
        onDone={reload}
      >
        <ui.TextField name="reason" label={text.waiveReason} required maxLength={1000} />
      </ui.Form>
    </ui.Disclosure>
  );
}

function Close({ data, reload }: Part) {
  const close = ui.useCommand(
    (options) => audit.closeAudit({ auditId: data.id, version: data.version, note: '' }, options),
    { onDone: reload },
  );
  return (
    <div>
      <ui.ConfirmButton
        variant="solid"
        title={text.closeTitle}
        body={text.closeBody}
        busy={close.busy}
        onConfirm={() => close.run()}
      >
        {text.close}
      </ui.ConfirmButton>
    </div>
  );
}
