/** What can be done with a plan in its present state, by whom. */
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { USUAL_TECHNIQUES } from '../labels.ts';
import { improvement, type Plan, type Terms, wordOptions } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.actions;

interface Part {
  readonly plan: Plan;
  readonly reload: () => void;
}

export function PlanActions({ plan, terms, reload }: Part & { readonly terms: Terms }) {
  const can = useCan();
  const { state, findingWithdrawn } = plan;
  const advises = can('improvement.advise') && !findingWithdrawn;
  const decides = can('improvement.decide');
  const goesOn = decides && !findingWithdrawn;
  const cancels = decides && ['issued', 'submitted', 'returned', 'approved', 'reported'].includes(state);
  const seen = state === 'confirmed' || state === 'closed';
  const parts = [
    advises && state === 'submitted' && <Advise key="advise" plan={plan} terms={terms} reload={reload} />,
    goesOn && state === 'submitted' && <Decide key="decide" plan={plan} reload={reload} />,
    advises && state === 'reported' && <Confirm key="confirm" plan={plan} terms={terms} reload={reload} />,
    advises && seen && <Effect key="effect" plan={plan} reload={reload} />,
    goesOn && state === 'confirmed' && <Close key="close" plan={plan} reload={reload} />,
    goesOn && state === 'approved' && <ReturnRunning key="return" plan={plan} reload={reload} />,
    goesOn && seen && <Reason key="reopen" plan={plan} reload={reload} way="reopen" />,
    cancels && <Reason key="cancel" plan={plan} reload={reload} way="cancel" />,
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : <ui.Section title={text.title}>{parts}</ui.Section>;
}

const YES_NO = [
  { value: 'yes', label: text.yes },
  { value: 'no', label: text.no },
];
const ANSWERS = ['yes', 'no'] as const;

function Advise({ plan, terms, reload }: Part & { readonly terms: Terms }) {
  return (
    <ui.Disclosure summary={text.advise} open>
      <p>{text.adviseHelp}</p>
      <ui.Form
        version={plan.version}
        draft={`improvement-advice:${plan.id}`}
        submitLabel={text.advise}
        done={text.advised}
        submit={(form) =>
          improvement.advisePlan(
            {
              planId: plan.id,
              version: form.version,
              checks: terms.checks.map((name, index) => ({
                name,
                ok: form.one(`checks.${index}.ok`, ANSWERS) === 'yes',
                remark: form.text(`checks.${index}.remark`),
              })),
              text: form.text('text'),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        {terms.checks.map((name, index) => (
          <div key={name} className="grid grid-cols-[minmax(0,1fr)] gap-2">
            <ui.RadioGroup
              name={`checks.${index}.ok`}
              label={name}
              required
              inline
              options={[
                { value: 'yes', label: messages.plan.ok },
                { value: 'no', label: messages.plan.notOk },
              ]}
            />
            <ui.TextField name={`checks.${index}.remark`} label={text.remark(name)} maxLength={1000} />
          </div>
        ))}
        <ui.TextArea name="text" label={text.adviceText} maxLength={4000} rows={3} />
      </ui.Form>
    </ui.Disclosure>
  );
}

function Decide({ plan, reload }: Part) {
  return (
    <ui.Disclosure summary={text.decide} open>
      {plan.waiting === 'contractor' && <ui.Notice>{text.notAdvised}</ui.Notice>}
      <ui.Form
        version={plan.version}
        submitLabel={text.decide}
        done={text.decided}
        submit={(form) =>
          improvement.decidePlan(
            {
              planId: plan.id,
              version: form.version,
              decision: form.one('decision', ['approve', 'return']),
              remark: form.text('remark'),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.RadioGroup
          name="decision"
          label={text.decision}
          required
          inline
          options={[
            { value: 'approve', label: text.approve },
            { value: 'return', label: text.return },
          ]}
        />
        <ui.TextArea name="remark" label={text.decisionRemark} maxLength={4000} rows={3} />
      </ui.Form>
    </ui.Disclosure>
  );
}

function Confirm({ plan, terms, reload }: Part & { readonly terms: Terms }) {
  const techniques = terms.audits.find(({ type }) => type === plan.audit.type)?.techniques ?? USUAL_TECHNIQUES;
  return (
    <ui.Disclosure summary={text.confirm} open>
      <ui.Form
        version={plan.version}
        draft={`improvement-confirm:${plan.id}`}
        submitLabel={text.confirm}
        done={text.confirmed}
        submit={(form) =>
          improvement.confirmImprovement(
            {
              planId: plan.id,
              version: form.version,
              techniques: form.all('techniques'),
              meetsIntent: form.one('meetsIntent', ANSWERS) === 'yes',
              evaluated: form.flag('evaluated'),
              text: form.text('text'),
              fileIds: form.fileIds('fileIds'),
              effectOn: form.dayOrNull('effectOn'),
              ...occurredOn(form),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.CheckboxGroup name="techniques" label={text.techniques} required options={wordOptions(techniques)} />
        <ui.RadioGroup name="meetsIntent" label={text.meetsIntent} required inline options={YES_NO} />
        <ui.Checkbox name="evaluated" label={text.evaluated} />
        <ui.TextArea name="text" label={text.result} required maxLength={4000} rows={4} />
        <ui.FileUpload name="fileIds" label={text.evidence} multiple />
        <ui.DateField name="effectOn" label={text.effectOn} />
        <ui.DateField name="occurredOn" label={text.occurredOn} />
      </ui.Form>
    </ui.Disclosure>
  );
}

function Effect({ plan, reload }: Part) {
  return (
    <ui.Disclosure summary={text.effect} open={plan.waiting === 'contractor'}>
      <p>{text.effectHelp}</p>
      <ui.Form
        version={plan.version}
        submitLabel={text.effect}
        done={text.effectDone}
        submit={(form) =>
          improvement.checkEffect(
            {
              planId: plan.id,
              version: form.version,
              effective: form.one('effective', ANSWERS) === 'yes',
              text: form.text('text'),
              ...occurredOn(form),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.RadioGroup name="effective" label={text.effective} required inline options={YES_NO} />
        <ui.TextArea name="text" label={text.effectText} required maxLength={4000} rows={3} />
        <ui.DateField name="occurredOn" label={text.occurredOn} />
      </ui.Form>
    </ui.Disclosure>
  );
}

function Close({ plan, reload }: Part) {
  return (
    <ui.Disclosure summary={text.close} open={plan.waiting === 'city'}>
      <ui.Form
        version={plan.version}
        submitLabel={text.close}
        done={text.closed}
        submit={(form) =>
          improvement.closePlan({ planId: plan.id, version: form.version, note: form.text('note') }, form.options)
        }
        onDone={reload}
      >
        <ui.TextArea name="note" label={text.closeNote} maxLength={4000} rows={2} />
      </ui.Form>
    </ui.Disclosure>
  );
}

function ReturnRunning({ plan, reload }: Part) {
  return (
    <ui.Disclosure summary={text.returnRunning}>
      <ui.Form
        version={plan.version}
        submitLabel={text.return}
        done={text.decided}
        submit={(form) =>
          improvement.decidePlan(
            { planId: plan.id, version: form.version, decision: 'return', remark: form.text('remark') },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.TextArea name="remark" label={text.returnReason} required maxLength={4000} rows={2} />
      </ui.Form>
    </ui.Disclosure>
  );
}

const WAYS = {
  reopen: { label: text.reopen, reason: text.reopenReason, done: text.reopened, run: improvement.reopenPlan },
  cancel: { label: text.cancel, reason: text.cancelReason, done: text.cancelledDone, run: improvement.cancelPlan },
} as const;

function Reason({ plan, reload, way }: Part & { readonly way: keyof typeof WAYS }) {
  const { label, reason, done, run } = WAYS[way];
  return (
    <ui.Disclosure summary={label}>
      <ui.Form
        version={plan.version}
        submitLabel={label}
        done={done}
        submit={(form) => run({ planId: plan.id, version: form.version, reason: form.text('reason') }, form.options)}
        onDone={reload}
      >
        <ui.TextArea name="reason" label={reason} required maxLength={2000} rows={2} />
      </ui.Form>
    </ui.Disclosure>
  );
}

/** The day only where it was said. */
function occurredOn(form: { dayOrNull(name: string): string | null }): { occurredOn?: string } {
  const day = form.dayOrNull('occurredOn');
  return day === null ? {} : { occurredOn: day };
}
