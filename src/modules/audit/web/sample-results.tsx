/** What the examination of each drawn number showed. */
import * as ui from '../../../web/ui/index.ts';
import { SAMPLE_OUTCOME_LABELS } from '../labels.ts';
import { audit, choicesOf, type Sample } from './audit-client.ts';
import { messages } from './messages-samples.ja.ts';

const text = messages.samples;
const OUTCOMES = ['conforms', 'deviates', 'unavailable'] as const;

export function SampleResults({
  sample,
  editable,
  onDone,
}: {
  readonly sample: Sample;
  readonly editable: boolean;
  readonly onDone: () => void;
}) {
  if (!editable) {
    return (
      <ui.DataList
        items={sample.items.map(({ number, outcome, note }) => ({
          term: text.number(number),
          value: [outcome === null ? text.unknown : SAMPLE_OUTCOME_LABELS[outcome], note].filter(Boolean).join('　'),
        }))}
      />
    );
  }
  return (
    <ui.Form
      version={sample.version}
      draft={`audit-sample:${sample.id}`}
      submitLabel={text.save}
      done={text.saved}
      submit={(form) =>
        audit.recordSampleResults(
          {
            sampleId: sample.id,
            version: form.version,
            results: sample.items.map(({ number }) => ({
              number,
              outcome: OUTCOMES.find((one) => one === form.text(`outcome-${number}`)) ?? null,
              note: form.text(`note-${number}`),
            })),
          },
          form.options,
        )
      }
      onDone={onDone}
    >
      {sample.items.map(({ number, outcome, note }) => (
        <div key={number} className="grid grid-cols-[minmax(0,1fr)] gap-2">
          <ui.Select
            name={`outcome-${number}`}
            label={text.outcome(number)}
            prompt={text.unknown}
            options={choicesOf(SAMPLE_OUTCOME_LABELS)}
            defaultValue={outcome}
          />
          <ui.TextField name={`note-${number}`} label={text.note(number)} maxLength={1000} defaultValue={note} />
        </div>
      ))}
    </ui.Form>
  );
}
