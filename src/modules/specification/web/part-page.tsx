import { useState } from 'react';
import { useParams } from 'react-router';
import * as ui from '../../../web/ui/index.ts';
import { type Draft, specification } from './client.ts';
import { DraftTabs } from './draft-tabs.tsx';
import type { Field } from './form/field.ts';
import { type Json, type JsonRecord, listOf, recordOf, textOf } from './form/value.ts';
import { messages } from './messages.ja.ts';
import { PART_NAMES } from '../part-names.ja.ts';
import { PARTS } from './parts.ja.ts';
import type { Part, PartName } from './part.ts';
import { ValueForm } from './value-form.tsx';

const text = messages.part;

/** One part of a draft: standards, roles, meetings, team, duties, consultations, follow-up, report, delivery. */
export function Component() {
  const { draftId = '', part = '' } = useParams();
  const loaded = ui.useLoad(() => specification.getDraft({ draftId }), [draftId]);
  const name = (Object.keys(PARTS) as PartName[]).find((one) => one === part);
  return (
    <ui.Loaded from={loaded}>
      {(draft) =>
        name === undefined ? (
          <ui.Page title={text.missing}>{null}</ui.Page>
        ) : (
          <PartView key={name} draft={draft} name={name} part={PARTS[name]} onChange={loaded.reload} />
        )
      }
    </ui.Loaded>
  );
}

interface Props {
  readonly draft: Draft;
  readonly name: PartName;
  readonly part: Part;
  readonly onChange: () => void;
}

function PartView({ draft, name, part, onChange }: Props) {
  const value = draft.parts[name];
  const [begun, setBegun] = useState(false);
  const there = begun || part.form !== undefined || value !== null;
  const problems = draft.problems.filter((one) => one.part === name && one.weight === 'error');
  return (
    <ui.Page
      title={PART_NAMES[name]}
      breadcrumbs={[
        { label: messages.draft.crumb, href: '/specifications' },
        { label: draft.head.title === '' ? draft.name : draft.head.title, href: `/specifications/drafts/${draft.id}` },
      ]}
      lead={part.lead}
    >
      <DraftTabs draft={draft} />
      {problems.map((one) => (
        <ui.Notice key={one.message} tone="error" title={one.message} />
      ))}
      {draft.proposedParts.includes(name) && <ui.Notice tone="info" title={text.proposed} />}
      {there ? (
        <PartForm key={JSON.stringify(value)} draft={draft} name={name} part={part} onChange={onChange} />
      ) : (
        <div className="grid gap-4">
          <p>{text.silent}</p>
          <div>
            <ui.Button onClick={() => setBegun(true)}>{text.begin}</ui.Button>
          </div>
        </div>
      )}
    </ui.Page>
  );
}

/** A list is edited as the one field of a record, so that every form is one over a record. */
const QUALIFICATIONS: Field = {
  name: 'qualifications',
  label: text.qualifications,
  type: 'list',
  item: text.qualification,
  titled: 'name',
  code: { name: 'code', prefix: 'qualification' },
  fields: [{ name: 'name', label: text.qualificationName, type: 'text', required: true }],
};

function PartForm({ draft, name, part, onChange }: Props) {
  const value = draft.parts[name];
  const team = name === 'team';
  const takeOut = ui.useCommand(
    (options) =>
      specification.updatePart({ draftId: draft.id, version: draft.version, part: name, value: null }, options),
    { done: text.saved, onDone: onChange },
  );
  const [edited, setEdited] = useState<JsonRecord>(() =>
    part.form === 'list'
      ? { items: [...listOf(value)] }
      : { ...part.start, ...recordOf(value), ...(team ? { qualifications: draft.qualifications } : {}) },
  );
  return (
    <>
      {takeOut.problem !== undefined && <ui.Problem problem={takeOut.problem} />}
      <ValueForm
        draft={draft}
        path="value"
        value={edited}
        onChange={setEdited}
        fields={team ? [...part.fields, QUALIFICATIONS] : part.fields}
        submitLabel={text.save}
        done={text.saved}
        submit={(version, options) =>
          specification.updatePart({ draftId: draft.id, version, part: name, ...sent(name, part, edited) }, options)
        }
        onDone={onChange}
        actions={
          part.form === undefined && value !== null ? (
            <ui.ConfirmButton
              title={text.takeOutTitle}
              body={text.takeOutBody}
              busy={takeOut.busy}
              onConfirm={() => takeOut.run()}
            >
              {text.takeOut}
            </ui.ConfirmButton>
          ) : undefined
        }
      />
    </>
  );
}

function sent(
  name: PartName,
  part: Part,
  edited: JsonRecord,
): { value: Json; qualifications?: { code: string; name: string }[] } {
  if (part.form === 'list') return { value: [...listOf(edited['items'])] };
  const { qualifications, ...value } = edited;
  if (name !== 'team') return { value: { ...edited } };
  return {
    value,
    qualifications: listOf(qualifications).map((one) => ({
      code: textOf(recordOf(one)['code']),
      name: textOf(recordOf(one)['name']),
    })),
  };
}
