import { useState } from 'react';
import * as ui from '../../../web/ui/index.ts';
import { type Deliverable, type Draft, specification } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.draft;

/** The documents owed, with their dates; each can be put right or taken off the list. */
export function DeliverablesSection({ draft, onChange }: { draft: Draft; onChange: () => void }) {
  const [editing, setEditing] = useState<string | null>(null);
  const chosen = draft.deliverables.find(({ type }) => type === editing);
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
  const others = draft.deliverables.filter(({ type }) => type !== deliverable.type);
  const drop = ui.useCommand(
    (options) =>
      specification.updateDeliverables({ draftId: draft.id, version: draft.version, deliverables: others }, options),
    { done: text.deliverableSaved, onDone },
  );
  return (
    <ui.Section title={text.changeOf(deliverable.name)} level={3}>
      {drop.problem !== undefined && <ui.Problem problem={drop.problem} />}
      <ui.Form
        version={draft.version}
        submitLabel={text.deliverableSave}
        done={text.deliverableSaved}
        actions={
          <ui.Button variant="outline" busy={drop.busy} onClick={() => void drop.run()}>
            {text.drop}
          </ui.Button>
        }
        submit={(form) => {
          const days = form.numberOrNull('days');
          const unit = due !== null && typeof due !== 'string' ? due.unit : 'days';
          const changed: Deliverable = {
            ...deliverable,
            name: form.text('name'),
            clause: form.text('clause'),
            due: form.dayOrNull('due') ?? (days === null ? null : { days, unit }),
            copies: form.numberOrNull('copies'),
          };
          return specification.updateDeliverables(
            {
              draftId: draft.id,
              version: form.version,
              deliverables: draft.deliverables.map((one) => (one.type === deliverable.type ? changed : one)),
            },
            form.options,
          );
        }}
        onDone={onDone}
      >
        <ui.TextField name="name" label={text.deliverable} required maxLength={200} defaultValue={deliverable.name} />
        <ui.TextField name="clause" label={text.clause} required maxLength={120} defaultValue={deliverable.clause} />
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
