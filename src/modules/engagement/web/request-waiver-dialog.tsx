import { Dialog, Form, TextArea } from '../../../web/ui/index.ts';
import { boardMessages } from './board-messages.ja.ts';
import { type BoardDuty, engagement } from './client.ts';
import { messages } from './messages.ja.ts';

const text = boardMessages.request;

/** Asks the contractor why the city should excuse the duty. */
export function RequestWaiverDialog({
  engagementId,
  obligation,
  onClose,
  onDone,
}: {
  engagementId: string;
  obligation: BoardDuty;
  onClose: () => void;
  onDone: () => void;
}) {
  return (
    <Dialog open title={text.title} onClose={onClose}>
      <p>{text.lead(obligation.title)}</p>
      <Form
        guard={false}
        submitLabel={text.submit}
        done={text.done}
        submit={(form) =>
          engagement.requestWaiver({ engagementId, key: obligation.key, reason: form.text('reason') }, form.options)
        }
        onDone={onDone}
      >
        <TextArea name="reason" label={text.reason} hint={messages.obligations.reasonHint} required maxLength={2000} />
      </Form>
    </Dialog>
  );
}
