/** The dialogs about waivers: the city's own, the contractor's request, the decision on it, taking either back. */
import type { ReactNode } from 'react';
import { DateField, Dialog, Form, type FormReader, RadioGroup, TextArea } from '../../../web/ui/index.ts';
import { boardMessages } from './board-messages.ja.ts';
import { type BoardDuty, engagement, type Waivers } from './client.ts';
import { messages } from './messages.ja.ts';

const text = boardMessages.waivers;
const hint = messages.obligations.reasonHint;

interface Closing {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface ReasonDialogProps extends Closing {
  readonly title: string;
  readonly lead: ReactNode;
  readonly submitLabel: string;
  readonly done: string;
  readonly reason: string;
  readonly hint?: string;
  readonly version?: number;
  readonly submit: (form: FormReader) => Promise<unknown>;
  /** What is asked for before the reason, and after it. */
  readonly before?: ReactNode;
  readonly children?: ReactNode;
}

/** Asks for a reason, and for what goes along with it. */
function ReasonDialog({
  title,
  lead,
  submitLabel,
  done,
  reason,
  hint: help,
  version,
  submit,
  before,
  children,
  onClose,
  onDone,
}: ReasonDialogProps) {
  return (
    <Dialog open title={title} onClose={onClose}>
      {lead}
      <Form
        guard={false}
        {...(version === undefined ? {} : { version })}
        submitLabel={submitLabel}
        done={done}
        submit={submit}
        onDone={onDone}
      >
        {before}
        <TextArea
          name="reason"
          label={reason}
          {...(help === undefined ? {} : { hint: help })}
          required
          maxLength={2000}
        />
        {children}
      </Form>
    </Dialog>
  );
}

interface OfDuty extends Closing {
  readonly engagementId: string;
  readonly obligation: BoardDuty;
}

/** Asks the city for the reason of a waiver, and what it depends on. */
export function WaiveDialog({ engagementId, obligation, ...closing }: OfDuty) {
  const words = messages.obligations;
  return (
    <ReasonDialog
      {...closing}
      title={words.waiveTitle}
      lead={<p>{words.waiveLead(obligation.title)}</p>}
      submitLabel={words.waive}
      done={words.waived}
      reason={words.reason}
      hint={hint}
      submit={(form) =>
        engagement.waiveObligation(
          { engagementId, key: obligation.key, reason: form.text('reason'), ...termsFrom(form) },
          form.options,
        )
      }
    >
      <WaiverTerms />
    </ReasonDialog>
  );
}

/** Asks the contractor why the city should excuse the duty. */
export function RequestWaiverDialog({ engagementId, obligation, ...closing }: OfDuty) {
  const words = boardMessages.request;
  return (
    <ReasonDialog
      {...closing}
      title={words.title}
      lead={<p>{words.lead(obligation.title)}</p>}
      submitLabel={words.submit}
      done={words.done}
      reason={words.reason}
      hint={hint}
      submit={(form) =>
        engagement.requestWaiver({ engagementId, key: obligation.key, reason: form.text('reason') }, form.options)
      }
    />
  );
}

/** The city grants or refuses what the contractor asked for. */
export function DecideDialog({ request, ...closing }: Closing & { readonly request: Waivers['requests'][number] }) {
  return (
    <ReasonDialog
      {...closing}
      title={text.decideTitle}
      lead={
        <>
          <p>{request.title}</p>
          <p>{request.reason}</p>
        </>
      }
      version={request.version}
      submitLabel={text.decide}
      done={text.decided}
      reason={text.reason}
      hint={hint}
      submit={(form) =>
        engagement.decideWaiver(
          {
            requestId: request.id,
            version: form.version,
            decision: form.text('decision') === 'grant' ? 'grant' : 'refuse',
            reason: form.text('reason'),
            ...termsFrom(form),
          },
          form.options,
        )
      }
      before={
        <RadioGroup
          name="decision"
          label={text.decision}
          required
          inline
          options={[
            { value: 'grant', label: text.grant },
            { value: 'refuse', label: text.refuse },
          ]}
        />
      }
    >
      <WaiverTerms />
    </ReasonDialog>
  );
}

/** The city takes a waiver back. */
export function RevokeDialog({
  engagementId,
  waiver,
  ...closing
}: Closing & { readonly engagementId: string; readonly waiver: Waivers['waivers'][number] }) {
  return (
    <ReasonDialog
      {...closing}
      title={text.revokeTitle}
      lead={<p>{text.revokeLead(waiver.title)}</p>}
      submitLabel={text.revoke}
      done={text.revoked}
      reason={text.reason}
      submit={(form) =>
        engagement.revokeWaiver({ engagementId, key: waiver.key, reason: form.text('reason') }, form.options)
      }
    />
  );
}

/** Condition and last day of a waiver; both may be left out. */
function WaiverTerms() {
  const terms = boardMessages.waive;
  return (
    <>
      <TextArea name="conditions" label={terms.conditions} hint={terms.conditionsHint} maxLength={2000} />
      <DateField name="validUntil" label={terms.validUntil} hint={terms.validUntilHint} />
    </>
  );
}

function termsFrom(form: FormReader): { readonly conditions?: string; readonly validUntil?: string } {
  const conditions = form.text('conditions').trim();
  const validUntil = form.text('validUntil');
  return { ...(conditions === '' ? {} : { conditions }), ...(validUntil === '' ? {} : { validUntil }) };
}
