import { useCan } from '../../../web/session.ts';
import {
  Button,
  CheckboxGroup,
  DayText,
  Form,
  NumberField,
  Problem,
  RadioGroup,
  Section,
  Select,
  TextArea,
  useCommand,
} from '../../../web/ui/index.ts';
import { deliverables, type Owed, type Version } from './client.ts';
import { messages } from './messages.ja.ts';
import { POINTS } from './review-points.ts';

const text = messages.detail;

interface Given {
  readonly engagementId: string;
  readonly version: Version;
  readonly onDone: () => void;
}

/** The lead goes through the points before anything leaves the house (chiba 8(1)-p3). */
export function ReviewVersion({ engagementId, version, onDone }: Given) {
  return (
    <Section title={text.review}>
      <p>{text.reviewLead}</p>
      <Form
        draft={`review:${version.id}`}
        submitLabel={text.reviewSubmit}
        done={text.reviewed}
        submit={(form) =>
          deliverables.review(
            {
              engagementId,
              versionId: version.id,
              checked: POINTS.filter((point) => form.all('checked').includes(point)),
              comment: form.text('comment'),
            },
            form.options,
          )
        }
        onDone={onDone}
      >
        <CheckboxGroup
          name="checked"
          label={text.points}
          required
          options={POINTS.map((point) => ({ value: point, label: point }))}
        />
        <TextArea name="comment" label={text.comment} maxLength={2000} rows={2} />
      </Form>
    </Section>
  );
}

const FORMS = ['electronic', 'paper', 'email', 'disc', 'bound'] as const;
const PAPERS = ['A4', 'A3'] as const;

/** Hands the reviewed version to the city in a way that the specification allows. */
export function SubmitVersion({ engagementId, owed, version, onDone }: Given & { readonly owed: Owed }) {
  const forms = FORMS.filter((form) => owed.forms.includes(form));
  return (
    <Section title={text.submit}>
      <Form
        guard={false}
        submitLabel={text.submitAction}
        done={text.submittedDone}
        submit={(form) =>
          deliverables.submit(
            {
              engagementId,
              versionId: version.id,
              form: form.one('form', FORMS),
              paper: form.textOrNull('paper') === null ? null : form.one('paper', PAPERS),
              copies: form.number('copies'),
            },
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
          defaultValue={forms[0] ?? null}
          options={forms.map((value) => ({ value, label: text.formNames[value] ?? value }))}
        />
        <Select
          name="paper"
          label={text.paper}
          hint={text.paperHint}
          options={PAPERS.map((value) => ({ value, label: value }))}
        />
        <NumberField
          name="copies"
          label={text.copiesField}
          required
          min={1}
          max={50}
          defaultValue={owed.copies ?? 1}
          unit={messages.copiesUnit}
        />
      </Form>
    </Section>
  );
}

/** The city accepts, or sends back with what must be mended. */
export function DecideVersion({ engagementId, version, onDone }: Given) {
  return (
    <Section title={text.decide}>
      <p>{text.decideLead}</p>
      <Form
        draft={`decide:${version.id}`}
        submitLabel={text.accept}
        done={text.decided2}
        actions={
          <Button type="submit" name="intent" value="reject">
            {text.reject}
          </Button>
        }
        check={(form) =>
          form.text('intent') === 'reject' && form.text('comment') === ''
            ? [{ path: 'comment', message: text.commentNeeded }]
            : []
        }
        submit={(form) => {
          const input = { engagementId, versionId: version.id, comment: form.text('comment') };
          return form.text('intent') === 'reject'
            ? deliverables.reject(input, form.options)
            : deliverables.accept(input, form.options);
        }}
        onDone={onDone}
      >
        <TextArea name="comment" label={text.decideComment} hint={text.decideHint} maxLength={2000} />
      </Form>
    </Section>
  );
}

/** The submitted version becomes the final one, which some specifications ask for besides its own date. */
export function FinaliseVersion({ engagementId, version, onDone }: Given) {
  const can = useCan();
  const finalise = useCommand(
    (options) => deliverables.finaliseVersion({ engagementId, versionId: version.id }, options),
    { done: text.finalised, onDone },
  );
  if (version.finalisedOn !== null) {
    return (
      <p>
        {text.finalisedOn}
        <DayText day={version.finalisedOn} />
      </p>
    );
  }
  if (!can('deliverables.submit')) return null;
  return (
    <Section title={text.finalise}>
      <p>{text.finaliseLead}</p>
      {finalise.problem !== undefined && <Problem problem={finalise.problem} />}
      <div>
        <Button busy={finalise.busy} onClick={() => void finalise.run()}>
          {text.finaliseSubmit}
        </Button>
      </div>
    </Section>
  );
}
