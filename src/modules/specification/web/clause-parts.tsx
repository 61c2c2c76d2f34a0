import { useState } from 'react';
import * as ui from '../../../web/ui/index.ts';
import { CLAUSE_PARTS, type ClausePartName } from './clause-parts.ja.ts';
import { type Clause, type Draft, specification } from './client.ts';
import { type Json, type JsonRecord, recordOf } from './form/value.ts';
import { messages } from './messages.ja.ts';
import { ValueForm } from './value-form.tsx';

const text = messages.clauseParts;

interface Props {
  readonly draft: Draft;
  readonly clause: Clause;
  readonly onChange: () => void;
}

/** Open points with their readings, evidence, and the numbers and words of a clause. */
export function ClauseParts(props: Props) {
  return (Object.keys(CLAUSE_PARTS) as ClausePartName[]).map((part) => {
    const value = valueOf(props.clause, part);
    return <Part key={`${part}:${JSON.stringify(value)}`} {...props} part={part} value={value} />;
  });
}

const valueOf = (clause: Clause, part: ClausePartName): Json =>
  part === 'parameters' ? clause.parameters : (clause.more[part] ?? []);

function Part({
  draft,
  clause,
  part,
  value,
  onChange,
}: Props & { readonly part: ClausePartName; readonly value: Json }) {
  const [edited, setEdited] = useState<JsonRecord>({ items: value });
  const count = Array.isArray(value) ? value.length : Object.keys(recordOf(value)).length;
  return (
    <ui.Disclosure summary={count === 0 ? text[part].none : text[part].there(count)}>
      <ValueForm
        draft={draft}
        path="value"
        value={edited}
        onChange={setEdited}
        fields={CLAUSE_PARTS[part]}
        submitLabel={text.save[part]}
        done={text.saved}
        submit={(version, options) =>
          specification.updateClausePart(
            { draftId: draft.id, version, key: clause.key, part, value: edited['items'] ?? [] },
            options,
          )
        }
        onDone={onChange}
      />
    </ui.Disclosure>
  );
}
