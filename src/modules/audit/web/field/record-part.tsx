/** Records of interviews, observations and re-performances that wait on the device. */
import { useState } from 'react';
import { newKey } from '../../../../web/client.ts';
import { deviceNow } from '../../../../web/device-store.ts';
import * as ui from '../../../../web/ui/index.ts';
import { FIELD_RECORD_LABELS, FIELD_RESULT_LABELS } from '../../labels.ts';
import { choicesOf } from '../audit-client.ts';
import { messages as text } from '../messages-field.ja.ts';
import type { NewRecord } from './sheet-store.ts';

const KINDS = ['interview', 'observation', 're-performance'] as const;
const RESULTS = ['as-described', 'differs', 'not-shown'] as const;

interface RecordPartProps {
  readonly records: readonly NewRecord[];
  readonly onChange: (records: readonly NewRecord[]) => void;
}

export function RecordPart({ records, onChange }: RecordPartProps) {
  return (
    <ui.Disclosure summary={`${text.records}（${records.length}）`}>
      {records.length > 0 && (
        <ul className="grid gap-3">
          {records.map((record) => (
            <li key={record.key} className="flex flex-wrap items-center gap-3">
              <span>
                {FIELD_RECORD_LABELS[record.kind]}　<ui.InstantText at={record.at} />　{record.text}
              </span>
              <ui.Button size="small" onClick={() => onChange(records.filter(({ key }) => key !== record.key))}>
                {text.remove}
              </ui.Button>
            </li>
          ))}
        </ul>
      )}
      <RecordForm onAdd={(record) => onChange([...records, record])} />
    </ui.Disclosure>
  );
}

function RecordForm({ onAdd }: { onAdd: (record: NewRecord) => void }) {
  const [round, setRound] = useState(0);
  return (
    <ui.Form
      key={round}
      guard={false}
      done={null}
      submitLabel={text.addRecord}
      check={(form) => [
        ...(form.text('text') === '' ? [{ path: 'text', message: text.needText }] : []),
        ...(form.text('kind') === 're-performance' && form.text('steps') === ''
          ? [{ path: 'steps', message: text.needSteps }]
          : []),
      ]}
      submit={(form) => {
        onAdd({
          key: newKey(),
          kind: form.one('kind', KINDS),
          at: deviceNow(),
          place: form.text('place'),
          counterpart: form.text('counterpart'),
          text: form.text('text'),
          steps: form.text('steps'),
          result: RESULTS.find((result) => result === form.text('result')) ?? null,
        });
        return Promise.resolve();
      }}
      onDone={() => setRound((before) => before + 1)}
    >
      <ui.Select
        name="kind"
        label={text.kind}
        required
        defaultValue="interview"
        options={choicesOf(FIELD_RECORD_LABELS)}
      />
      <ui.TextField name="place" label={text.place} maxLength={1000} />
      <ui.TextField name="counterpart" label={text.counterpart} maxLength={1000} />
      <ui.TextArea name="text" label={text.text} maxLength={10000} rows={3} />
      <ui.TextArea name="steps" label={text.steps} maxLength={10000} rows={2} />
      <ui.Select
        name="result"
        label={text.result}
        options={[{ value: '', label: text.noResult }, ...choicesOf(FIELD_RESULT_LABELS)]}
      />
    </ui.Form>
  );
}
