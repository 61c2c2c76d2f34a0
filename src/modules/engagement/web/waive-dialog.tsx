import { DateField, Dialog, Form, type FormReader, TextArea } from '../../../web/ui/index.ts';
import { boardMessages } from './board-messages.ja.ts';
import { type BoardDuty, engagement } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.obligations;

/** Asks the city for the reason of a waiver, and what it depends on. */
export function WaiveDialog({
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
    <Dialog open title={text.waiveTitle} onClose={onClose}>
      <p>{text.waiveLead(obligation.title)}</p>
      <Form
        guard={false}
        submitLabel={text.waive}
        done={text.waived}
        submit={(form) =>
          engagement.waiveObligation(
            { engagementId, key: obligation.key, reason: form.text('reason'), ...termsFrom(form) },
            form.options,
          )
        }
        onDone={onDone}
      >
        <TextArea name="reason" label={text.reason} hint={text.reasonHint} required maxLength={2000} />
        <WaiverTerms />
      </Form>
    </Dialog>
  );
}

/** Condition and last day of a waiver; both may be left out. */
export function WaiverTerms() {
  const terms = boardMessages.waive;
  return (
    <>
      <TextArea name="conditions" label={terms.conditions} hint={terms.conditionsHint} maxLength={2000} />
      <DateField name="validUntil" label={terms.validUntil} hint={terms.validUntilHint} />
    </>
  );
}

export function termsFrom(form: FormReader): { readonly conditions?: string; readonly validUntil?: string } {
  const conditions = form.text('conditions').trim();
  const validUntil = form.text('validUntil');
  return { ...(conditions === '' ? {} : { conditions }), ...(validUntil === '' ? {} : { validUntil }) };
}
