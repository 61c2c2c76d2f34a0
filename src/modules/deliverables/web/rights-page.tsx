import type { OutputOf } from '../../../kernel/contract.ts';
import { useCan, useEngagementId } from '../../../web/session.ts';
import {
  ConfirmButton,
  DataList,
  DayText,
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
import type { deliverablesContract } from '../contract.ts';
import { deliverables, titleOf } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.rights;

/** Earlier works inside the deliverables, the working environment, and permissions to use deliverables elsewhere. */
export function Component() {
  const engagementId = useEngagementId();
  const can = useCan();
  const rights = useLoad(() => deliverables.listRights({ engagementId }), [engagementId]);
  const declare = useCommand((options) => deliverables.declareNoPreexisting({ engagementId }, options), {
    done: text.declared,
    onDone: rights.reload,
  });
  return (
    <Page title={text.title} lead={text.lead}>
      <Section title={text.recordedTitle}>
        <Loaded from={rights}>{(recorded) => <Recorded rights={recorded} />}</Loaded>
      </Section>
      {can('deliverables.make') && <Environment engagementId={engagementId} onDone={rights.reload} />}
      <Section title={text.preexisting}>
        <p>{text.preexistingLead}</p>
        {can('deliverables.make') && (
          <Form
            draft={`preexisting:${engagementId}`}
            reset
            submitLabel={text.register}
            done={text.registered}
            onDone={rights.reload}
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
        {can('deliverables.decide') && <Reuse engagementId={engagementId} onDone={rights.reload} />}
      </Section>
    </Page>
  );
}

type Rights = OutputOf<typeof deliverablesContract, 'listRights'>;

/** What is on record: the environment, earlier works or their absence, permissions given. */
function Recorded({ rights }: { rights: Rights }) {
  const { environmentProvided, preexisting, noneDeclaredOn, permissions } = rights;
  return (
    <DataList
      items={[
        {
          term: text.environment,
          value:
            environmentProvided === null ? text.notRecorded : environmentProvided ? text.byCity : text.byContractor,
        },
        {
          term: text.preexisting,
          value:
            preexisting.length > 0 ? (
              <ul>
                {preexisting.map((work) => (
                  <li key={work.id}>{text.workLine(work.name, work.owner, work.usedIn)}</li>
                ))}
              </ul>
            ) : noneDeclaredOn === null ? (
              text.notRecorded
            ) : (
              <>
                {text.noneRecorded}（<DayText day={noneDeclaredOn} />）
              </>
            ),
        },
        {
          term: text.reuse,
          value:
            permissions.length === 0 ? (
              text.notRecorded
            ) : (
              <ul>
                {permissions.map((permission) => (
                  <li key={`${permission.deliverableId} ${permission.on} ${permission.purpose}`}>
                    <DayText day={permission.on} /> {permission.purpose}
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}

interface PartProps {
  readonly engagementId: string;
  readonly onDone: () => void;
}

function Environment({ engagementId, onDone }: PartProps) {
  return (
    <Section title={text.environment}>
      <p>{text.environmentLead}</p>
      <Form
        guard={false}
        submitLabel={text.recordEnvironment}
        done={text.recorded}
        onDone={onDone}
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

function Reuse({ engagementId, onDone }: PartProps) {
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
            onDone={onDone}
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
