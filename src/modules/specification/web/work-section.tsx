import { useState } from 'react';
import * as ui from '../../../web/ui/index.ts';
import { type Clause, type Draft, specification } from './client.ts';
import { type JsonRecord, recordOf } from './form/value.ts';
import { messages } from './messages.ja.ts';
import { WORK_FIELDS } from './rule-shapes.ja.ts';
import { ValueForm } from './value-form.tsx';

const text = messages.work;
const START: JsonRecord = {
  start: { from: 'contractDate' },
  end: { from: 'periodTo' },
  after: [],
  owner: 'contractor',
};

/** The line of the work breakdown that a clause gives rise to. */
export function WorkSection({ draft, clause, onChange }: { draft: Draft; clause: Clause; onChange: () => void }) {
  const there = clause.work !== null;
  const [value, setValue] = useState<JsonRecord>(() =>
    there ? recordOf(clause.work) : { ...START, name: clause.title },
  );
  const save = { draftId: draft.id, version: draft.version, key: clause.key };
  const set = ui.useCommand((options, work: Clause['work']) => specification.updateWork({ ...save, work }, options), {
    done: text.saved,
    onDone: onChange,
  });
  return (
    <ui.Disclosure summary={there ? text.there : text.none}>
      {set.problem !== undefined && <ui.Problem problem={set.problem} />}
      <ValueForm
        draft={draft}
        path="work"
        value={value}
        onChange={setValue}
        fields={WORK_FIELDS}
        submitLabel={text.save}
        done={text.saved}
        submit={(version, options) => specification.updateWork({ ...save, version, work: { ...value } }, options)}
        onDone={onChange}
        actions={
          there ? (
            <ui.Button busy={set.busy} onClick={() => void set.run(null)}>
              {text.remove}
            </ui.Button>
          ) : undefined
        }
      />
    </ui.Disclosure>
  );
}
