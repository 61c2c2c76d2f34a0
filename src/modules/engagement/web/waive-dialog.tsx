import { Dialog, Form, TextArea } from '../../../web/ui/index.ts';
import { engagement, type Obligation } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.obligations;

/** Asks the city for the reason of a waiver. */
export function WaiveDialog({
  engagementId,
  obligation,
  onClose,
  onDone,
}: {
  engagementId: string;
  obligation: Obligation;
  onClose: () => void;
  onDone: () => void;
}) {
  return (
    <Dialog open title={text.waiveTitle} onClose={onClose}>
      <p>{text.waiveLead(obligation.title)}</p>
      <Form
        guard={false}
        submitLabel={text.waive}
        done={text.waived}
        submit={(form) =>
          engagement.waiveObligation({ engagementId, key: obligation.key, reason: form.text('reason') }, form.options)
        }
        onDone={onDone}
      >
        <TextArea name="reason" label={text.reason} hint={text.reasonHint} required maxLength={2000} />
      </Form>
    </Dialog>
  );
}
