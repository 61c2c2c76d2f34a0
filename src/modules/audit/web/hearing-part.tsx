/** One hearing: its thread or its minutes, and what can be done with it now. */
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { HEARING_MODE_LABELS, HEARING_STATE_LABELS } from '../labels.ts';
import { audit, documentFiles, type Hearing, toneOf } from './audit-client.ts';
import { DocumentLinks } from '../../../web/document-links.tsx';
import { messages } from './messages-work.ja.ts';
import { ParticipantsField } from './participants-field.tsx';

const text = messages.hearings;

interface Part {
  readonly engagementId: string;
  readonly hearing: Hearing;
  readonly people: readonly ui.Option[];
  readonly reload: () => void;
}

export function HearingPart(part: Part) {
  const { engagementId, hearing } = part;
  return (
    <ui.Section title={hearing.topic}>
      <ui.DataList
        items={[
          { term: text.mode, value: HEARING_MODE_LABELS[hearing.mode] },
          {
            term: messages.requests.state,
            value: <ui.StatusBadge tone={toneOf(hearing.state)}>{HEARING_STATE_LABELS[hearing.state]}</ui.StatusBadge>,
          },
          ...(hearing.mode === 'mail'
            ? []
            : [
                { term: text.plannedOn, value: <ui.DayText day={hearing.plannedOn} look="weekday" /> },
                { term: text.occurredOn, value: <ui.DayText day={hearing.occurredOn} look="weekday" /> },
                { term: text.place, value: hearing.place },
                { term: text.minutesSubmitted, value: <ui.DayText day={hearing.minutes?.submittedOn} /> },
              ]),
        ]}
      />
      {hearing.mode === 'mail' ? <Thread hearing={hearing} /> : <Minutes hearing={hearing} />}
      {hearing.minutes !== null && (
        <DocumentLinks
          title={text.documents}
          files={documentFiles(engagementId, 'hearing-minutes', hearing.id, ['docx', 'pdf'])}
        />
      )}
      <Actions {...part} />
    </ui.Section>
  );
}

function Thread({ hearing }: { hearing: Hearing }) {
  const questions = hearing.messages.filter(({ kind }) => kind === 'question');
  return (
    <ol className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {questions.map((question, index) => (
        <li key={question.id} className="grid gap-2">
          <p className="font-700">
            {text.question}
            {index + 1}　{question.text}
            <span className="ms-2 font-400">
              （{question.sentOn === null ? text.unsent : <ui.DayText day={question.sentOn} look="short" />}）
            </span>
          </p>
          {hearing.messages
            .filter(({ replyTo }) => replyTo === question.id)
            .map((answer) => (
              <p key={answer.id} className="border-s-4 border-solid-gray-420 ps-4 whitespace-pre-line">
                {text.answer}　{answer.text}（<ui.DayText day={answer.sentOn} look="short" />）
              </p>
            ))}
        </li>
      ))}
    </ol>
  );
}

function Minutes({ hearing: { minutes } }: { hearing: Hearing }) {
  if (minutes === null) return null;
  return (
    <ui.DataList
      items={[
        { term: text.minutesText, value: minutes.text },
        { term: text.decisions, value: minutes.decisions },
      ]}
    />
  );
}

function Actions({ hearing, people, reload }: Part) {
  const can = useCan();
  const input = { hearingId: hearing.id, version: hearing.version };
  const send = ui.useCommand((options) => audit.sendHearing(input, options), { onDone: reload });
  const close = ui.useCommand((options) => audit.closeMailHearing(input, options), { onDone: reload });
  const problem = send.problem ?? close.problem;
  const work = can('audit.work');
  return (
    <>
      {problem !== undefined && <ui.Problem problem={problem} />}
      <div className="flex flex-wrap gap-3 empty:hidden">
        {can('audit.city') && hearing.mode === 'mail' && hearing.state === 'draft' && (
          <ui.ConfirmButton
            variant="solid"
            title={text.sendTitle}
            body={text.sendBody}
            busy={send.busy}
            onConfirm={() => send.run()}
          >
            {text.send}
          </ui.ConfirmButton>
        )}
        {work && hearing.state === 'answered' && (
          <ui.ConfirmButton
            title={text.closeTitle}
            body={text.closeBody}
            busy={close.busy}
            onConfirm={() => close.run()}
          >
            {text.close}
          </ui.ConfirmButton>
        )}
      </div>
      {work && hearing.mode === 'mail' && hearing.state !== 'closed' && (
        <AddQuestions hearing={hearing} reload={reload} />
      )}
      {work && hearing.state === 'planned' && <Record hearing={hearing} people={people} reload={reload} />}
      {work && hearing.state === 'held' && <SubmitMinutes hearing={hearing} reload={reload} />}
    </>
  );
}

function AddQuestions({ hearing, reload }: Pick<Part, 'hearing' | 'reload'>) {
  return (
    <ui.Disclosure summary={text.add}>
      <ui.Form
        reset
        key={hearing.version}
        version={hearing.version}
        draft={`audit-question:${hearing.id}`}
        submitLabel={text.add}
        submit={(form) =>
          audit.addQuestions(
            { hearingId: hearing.id, version: form.version, questions: [{ text: form.text('questions') }] },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.TextArea name="questions" label={text.questions} required maxLength={4000} rows={3} />
      </ui.Form>
    </ui.Disclosure>
  );
}

function Record({ hearing, people, reload }: Pick<Part, 'hearing' | 'people' | 'reload'>) {
  return (
    <ui.Form
      version={hearing.version}
      draft={`audit-hearing:${hearing.id}`}
      submitLabel={text.record}
      submit={(form) =>
        audit.recordHearing(
          {
            hearingId: hearing.id,
            version: form.version,
            occurredOn: form.day('occurredOn'),
            participants: form.all('participants'),
            cityAttendees: form.text('cityAttendees'),
          },
          form.options,
        )
      }
      onDone={reload}
    >
      <ui.DateField name="occurredOn" label={text.occurredOn} required defaultValue={hearing.plannedOn} />
      <ParticipantsField people={people} />
      <ui.TextField name="cityAttendees" label={text.attendees} maxLength={1000} />
    </ui.Form>
  );
}

function SubmitMinutes({ hearing, reload }: Pick<Part, 'hearing' | 'reload'>) {
  return (
    <ui.Form
      version={hearing.version}
      draft={`audit-minutes:${hearing.id}`}
      submitLabel={text.minutes}
      submit={(form) =>
        audit.submitHearingMinutes(
          {
            hearingId: hearing.id,
            version: form.version,
            text: form.text('text'),
            decisions: form.text('decisions'),
            fileId: form.fileIds('fileId')[0] ?? null,
          },
          form.options,
        )
      }
      onDone={reload}
    >
      <ui.TextArea name="text" label={text.minutesText} required maxLength={10000} rows={8} />
      <ui.TextArea name="decisions" label={text.decisions} maxLength={10000} rows={3} />
      <ui.FileUpload name="fileId" label={text.file} />
    </ui.Form>
  );
}
