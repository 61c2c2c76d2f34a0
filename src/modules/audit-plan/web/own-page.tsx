import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { DOCUMENT_STATE_NAMES } from '../labels.ts';
import { planMessages } from './messages-plan.ja.ts';
import { type OwnTarget, plan, toneOf } from './plan-client.ts';

const text = planMessages.own;

interface Part {
  readonly own: OwnTarget;
  readonly reload: () => void;
}

export function Component() {
  const engagementId = useEngagementId();
  const load = ui.useLoad(() => plan.listOwnTargets({ engagementId }), [engagementId]);
  return (
    <ui.Page title={text.title} lead={text.lead}>
      <ui.Loaded from={load}>
        {({ targets }) =>
          targets.length === 0 ? (
            <ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>
          ) : (
            targets.map((own) => <Own key={own.targetId} own={own} reload={load.reload} />)
          )
        }
      </ui.Loaded>
    </ui.Page>
  );
}

function Own({ own, reload }: Part) {
  return (
    <ui.Section title={`${own.programme}：${own.name}`}>
      {own.withdrawn && <ui.Notice tone="warning">{text.withdrawn}</ui.Notice>}
      {own.notice !== null && (
        <ui.Disclosure summary={text.notice} open={own.documents.length === 0 && own.plan === null}>
          {own.notice.number !== '' && <p>{own.notice.number}</p>}
          <p className="whitespace-pre-line">{own.notice.text}</p>
        </ui.Disclosure>
      )}
      {own.slots.length > 0 && (
        <ui.Table caption={text.slots} rows={own.slots} rowKey={({ id }) => id} columns={SLOTS} />
      )}
      {own.plan !== null && <OwnPlan own={own} reload={reload} />}
      {own.documents.map((document) => (
        <OwnDocument key={document.documentId} document={document} open={!own.withdrawn} reload={reload} />
      ))}
      {own.surveys.map((survey) => (
        <OwnSurvey key={survey.form} survey={survey} targetId={own.targetId} open={!own.withdrawn} reload={reload} />
      ))}
    </ui.Section>
  );
}

const SLOTS: readonly ui.Column<OwnTarget['slots'][number]>[] = [
  {
    key: 'day',
    header: planMessages.timetable.day,
    rowHeader: true,
    cell: ({ day }) => <ui.DayText day={day} look="weekday" />,
  },
  { key: 'time', header: text.time, nowrap: true, cell: ({ from, to }) => `${from}～${to}` },
  { key: 'place', header: planMessages.timetable.place, cell: ({ place }) => place },
];

function OwnPlan({ own, reload }: Part) {
  const may = useCan()('audit-plan.own.answer');
  const { plan: one } = own;
  const confirm = ui.useCommand(
    (options) => plan.confirmOwnPlan({ planId: one?.planId ?? '', version: one?.version ?? 0 }, options),
    { done: text.confirmed, onDone: reload },
  );
  if (one === null) return null;
  return (
    <ui.Section level={3} title={one.title}>
      <ui.DataList items={one.fields.map(({ name, text: value }) => ({ term: name, value }))} />
      {confirm.problem !== undefined && <ui.Problem problem={confirm.problem} />}
      {one.confirmedOn !== null ? (
        <p>
          {text.confirmedOn}：<ui.DayText day={one.confirmedOn} />
        </p>
      ) : (
        may &&
        !own.withdrawn && (
          <p>
            <ui.Button variant="solid" busy={confirm.busy} onClick={() => void confirm.run()}>
              {text.confirm}
            </ui.Button>
          </p>
        )
      )}
    </ui.Section>
  );
}

function OwnDocument({
  document,
  open,
  reload,
}: {
  document: OwnTarget['documents'][number];
  open: boolean;
  reload: () => void;
}) {
  const may = useCan()('audit-plan.own.answer');
  return (
    <ui.Section
      level={3}
      title={document.title}
      actions={<ui.StatusBadge tone={toneOf(document.state)}>{DOCUMENT_STATE_NAMES[document.state]}</ui.StatusBadge>}
    >
      {document.purpose !== '' && <p>{document.purpose}</p>}
      <p>
        {text.due}：<ui.DayText day={document.due} look="weekday" />
        {document.additional && `　${text.additional}`}
      </p>
      {document.judgement !== '' && document.state !== 'accepted' && (
        <ui.Notice tone="warning" title={text.insufficient}>
          {document.judgement}
        </ui.Notice>
      )}
      {document.files.length > 0 && (
        <ul className="list-disc pl-6">
          {document.files.map((name, index) => (
            <li key={`${index} ${name}`}>{name}</li>
          ))}
        </ul>
      )}
      {may && open && document.state !== 'accepted' && (
        <ui.Disclosure summary={text.submit}>
          <ui.Form
            key={document.version}
            submitLabel={text.submit}
            done={text.submitted}
            submit={(form) =>
              plan.answerDocument(
                {
                  documentId: document.documentId,
                  version: document.version,
                  fileIds: form.fileIds('fileIds'),
                  comment: form.text('comment'),
                },
                form.options,
              )
            }
            onDone={reload}
          >
            <ui.FileUpload name="fileIds" label={text.files} multiple />
            <ui.TextArea name="comment" label={text.comment} maxLength={2000} rows={2} />
          </ui.Form>
        </ui.Disclosure>
      )}
    </ui.Section>
  );
}

function OwnSurvey({
  survey,
  targetId,
  open,
  reload,
}: {
  survey: OwnTarget['surveys'][number];
  targetId: string;
  open: boolean;
  reload: () => void;
}) {
  const may = useCan()('audit-plan.own.answer');
  const { surveyId, form: formId } = survey;
  const name = survey.variant === '' ? survey.title : `${survey.title}（${survey.variant}）`;
  return (
    <ui.Section level={3} title={name}>
      <p>
        {text.due}：<ui.DayText day={survey.due} look="weekday" />
        {survey.receivedOn !== null && `　${text.done}`}
      </p>
      <p>{text.fill}</p>
      <ui.DownloadLinks
        title={name}
        files={(['xlsx', 'docx', 'pdf'] as const).map((format) => ({
          kind: format,
          href: plan.href('downloadOwnSurvey', { surveyId, targetId, form: formId, format }),
        }))}
      />
      {may && open && (
        <ui.Disclosure summary={text.reply}>
          <ui.Form
            draft={`audit-survey:${surveyId}:${targetId}:${formId}`}
            submitLabel={text.reply}
            done={text.replied}
            submit={(form) =>
              plan.replySurvey(
                { surveyId, targetId, form: formId, answer: form.text('answer'), fileIds: form.fileIds('fileIds') },
                form.options,
              )
            }
            onDone={reload}
          >
            <ui.FileUpload name="fileIds" label={text.files} multiple />
            <ui.TextArea name="answer" label={text.answer} maxLength={10_000} rows={6} />
          </ui.Form>
        </ui.Disclosure>
      )}
    </ui.Section>
  );
}
