/** What goes on after the question: messages, rating, reopening, closing. */
import { useCan, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { consultations, type Detail } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.follow;
const KINDS = ['question', 'note'] as const;
const AUDIENCES = ['all', 'parties', 'contractor'] as const;
const SCORES = [5, 4, 3, 2, 1] as const;

interface Props {
  readonly engagementId: string;
  readonly detail: Detail;
  readonly reload: () => void;
}

export function MessageForm({ engagementId, detail, reload }: Props) {
  const { account } = useSession();
  const can = useCan();
  const contractor = account.party === 'contractor';
  const audiences = contractor ? AUDIENCES : can('consultation.triage') ? AUDIENCES.slice(0, 2) : AUDIENCES.slice(0, 1);
  return (
    <ui.Disclosure summary={text.message} open={detail.state === 'answered' && detail.own}>
      <ui.Form
        version={detail.version}
        draft={`consultation-message:${detail.id}`}
        submitLabel={text.submit}
        done={text.done}
        reset
        submit={(form) => {
          const kind = contractor ? 'note' : form.one('kind', KINDS);
          return consultations.addMessage(
            {
              engagementId,
              consultationId: detail.id,
              version: form.version,
              kind,
              audience: audiences.length === 1 ? 'all' : form.one('audience', audiences),
              body: form.text('body'),
              ...(kind === 'question' ? { questions: form.numberOrNull('questions') ?? 1 } : {}),
              fileIds: form.fileIds('fileIds'),
            },
            form.options,
          );
        }}
        onDone={reload}
      >
        {!contractor && (
          <ui.RadioGroup
            name="kind"
            label={text.kind}
            required
            inline
            defaultValue="question"
            {...(detail.state === 'answered' ? { hint: text.reopens } : {})}
            options={KINDS.map((value) => ({ value, label: text.kinds[value] }))}
          />
        )}
        {audiences.length > 1 && (
          <ui.RadioGroup
            name="audience"
            label={text.audience}
            required
            defaultValue="all"
            options={audiences.map((value) => ({ value, label: text.audiences[value] }))}
          />
        )}
        <ui.TextArea name="body" label={text.body} required rows={4} maxLength={10_000} />
        {!contractor && <ui.NumberField name="questions" label={text.questions} min={1} max={50} defaultValue={1} />}
        <ui.FileUpload name="fileIds" label={text.files} multiple />
      </ui.Form>
    </ui.Disclosure>
  );
}

export function RateForm({ engagementId, detail, reload }: Props) {
  return (
    <ui.Section title={text.rate}>
      <p>{text.rateHelp}</p>
      <ui.Form
        version={detail.version}
        guard={false}
        submitLabel={text.rateSubmit}
        done={text.rateDone}
        submit={(form) =>
          consultations.rateConsultation(
            {
              engagementId,
              consultationId: detail.id,
              version: form.version,
              score: form.number('score'),
              comment: form.text('comment'),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.RadioGroup
          name="score"
          label={text.score}
          required
          defaultValue={detail.score === null ? '' : String(detail.score)}
          options={SCORES.map((score) => ({ value: String(score), label: text.scores[score] }))}
        />
        <ui.TextArea name="comment" label={text.comment} rows={2} maxLength={2000} defaultValue={detail.scoreComment} />
      </ui.Form>
    </ui.Section>
  );
}

export function ReopenForm({ engagementId, detail, reload }: Props) {
  return (
    <ui.Disclosure summary={text.reopen}>
      <ui.Form
        version={detail.version}
        guard={false}
        submitLabel={text.reopenSubmit}
        done={text.reopenDone}
        submit={(form) =>
          consultations.reopenConsultation(
            { engagementId, consultationId: detail.id, version: form.version, reason: form.text('reason') },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.TextArea name="reason" label={text.reason} required rows={2} maxLength={2000} />
      </ui.Form>
    </ui.Disclosure>
  );
}

export function CloseButton({ engagementId, detail, reload }: Props) {
  const close = ui.useCommand(
    (options) =>
      consultations.closeConsultation({ engagementId, consultationId: detail.id, version: detail.version }, options),
    { done: text.closed, onDone: reload },
  );
  const settled = detail.state === 'answered';
  return (
    <div>
      <ui.ConfirmButton
        title={settled ? text.closeTitle : text.withdrawTitle}
        body={settled ? text.closeBody : text.withdrawBody}
        busy={close.busy}
        onConfirm={() => close.run()}
      >
        {settled ? text.close : text.withdraw}
      </ui.ConfirmButton>
    </div>
  );
}
