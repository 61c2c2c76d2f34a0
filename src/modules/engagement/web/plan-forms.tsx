import { useState } from 'react';
import {
  Button,
  ConfirmButton,
  Dialog,
  Form,
  NumberField,
  RadioGroup,
  Section,
  TextArea,
  useCommand,
} from '../../../web/ui/index.ts';
import { engagement, type Plan } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.plans;
const FORMS = ['electronic', 'paper'] as const;

interface Given {
  readonly engagementId: string;
  readonly plan: Plan;
  readonly onDone: () => void;
}

/** Makes a version from the present WBS; begins with the words of the version before. */
export function DraftPlan({
  engagementId,
  previous,
  onDone,
}: {
  readonly engagementId: string;
  readonly previous: Plan | undefined;
  readonly onDone: () => void;
}) {
  return (
    <Section title={text.draftTitle}>
      <p>{text.draftLead}</p>
      <Form
        key={previous?.id ?? 'first'}
        draft={`plan:${engagementId}`}
        submitLabel={text.draft}
        done={text.drafted}
        submit={(form) =>
          engagement.draftPlan(
            {
              engagementId,
              reason: form.text('reason'),
              organisation: form.text('organisation'),
              environment: form.text('environment'),
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        <TextArea
          name="organisation"
          label={text.organisation}
          hint={text.organisationHint}
          required
          maxLength={4000}
          rows={6}
          defaultValue={previous?.organisation ?? null}
        />
        <TextArea
          name="environment"
          label={text.environment}
          hint={text.environmentHint}
          required
          maxLength={4000}
          defaultValue={previous?.environment ?? null}
        />
        <TextArea
          name="reason"
          label={text.reason}
          hint={text.reasonHint}
          required={previous !== undefined}
          maxLength={1000}
          rows={2}
        />
      </Form>
    </Section>
  );
}

/** Hands the draft to the city. */
export function SubmitPlan({ engagementId, plan, onDone }: Given) {
  return (
    <Section title={text.submitTitle}>
      <Form
        guard={false}
        submitLabel={text.submit}
        done={text.submitted}
        submit={(form) =>
          engagement.submitPlan(
            { engagementId, planId: plan.id, form: form.one('form', FORMS), copies: form.number('copies') },
            form.options,
          )
        }
        onDone={onDone}
      >
        <RadioGroup
          name="form"
          label={text.form}
          required
          inline
          defaultValue="electronic"
          options={FORMS.map((value) => ({ value, label: text.forms[value] }))}
        />
        <NumberField
          name="copies"
          label={text.copies}
          hint={text.copiesHint}
          required
          min={1}
          max={20}
          defaultValue={1}
          unit={messages.copiesUnit}
        />
      </Form>
    </Section>
  );
}

/** The city approves or returns. */
export function DecidePlan({ engagementId, plan, onDone }: Given) {
  const [returning, setReturning] = useState(false);
  const approve = useCommand((options) => engagement.approvePlan({ engagementId, planId: plan.id }, options), {
    done: text.approved,
    onDone,
  });
  return (
    <div className="flex flex-wrap gap-3">
      <ConfirmButton
        variant="solid"
        title={text.approveTitle}
        body={text.approveBody}
        busy={approve.busy}
        onConfirm={() => approve.run()}
      >
        {text.approve}
      </ConfirmButton>
      <Button onClick={() => setReturning(true)}>{text.return}</Button>
      <Dialog open={returning} title={text.returnTitle} onClose={() => setReturning(false)}>
        <Form
          draft={`plan-return:${plan.id}`}
          submitLabel={text.return}
          done={text.returned}
          submit={(form) =>
            engagement.returnPlan({ engagementId, planId: plan.id, reason: form.text('reason') }, form.options)
          }
          onDone={() => {
            setReturning(false);
            onDone();
          }}
        >
          <TextArea name="reason" label={text.returnReason} hint={text.returnHint} required maxLength={2000} />
        </Form>
      </Dialog>
    </div>
  );
}
