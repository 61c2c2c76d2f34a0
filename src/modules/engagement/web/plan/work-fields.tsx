/** What is entered of a piece of work, to record it and to correct it. */
import { clauseLabel } from '../../../../core/specification/label.ts';
import { CheckboxGroup, DateField, Dialog, Form, type FormReader, Select, TextArea } from '../../../../web/ui/index.ts';
import { engagement, type WorkLog } from '../client.ts';
import { planMessages } from './messages.ja.ts';

const text = planMessages.work;
const MODES = ['オンサイト', '電話', '電子メール', 'Web会議', '持ち帰り'] as const;
type Entry = WorkLog['records'][number];
export type Clauses = readonly { readonly id: string; readonly title: string }[];

/** `given` stands in the fields at first. */
export function WorkFields({ log, clauses, given }: { log: WorkLog; clauses: Clauses; given: Partial<Entry> }) {
  const people = log.people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <DateField name="occurredOn" label={text.day} required defaultValue={given.occurredOn ?? log.today} />
      <Select
        name="mode"
        label={text.modeLabel}
        required
        defaultValue={given.mode ?? MODES[0]}
        options={MODES.map((value) => ({ value, label: value }))}
      />
      <Select
        name="clause"
        label={text.clause}
        required
        defaultValue={given.clause ?? null}
        options={clauses.map(({ id, title }) => ({ value: id, label: `${clauseLabel(id)} ${title}` }))}
      />
      <TextArea
        name="content"
        label={text.content}
        required
        maxLength={2000}
        rows={2}
        defaultValue={given.content ?? ''}
      />
      <CheckboxGroup
        name="members"
        label={text.members}
        required
        defaultValues={given.members ?? []}
        options={people}
      />
      <Select
        name="responsible"
        label={text.responsible}
        required
        defaultValue={given.responsible ?? null}
        options={people}
      />
    </>
  );
}

export const workFrom = (form: FormReader) => ({
  occurredOn: form.day('occurredOn'),
  mode: form.one('mode', MODES),
  clause: form.text('clause'),
  content: form.text('content'),
  members: form.all('members'),
  responsible: form.text('responsible'),
});

/** Writes a new record in place of the old one, which stays in the list. */
export function CorrectDialog({
  engagementId,
  entry,
  log,
  clauses,
  onClose,
  onDone,
}: {
  engagementId: string;
  entry: Entry;
  log: WorkLog;
  clauses: Clauses;
  onClose: () => void;
  onDone: () => void;
}) {
  return (
    <Dialog open title={text.correctTitle} onClose={onClose}>
      <p>{text.correctLead}</p>
      <Form
        guard={false}
        submitLabel={text.correctSubmit}
        done={text.correctDone}
        submit={(form) =>
          engagement.correctWork(
            { engagementId, recordId: entry.id, ...workFrom(form), reason: form.text('reason') },
            form.options,
          )
        }
        onDone={onDone}
      >
        <WorkFields log={log} clauses={clauses} given={entry} />
        <TextArea name="reason" label={text.reason} required maxLength={2000} rows={2} />
      </Form>
    </Dialog>
  );
}
