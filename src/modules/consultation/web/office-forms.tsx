/** What the office decides: who answers, beyond the cap or not, asked before. */
import * as ui from '../../../web/ui/index.ts';
import { type Choices, type Consultation, consultations, type Detail, type List } from './client.ts';
import { CapMeter } from './cap-meter.tsx';
import { messages } from './messages.ja.ts';

const text = messages.triage;
const DECISIONS = ['contractor', 'office'] as const;
const OVERRUNS = ['exceed', 'next-period'] as const;

interface Props {
  readonly engagementId: string;
  readonly detail: Detail;
  readonly reload: () => void;
}

export function TriageForm({ engagementId, detail, choices, list, reload }: Props & { choices: Choices; list: List }) {
  const { meter } = list;
  const full = meter !== null && meter.left === 0;
  const decisions = DECISIONS.filter((decision) => decision !== detail.state || detail.deferred);
  return (
    <ui.Section title={text.title}>
      {full && <CapMeter meter={meter} />}
      <ui.Form
        version={detail.version}
        guard={false}
        submitLabel={text.submit}
        done={text.done}
        check={(form) => overrunFaults(form, full)}
        submit={(form) =>
          consultations.triageConsultation(
            {
              engagementId,
              consultationId: detail.id,
              version: form.version,
              decision: form.one('decision', DECISIONS),
              category: form.text('category'),
              due: form.dayOrNull('due'),
              overrun: overrunFrom(form),
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
          options={decisions.map((decision) => ({ value: decision, label: text.decisions[decision] }))}
        />
        <ui.Select
          name="category"
          label={text.category}
          required
          defaultValue={detail.category}
          options={choices.categories.map((value) => ({ value, label: value }))}
        />
        <ui.DateField name="due" label={text.due} defaultValue={detail.due ?? ''} />
        {full && (
          <>
            <ui.RadioGroup
              name="overrun"
              label={text.overrun}
              options={OVERRUNS.map((value) => ({ value, label: text.overruns[value] }))}
            />
            <ui.TextArea name="overrun.reason" label={text.reason} rows={2} maxLength={1000} />
          </>
        )}
      </ui.Form>
    </ui.Section>
  );
}

function overrunFrom(form: ui.FormReader) {
  const choice = form.text('overrun');
  if (choice === 'exceed') return { choice: 'exceed' as const, reason: form.text('overrun.reason') };
  return choice === 'next-period' ? { choice: 'next-period' as const } : null;
}

function overrunFaults(form: ui.FormReader, full: boolean) {
  if (!full || form.text('decision') !== 'contractor') return [];
  if (form.text('overrun') === '') return [{ path: 'overrun', message: text.overrunMissing }];
  if (form.text('overrun') === 'exceed' && form.text('overrun.reason') === '') {
    return [{ path: 'overrun.reason', message: text.reasonMissing }];
  }
  return [];
}

export function DuplicateForm({ engagementId, detail, list, reload }: Props & { list: List }) {
  const others = list.consultations.filter(
    ({ id, closedBecause }) => id !== detail.id && closedBecause !== 'duplicate',
  );
  if (others.length === 0) return null;
  const label = ({ number, title }: Consultation): string => `${messages.number(number)}　${title}`;
  return (
    <ui.Disclosure summary={text.duplicate}>
      <ui.Form
        version={detail.version}
        guard={false}
        submitLabel={text.duplicateSubmit}
        done={text.duplicateDone}
        submit={(form) =>
          consultations.closeAsDuplicate(
            {
              engagementId,
              consultationId: detail.id,
              version: form.version,
              duplicateOf: form.text('duplicateOf'),
              note: form.text('note'),
            },
            form.options,
          )
        }
        onDone={reload}
      >
        <ui.Select
          name="duplicateOf"
          label={text.duplicateOf}
          required
          width="full"
          options={others.map((one) => ({ value: one.id, label: label(one) }))}
        />
        <ui.TextArea name="note" label={text.note} rows={2} maxLength={2000} />
      </ui.Form>
    </ui.Disclosure>
  );
}
