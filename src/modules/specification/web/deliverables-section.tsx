import { useState } from 'react';
import * as ui from '../../../web/ui/index.ts';
import { type Deliverable, type Draft, specification } from './client.ts';
import { freeCode } from './form/value.ts';
import { messages } from './messages.ja.ts';

const text = messages.draft;
const UNITS = ['days', 'business-days', 'opening-days', 'months'] as const;
const FORMS = ['electronic', 'email', 'paper', 'disc', 'bound'] as const;
const FORMATS = ['docx', 'xlsx', 'pptx', 'pdf'] as const;

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
        columns={columnsOf(setEditing)}
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
  const { due } = deliverable;
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
          const days = form.numberOrNull('days');
          const unit = form.one('unit', UNITS);
          const newDue = form.dayOrNull('due') ?? (days === null ? null : { days, unit });
          // A date that this form cannot show gives way to one that is typed.
          const { due: other, ...more } = deliverable.more;
          const changed: Deliverable = {
            ...deliverable,
            name: form.text('name'),
            clause: form.text('clause'),
            due: newDue,
            forms: FORMS.filter((one) => form.all('forms').includes(one)),
            formats: FORMATS.filter((one) => form.all('formats').includes(one)),
            copies: form.numberOrNull('copies'),
            approval: form.flag('approval'),
            more: newDue === null && other !== undefined ? deliverable.more : more,
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
        {'due' in deliverable.more && <p>{text.otherDue}</p>}
        <ui.DateField
          name="due"
          label={text.due}
          hint={text.dueHint}
          defaultValue={typeof due === 'string' ? due : null}
        />
        <ui.NumberField
          name="days"
          label={text.days}
          min={0}
          max={3660}
          defaultValue={due !== null && typeof due !== 'string' ? due.days : null}
        />
        <ui.Select
          name="unit"
          label={text.unit}
          required
          options={UNITS.map((value) => ({ value, label: messages.units[value] }))}
          defaultValue={due !== null && typeof due !== 'string' ? due.unit : 'days'}
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
        <ui.NumberField name="copies" label={text.copies} min={1} max={1000} defaultValue={deliverable.copies} />
      </ui.Form>
    </ui.Section>
  );
}

function columnsOf(edit: (type: string) => void): readonly ui.Column<Deliverable>[] {
  return [
    { key: 'name', header: text.deliverable, rowHeader: true, cell: ({ name }) => name },
    { key: 'clause', header: text.clause, cell: ({ clause }) => clause },
    { key: 'due', header: text.due, cell: ({ due }) => dueText(due) },
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

function dueText(due: Deliverable['due']) {
  if (due === null) return text.noDue;
  return typeof due === 'string' ? <ui.DayText day={due} /> : text.daysAfter(due.days, messages.units[due.unit]);
}
