import { useState } from 'react';
import { DateField, Dialog, Disclosure, Form, Notice, TextArea } from '../../../web/ui/index.ts';
import { type DepartmentRow, selfCheck } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.progressPage;
type Reminded = Awaited<ReturnType<typeof selfCheck.remindLate>>['reminded'];

/** Reminds every department without an answer, and shows whom that reached. */
export function RemindForm({ campaignId, onDone }: { campaignId: string; onDone: () => void }) {
  const [reminded, setReminded] = useState<Reminded>();
  return (
    <Disclosure summary={text.remind}>
      <Form
        guard={false}
        reset
        submitLabel={text.remind}
        done={text.reminded}
        submit={(form) => selfCheck.remindLate({ campaignId, message: form.text('message') }, form.options)}
        onDone={(result) => {
          setReminded(result.reminded);
          onDone();
        }}
      >
        <TextArea name="message" label={text.remindMessage} hint={text.remindHelp} maxLength={1000} rows={3} />
      </Form>
      {reminded !== undefined && (
        <Notice tone="success" title={text.remindedList(reminded.length)}>
          <ul className="list-disc ps-6">
            {reminded.map(({ respondentId, respondentName, people }) => (
              <li key={respondentId}>
                {respondentName}　
                {people.length === 0
                  ? text.nobody
                  : text.people(people.map(({ displayName }) => displayName).join('、'))}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Disclosure>
  );
}

/** Takes the answers of one department again until another day. */
export function ReopenDialog({
  campaignId,
  row,
  onClose,
  onDone,
}: {
  campaignId: string;
  row: DepartmentRow;
  onClose: () => void;
  onDone: () => void;
}) {
  return (
    <Dialog open title={text.reopenTitle(row.respondentName)} onClose={onClose}>
      <Form
        guard={false}
        submitLabel={text.reopen}
        done={text.reopened}
        submit={(form) =>
          selfCheck.reopenResponse(
            { campaignId, respondentId: row.respondentId, due: form.day('due'), reason: form.text('reason') },
            form.options,
          )
        }
        onDone={onDone}
      >
        <DateField name="due" label={text.newDue} required />
        <TextArea name="reason" label={text.reason} required maxLength={1000} rows={3} />
      </Form>
    </Dialog>
  );
}
