/** One target: its fields, its auditors, the vendor check and taking it back. */
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { ROLE_NAMES } from '../labels.ts';
import { Warnings } from './frame.tsx';
import { messages } from './messages.ja.ts';
import { choicesOf, personOf, plan, type ProgrammeView, type Target } from './plan-client.ts';
import { TargetFields, targetFrom } from './target-fields.tsx';

const text = messages.targets;
type Options = readonly { readonly value: string; readonly label: string }[];

interface Props {
  readonly target: Target;
  readonly programme: ProgrammeView['programme'];
  readonly departments: Options;
  readonly people: Options;
  readonly warnings: readonly { readonly message: string }[];
  readonly reload: () => void;
  readonly close: () => void;
}

export function TargetDetail(props: Props) {
  const can = useCan();
  const { target, programme, departments, reload, close, warnings } = props;
  const open = target.state !== 'withdrawn';
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <Warnings warnings={warnings} />
      {!open && <p>{text.withdrawal(target.withdrawal)}</p>}
      {open && can('audit-plan.work') && <Team {...props} />}
      {open && can('audit-plan.decide') && target.kind === 'system' && <VendorCheck target={target} reload={reload} />}
      {open && can('audit-plan.work') && target.state !== 'handed-over' && (
        <ui.Disclosure summary={text.change}>
          <ui.Form
            version={target.version}
            submitLabel={messages.save}
            done={messages.saved}
            submit={(form) =>
              plan.changeTarget(
                { targetId: target.id, version: form.version, ...targetFrom(form, programme) },
                form.options,
              )
            }
            onDone={reload}
          >
            <TargetFields programme={programme} departments={departments} target={target} />
          </ui.Form>
        </ui.Disclosure>
      )}
      {open && can('audit-plan.decide') && (
        <ui.Disclosure summary={text.withdraw}>
          <ui.Form
            version={target.version}
            submitLabel={text.withdraw}
            done={text.withdrawn}
            submit={(form) =>
              plan.withdrawTarget(
                { targetId: target.id, version: form.version, reason: form.text('reason') },
                form.options,
              )
            }
            onDone={() => {
              close();
              reload();
            }}
          >
            <ui.TextField name="reason" label={text.withdrawReason} required maxLength={200} />
          </ui.Form>
        </ui.Disclosure>
      )}
    </div>
  );
}

const NONE = 'none';

/** One choice per person: their role, or that they take no part. */
function Team({ target, people, reload }: Props) {
  const roleOf = (key: string) => target.team.find(({ kind, id }) => `${kind} ${id}` === key)?.role ?? NONE;
  const options = [{ value: NONE, label: text.unassigned }, ...choicesOf(ROLE_NAMES)];
  return (
    <ui.Section level={3} title={text.assign}>
      <p>{text.assignHelp}</p>
      <ui.Form
        version={target.version}
        submitLabel={messages.save}
        done={text.assigned}
        submit={(form) =>
          plan.assignAuditors(
            {
              targetId: target.id,
              version: form.version,
              team: people.flatMap(({ value }, index) => {
                const role = form.one(`person.${index}`, [NONE, 'lead', 'auditor', 'assistant', 'attendant']);
                return role === NONE || !isRole(role) ? [] : [{ ...personOf(value), role }];
              }),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        {people.map(({ value, label }, index) => (
          <ui.Select
            key={value}
            name={`person.${index}`}
            label={label}
            required
            options={options}
            defaultValue={roleOf(value)}
          />
        ))}
      </ui.Form>
    </ui.Section>
  );
}

function isRole(role: string): role is keyof typeof ROLE_NAMES {
  return Object.hasOwn(ROLE_NAMES, role);
}

const CHECKS = ['vendorCheck', 'siteVisit', 'verification'] as const;

function VendorCheck({ target, reload }: { target: Target; reload: () => void }) {
  const before = target.vendorCheck;
  return (
    <ui.Section level={3} title={text.vendorCheck}>
      <ui.Form
        version={target.version}
        submitLabel={messages.save}
        done={text.vendorDone}
        submit={(form) => {
          const chosen = form.all('checks');
          return plan.decideVendorCheck(
            {
              targetId: target.id,
              version: form.version,
              vendorCheck: chosen.includes('vendorCheck'),
              siteVisit: chosen.includes('siteVisit'),
              verification: chosen.includes('verification'),
              reason: form.text('reason'),
            },
            form.options,
          );
        }}
        onDone={reload}
      >
        <ui.CheckboxGroup
          name="checks"
          label={text.vendorCheck}
          options={choicesOf(text.vendorChecks)}
          defaultValues={before === null ? [] : CHECKS.filter((check) => before[check])}
        />
        <ui.TextField
          name="reason"
          label={text.vendorReason}
          required
          maxLength={200}
          defaultValue={before?.reason ?? ''}
        />
      </ui.Form>
    </ui.Section>
  );
}
