import { useState } from 'react';
import type { FormReader } from '../../../web/ui/index.ts';
import * as ui from '../../../web/ui/index.ts';
import { linesOf } from './lines.ts';
import { type Meeting, meetings } from './meetings-client.ts';
import { messages } from './messages.ja.ts';

const text = messages.editor;

/** The contractor's working copy of the minutes. */
export function MinutesEditor({
  engagementId,
  meeting,
  reload,
}: {
  engagementId: string;
  meeting: Meeting;
  reload: () => void;
}) {
  const inHand = { engagementId, meetingId: meeting.id, version: meeting.version };
  const [report, setReport] = useState(meeting.draft?.report ?? '');
  const [rows, setRows] = useState(Math.max(1, meeting.draft?.actions.length ?? 0));
  const prefill = ui.useCommand(() => meetings.draftReport({ engagementId, until: meeting.date }), {
    done: text.prefilled,
    onDone: (drafted) => setReport(drafted.text),
  });
  const submit = ui.useCommand((options) => meetings.submitMinutes(inHand, options), {
    done: text.submitted,
    onDone: reload,
  });
  const { draft } = meeting;
  if (draft === null) return null;
  return (
    <ui.Section title={text.title}>
      <p>{text.help}</p>
      <ui.Button busy={prefill.busy} onClick={() => void prefill.run()}>
        {text.prefill}
      </ui.Button>
      <ui.Form
        version={meeting.version}
        draft={`meeting-minutes:${meeting.id}`}
        submitLabel={text.save}
        done={text.saved}
        submit={(form) =>
          meetings.saveMinutes({ ...inHand, version: form.version, ...contentFrom(form, rows) }, form.options)
        }
        onDone={reload}
        actions={<ui.Button onClick={() => setRows(rows + 1)}>{text.addAction}</ui.Button>}
      >
        <ui.TextArea
          name="agenda"
          label={text.agenda}
          hint={text.onePerLine}
          defaultValue={agendaText(meeting)}
          maxLength={10_000}
        />
        <ui.TextArea
          name="report"
          label={text.report}
          value={report}
          onChange={(event) => setReport(event.target.value)}
          rows={8}
          maxLength={10_000}
        />
        <ui.TextArea name="minutes" label={text.minutes} defaultValue={draft.minutes} rows={8} maxLength={10_000} />
        <ui.TextArea
          name="decisions"
          label={text.decisions}
          hint={text.onePerLine}
          defaultValue={draft.decisions.join('\n')}
          maxLength={10_000}
        />
        {Array.from({ length: rows }, (_, index) => (
          <ActionFields key={index} index={index} action={draft.actions[index]} />
        ))}
      </ui.Form>
      {meeting.state === 'held' && (
        <ui.ConfirmButton
          variant="solid"
          title={text.submitTitle}
          body={text.submitBody}
          busy={submit.busy}
          onConfirm={() => submit.run()}
        >
          {text.submit}
        </ui.ConfirmButton>
      )}
    </ui.Section>
  );
}

/** Until somebody writes another one, the agenda of the minutes is the one that was planned. */
function agendaText({ draft, agenda }: Meeting): string {
  const written = draft?.agenda ?? [];
  return (written.length > 0 ? written : agenda.map(({ title }) => title)).join('\n');
}

type Action = NonNullable<Meeting['draft']>['actions'][number];

function ActionFields({ index, action }: { index: number; action: Action | undefined }) {
  const name = (field: string): string => `actions.${index}.${field}`;
  return (
    <>
      <input type="hidden" name={name('id')} value={action?.id ?? ''} />
      <ui.TextField
        name={name('text')}
        label={text.actionText(index + 1)}
        defaultValue={action?.text ?? ''}
        maxLength={200}
      />
      <ui.Select
        name={name('owner')}
        label={text.actionOwner(index + 1)}
        defaultValue={action?.owner ?? 'contractor'}
        options={[
          { value: 'contractor', label: messages.owners.contractor },
          { value: 'city', label: messages.owners.city },
        ]}
      />
      <ui.DateField name={name('due')} label={text.actionDue(index + 1)} defaultValue={action?.due ?? null} />
    </>
  );
}

/** Rows without text are left out. */
function contentFrom(form: FormReader, rows: number) {
  const actions = Array.from({ length: rows }, (_, index) => `actions.${index}`)
    .filter((row) => form.text(`${row}.text`) !== '')
    .map((row) => {
      const id = form.textOrNull(`${row}.id`);
      return {
        ...(id === null ? {} : { id }),
        text: form.text(`${row}.text`),
        owner: form.text(`${row}.owner`) === 'city' ? ('city' as const) : ('contractor' as const),
        due: form.dayOrNull(`${row}.due`),
      };
    });
  return {
    agenda: linesOf(form.text('agenda')),
    report: form.text('report'),
    decisions: linesOf(form.text('decisions')),
    minutes: form.text('minutes'),
    actions,
  };
}
