import { useState } from 'react';
import { isDay } from '../../../core/calendar/day.ts';
import { dateSentence, type RuleNames } from '../../../core/obligation/rule-sentence.ts';
import * as ui from '../../../web/ui/index.ts';
import { type Deliverable, type Draft, specification } from './client.ts';
import { Surroundings } from './form/context.ts';
import type { Field } from './form/field.ts';
import { namesIn } from './form/names.ja.ts';
import { freeCode, type Json, recordOf, textOf, textsOf } from './form/value.ts';
import { ValueFields } from './form/value-fields.tsx';
import { messages } from './messages.ja.ts';

const text = messages.draft;
const FORMS = ['electronic', 'email', 'paper', 'disc', 'bound'] as const;
const FORMATS = ['docx', 'xlsx', 'pptx', 'pdf'] as const;
const PAPERS = ['A4', 'A3'] as const;
const DUE: Field = { name: 'due', label: text.due, type: 'date', hint: text.dueHint };

/** The documents owed, with their dates; each can be put right or taken off the list. */
export function DeliverablesSection({ draft, onChange }: { draft: Draft; onChange: () => void }) {
  const [editing, setEditing] = useState<string | null>(null);
  const chosen = editing === NEW ? blank(draft) : draft.deliverables.find(({ type }) => type === editing);
  return (
    <ui.Section title={text.deliverables}>
      <ui.Table
        caption={text.deliverables}
        hideCaption
        rows={draft.deliverables}
        rowKey={({ type }) => type}
        columns={columnsOf(namesIn(draft), setEditing)}
        empty={<ui.EmptyState title={text.noDeliverables} />}
      />
      {chosen === undefined && (
        <div>
          <ui.Button size="small" onClick={() => setEditing(NEW)}>
            {text.addDeliverable}
          </ui.Button>
        </div>
      )}
      {chosen !== undefined && (
        <DeliverableForm
          key={`${chosen.type}:${draft.version}`}
          draft={draft}
          deliverable={chosen}
          onDone={() => {
            setEditing(null);
            onChange();
          }}
        />
      )}
    </ui.Section>
  );
}

const NEW = '';

/** A document that a person adds; its code is made up. */
function blank(draft: Draft): Deliverable {
  const type = freeCode(draft.deliverables, 'type', 'document');
  const clause = draft.clauses[0]?.id ?? '';
  return {
    type,
    name: '',
    clause,
    due: null,
    forms: ['electronic'],
    formats: ['docx', 'pdf'],
    copies: null,
    approval: false,
    more: {},
  };
}

function DeliverableForm({
  draft,
  deliverable,
  onDone,
}: {
  draft: Draft;
  deliverable: Deliverable;
  onDone: () => void;
}) {
  const [due, setDue] = useState(() => dueOf(deliverable));
  const fresh = !draft.deliverables.some(({ type }) => type === deliverable.type);
  const others = draft.deliverables.filter(({ type }) => type !== deliverable.type);
  const drop = ui.useCommand(
    (options) =>
      specification.updateDeliverables({ draftId: draft.id, version: draft.version, deliverables: others }, options),
    { done: text.deliverableSaved, onDone },
  );
  return (
    <ui.Section title={fresh ? text.newDeliverable : text.changeOf(deliverable.name)} level={3}>
      {drop.problem !== undefined && <ui.Problem problem={drop.problem} />}
      <ui.Form
        version={draft.version}
        submitLabel={text.deliverableSave}
        done={text.deliverableSaved}
        actions={
          <ui.Button variant="outline" busy={drop.busy} onClick={() => (fresh ? onDone() : void drop.run())}>
            {fresh ? text.cancel : text.drop}
          </ui.Button>
        }
        submit={(form) => {
          const { due: _due, per: _per, papers: _papers, own: _own, cityReads: _cityReads, ...kept } = deliverable.more;
          const per = form.textOrNull('per');
          const cityReads = form.textOrNull('cityReads');
          const papers = PAPERS.filter((one) => form.all('papers').includes(one));
          const changed: Deliverable = {
            ...deliverable,
            name: form.text('name'),
            clause: form.text('clause'),
            ...withDue(due, {
              ...kept,
              ...(per === null ? {} : { per }),
              ...(papers.length === 0 ? {} : { papers }),
              ...(cityReads === null ? {} : { cityReads }),
              ...(form.flag('own') ? { own: true } : {}),
            }),
            forms: FORMS.filter((one) => form.all('forms').includes(one)),
            formats: FORMATS.filter((one) => form.all('formats').includes(one)),
            copies: form.numberOrNull('copies'),
            approval: form.flag('approval'),
          };
          return specification.updateDeliverables(
            {
              draftId: draft.id,
              version: form.version,
              deliverables: fresh
                ? [...draft.deliverables, changed]
                : draft.deliverables.map((one) => (one.type === deliverable.type ? changed : one)),
            },
            form.options,
          );
        }}
        onDone={onDone}
      >
        <ui.TextField name="name" label={text.deliverable} required maxLength={200} defaultValue={deliverable.name} />
        <ui.Select
          name="clause"
          label={text.clause}
          required
          options={draft.clauses.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
          defaultValue={deliverable.clause}
        />
        <Surroundings value={{ draft, root: {} }}>
          <ValueFields
            fields={[DUE]}
            value={due === null ? {} : { due }}
            path="deliverable"
            onChange={(next) => setDue(next['due'] ?? null)}
          />
        </Surroundings>
        <ui.Select
          name="per"
          label={text.per}
          prompt={text.once}
          options={text.perOptions}
          defaultValue={textOf(deliverable.more['per'])}
        />
        <ui.CheckboxGroup
          name="forms"
          label={text.forms}
          required
          options={text.formOptions}
          defaultValues={deliverable.forms}
        />
        <ui.CheckboxGroup
          name="formats"
          label={text.formats}
          required
          options={text.formatOptions}
          defaultValues={deliverable.formats}
        />
        <ui.Checkbox name="approval" label={text.approval} defaultChecked={deliverable.approval} />
        <ui.Select
          name="cityReads"
          label={text.cityReads}
          hint={text.cityReadsHint}
          prompt={text.cityReadsNot}
          options={draft.clauses.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
          defaultValue={textOf(deliverable.more['cityReads'])}
        />
        <ui.CheckboxGroup
          name="papers"
          label={text.papers}
          options={text.paperOptions}
          defaultValues={textsOf(deliverable.more['papers'])}
        />
        <ui.Checkbox name="own" label={text.own} defaultChecked={deliverable.more['own'] === true} />
        <ui.NumberField name="copies" label={text.copies} min={1} max={1000} defaultValue={deliverable.copies} />
      </ui.Form>
    </ui.Section>
  );
}

function columnsOf(names: RuleNames, edit: (type: string) => void): readonly ui.Column<Deliverable>[] {
  return [
    { key: 'name', header: text.deliverable, rowHeader: true, cell: ({ name }) => name },
    { key: 'clause', header: text.clause, cell: ({ clause }) => clause },
    {
      key: 'due',
      header: text.due,
      cell: (one) => {
        const due = dueOf(one);
        return due === null ? text.noDue : dateSentence(due, names);
      },
    },
    { key: 'copies', header: text.copies, cell: ({ copies }) => (copies === null ? '' : text.copiesOf(copies)) },
    {
      key: 'act',
      header: text.change,
      cell: ({ type, name }) => (
        <ui.Button size="small" aria-label={text.changeOf(name)} onClick={() => edit(type)}>
          {text.change}
        </ui.Button>
      ),
    },
  ];
}

/** The date as the file has it. */
function dueOf({ due, more }: Deliverable): Json {
  if (due === null) return more['due'] ?? null;
  return typeof due === 'string' ? due : { from: 'contractDate', span: { n: due.days, unit: due.unit } };
}

const UNITS = ['days', 'business-days', 'opening-days', 'months'] as const;

/** A day and a time after the contract have fields of their own; every other expression stays as the file has it. */
function withDue(due: Json, more: Deliverable['more']): Pick<Deliverable, 'due' | 'more'> {
  if (typeof due === 'string' && isDay(due)) return { due, more };
  const { from, span, ...others } = recordOf(due);
  const { n, unit, ...counted } = recordOf(span);
  const known = UNITS.find((one) => one === unit);
  const plain = from === 'contractDate' && Object.keys({ ...others, ...counted }).length === 0;
  if (plain && typeof n === 'number' && n >= 0 && known !== undefined) return { due: { days: n, unit: known }, more };
  return due === null ? { due: null, more } : { due: null, more: { ...more, due } };
}
