import { clauseLabel } from '../../../core/specification/label.ts';
import * as ui from '../../../web/ui/index.ts';
import { activeMembers, duty, linesOf, memberOptions, nameOf, type Registers } from './duty-client.ts';
import { text as all } from './exchanges.messages.ja.ts';
import { messages } from './messages.ja.ts';
import { AddForm, DecideForm, DutyPage, OccurredOn, occurredOn, type PartProps, StepForm } from './parts.tsx';

const text = all.carryOuts;
type CarryOut = Registers['carry-out'][number];
const TONES = {
  requested: 'info',
  approved: 'success',
  refused: 'error',
  taken: 'warning',
  returned: 'neutral',
} as const;

export function Component() {
  return (
    <DutyPage title={messages.tabs['carry-outs']} lead={text.lead}>
      {(part) => (
        <>
          {part.data.registers['carry-out'].length === 0 && (
            <ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>
          )}
          {part.data.registers['carry-out'].map((carryOut) => (
            <OneCarryOut key={carryOut.id} {...part} carryOut={carryOut} />
          ))}
          {part.can('duty.manage') && part.data.conditions.carryOut !== undefined && <Request {...part} />}
        </>
      )}
    </DutyPage>
  );
}

function OneCarryOut({ engagementId, data, reload, can, carryOut }: PartProps & { carryOut: CarryOut }) {
  const { id, state } = carryOut;
  const overdue = state === 'taken' && carryOut.backBy < data.today;
  return (
    <ui.Section
      title={carryOut.materials.join('、')}
      actions={<ui.StatusBadge tone={TONES[state]}>{text.states[state]}</ui.StatusBadge>}
    >
      {overdue && <ui.Notice tone="error" title={text.overdue} />}
      <ui.DataList
        items={[
          { term: text.purpose, value: carryOut.purpose },
          { term: text.carrier, value: nameOf(data, carryOut.carrier) },
          { term: text.medium, value: carryOut.medium },
          { term: text.destination, value: carryOut.destination },
          { term: text.clause, value: clauseLabel(carryOut.clause) },
          { term: text.takeOn, value: <ui.DayText day={carryOut.takeOn} /> },
          { term: text.backBy, value: <ui.DayText day={carryOut.backBy} /> },
          { term: text.takenOn, value: <ui.DayText day={carryOut.takenOn} /> },
          { term: text.returnedOn, value: <ui.DayText day={carryOut.returnedOn} /> },
          { term: text.note, value: carryOut.returnNote },
          { term: messages.comment, value: carryOut.comment },
        ]}
      />
      {state === 'requested' && can('duty.decide') && (
        <DecideForm
          record={carryOut}
          decide={(decision, form) => duty.decideCarryOut({ engagementId, id, ...decision }, form.options)}
          reload={reload}
        />
      )}
      {state === 'approved' && can('duty.manage') && (
        <StepForm
          record={carryOut}
          summary={text.take}
          submit={(form) =>
            duty.takeOut({ engagementId, id, version: form.version, ...occurredOn(form) }, form.options)
          }
          reload={reload}
        >
          <OccurredOn />
        </StepForm>
      )}
      {state === 'taken' && can('duty.manage') && (
        <StepForm
          record={carryOut}
          summary={text.bring}
          submit={(form) =>
            duty.bringBack(
              { engagementId, id, version: form.version, note: form.text('note'), ...occurredOn(form) },
              form.options,
            )
          }
          reload={reload}
        >
          <ui.TextArea name="note" label={text.note} maxLength={10_000} rows={2} />
          <OccurredOn />
        </StepForm>
      )}
    </ui.Section>
  );
}

function Request({ engagementId, data, reload }: PartProps) {
  const { clause, clauses } = data.conditions.carryOut ?? { clause: '', clauses: [] };
  const suggested = data.conditions.carryOut?.materials ?? [];
  return (
    <AddForm
      title={text.form}
      draft={`duty-carry-out:${engagementId}`}
      submitLabel={text.submit}
      submit={(form) =>
        duty.requestCarryOut(
          {
            engagementId,
            materials: linesOf(form.text('materials')),
            purpose: form.text('purpose'),
            carrier: form.text('carrier'),
            medium: form.text('medium'),
            clause: form.text('clause'),
            destination: form.text('destination'),
            takeOn: form.day('takeOn'),
            backBy: form.day('backBy'),
          },
          form.options,
        )
      }
      reload={reload}
    >
      <ui.TextArea
        name="materials"
        label={text.materials}
        hint={`${text.materialsHelp}${suggested.length === 0 ? '' : `（${suggested.join('、')}）`}`}
        required
        maxLength={10_000}
        rows={3}
      />
      <ui.TextField name="purpose" label={text.purpose} required maxLength={200} />
      <ui.Select name="carrier" label={text.carrier} required options={memberOptions(activeMembers(data))} />
      <ui.TextField name="medium" label={text.medium} hint={text.mediumHelp} required maxLength={200} />
      <ui.TextField name="destination" label={text.destination} required maxLength={200} />
      <ui.Select
        name="clause"
        label={text.clause}
        required
        options={[...new Set([clause, ...clauses])].map((one) => ({ value: one, label: clauseLabel(one) }))}
        defaultValue={clause}
      />
      <ui.DateField name="takeOn" label={text.takeOn} required />
      <ui.DateField name="backBy" label={text.backBy} required />
    </AddForm>
  );
}
