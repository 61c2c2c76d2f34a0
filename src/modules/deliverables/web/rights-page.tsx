import { useCan, useEngagementId } from '../../../web/session.ts';
import {
  ConfirmButton,
  Form,
  Loaded,
  Page,
  RadioGroup,
  Section,
  Select,
  TextField,
  useCommand,
  useLoad,
} from '../../../web/ui/index.ts';
import { deliverables, titleOf } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.rights;

/** Earlier works inside the deliverables, the working environment, and permissions to use deliverables elsewhere. */
export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const declare = useCommand((options) => deliverables.declareNoPreexisting({ engagementId }, options), {
    done: text.declared,
  });
  return (
    <Page title={text.title} lead={text.lead}>
      {can('deliverables.make') && <Environment engagementId={engagementId} />}
      <Section title={text.preexisting}>
        <p>{text.preexistingLead}</p>
        {can('deliverables.make') && (
          <Form
            draft={`preexisting:${engagementId}`}
            reset
            submitLabel={text.register}
            done={text.registered}
            submit={(form) =>
              deliverables.registerPreexisting(
                { engagementId, name: form.text('name'), owner: form.text('owner'), usedIn: form.text('usedIn') },
                form.options,
              )
            }
          >
            <TextField name="name" label={text.name} required maxLength={200} />
            <TextField name="owner" label={text.owner} required maxLength={200} />
            <TextField name="usedIn" label={text.usedIn} required maxLength={200} />
          </Form>
        )}
        {can('deliverables.submit') && (
          <div>
            <ConfirmButton
              title={text.noneTitle}
              body={text.noneBody}
              busy={declare.busy}
              onConfirm={() => declare.run()}
            >
              {text.none}
            </ConfirmButton>
          </div>
        )}
      </Section>
      <Section title={text.reuse}>
        <p>{text.reuseLead}</p>
        {can('deliverables.decide') && <Reuse engagementId={engagementId} />}
      </Section>
    </Page>
  );
}

function Environment({ engagementId }: { engagementId: string }) {
  return (
    <Section title={text.environment}>
      <p>{text.environmentLead}</p>
      <Form
        guard={false}
        submitLabel={text.recordEnvironment}
        done={text.recorded}
        submit={(form) =>
          deliverables.recordEnvironment({ engagementId, provided: form.text('provided') === 'yes' }, form.options)
        }
      >
        <RadioGroup
          name="provided"
          label={text.provided}
          required
          inline
          options={(['no', 'yes'] as const).map((value) => ({ value, label: text.providedOptions[value] }))}
        />
      </Form>
    </Section>
  );
}

function Reuse({ engagementId }: { engagementId: string }) {
  const register = useLoad(() => deliverables.listDeliverables({ engagementId }), [engagementId]);
  return (
    <Loaded from={register}>
      {({ deliverables: all }) => {
        const options = all.flatMap((owed) => {
          const latest = owed.versions.at(-1);
          return latest === undefined ? [] : [{ value: latest.deliverableId, label: titleOf(owed) }];
        });
        if (options.length === 0) return <p>{text.noneYet}</p>;
        return (
          <Form
            draft={`reuse:${engagementId}`}
            reset
            submitLabel={text.permit}
            done={text.permitted}
            submit={(form) =>
              deliverables.permitReuse(
                { engagementId, deliverableId: form.text('deliverableId'), purpose: form.text('purpose') },
                form.options,
              )
            }
          >
            <Select name="deliverableId" label={text.deliverable} required options={options} />
            <TextField name="purpose" label={text.purpose} required maxLength={200} />
          </Form>
        );
      }}
    </Loaded>
  );
}
