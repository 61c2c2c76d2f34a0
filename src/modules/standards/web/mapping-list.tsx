import { useState } from 'react';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { MAPPING_LABELS } from '../labels.ts';
import { messages } from './messages-mapping.ja.ts';
import { type MappedSide, type MappingPart, type Mappings, standards } from './standards-client.ts';

const text = messages.list;
type Mapping = Mappings['mappings'][number];

/** Number and title of a requirement, or its identifier when the edition in use does not have it. */
export function nameIn(side: MappedSide, id: string): string {
  const found = side.controls.find((control) => control.id === id);
  return found === undefined ? id : [found.number, found.title].filter(Boolean).join('　');
}

export function MappingList({ engagementId, data, onChange }: MappingPart) {
  const can = useCan();
  const [editing, setEditing] = useState<string | null>(null);
  const { mappings } = data;
  const chosen = mappings.find(({ id }) => id === editing);
  const remove = ui.useCommand(
    (options, one: Mapping) =>
      standards.removeMapping({ engagementId, mappingId: one.id, version: one.version }, options),
    { done: text.removed, onDone: onChange },
  );
  return (
    <ui.Section title={text.title}>
      <ui.Table
        caption={text.title}
        hideCaption
        rows={mappings}
        rowKey={({ id }) => id}
        columns={columnsFor(data, can('standards.manage') ? { edit: setEditing, remove: remove.run } : null)}
        empty={<ui.EmptyState title={text.empty} />}
      />
      {chosen !== undefined && (
        <ChangeDialog
          key={chosen.id}
          engagementId={engagementId}
          data={data}
          mapping={chosen}
          onClose={() => setEditing(null)}
          onDone={() => {
            setEditing(null);
            onChange();
          }}
        />
      )}
    </ui.Section>
  );
}

interface Acts {
  readonly edit: (mappingId: string) => void;
  readonly remove: (mapping: Mapping) => Promise<unknown>;
}

function columnsFor({ first, second }: Mappings, acts: Acts | null): readonly ui.Column<Mapping>[] {
  const columns: ui.Column<Mapping>[] = [
    { key: 'from', header: text.from, rowHeader: true, cell: ({ from }) => nameIn(first, from) },
    {
      key: 'kind',
      header: text.kind,
      cell: ({ kind, review }) => (
        <span className="grid gap-1">
          {MAPPING_LABELS[kind]}
          {review && (
            <span>
              <ui.StatusBadge tone="warning">{text.review}</ui.StatusBadge>
            </span>
          )}
        </span>
      ),
    },
    { key: 'to', header: text.to, cell: ({ to }) => nameIn(second, to) },
    { key: 'rationale', header: text.rationale, cell: ({ rationale }) => rationale },
    {
      key: 'made',
      header: text.made,
      cell: ({ madeBy, madeOn }) => (
        <span className="grid gap-1">
          {madeBy}
          <ui.DayText day={madeOn} look="short" />
        </span>
      ),
    },
  ];
  if (acts !== null) {
    columns.push({
      key: 'action',
      header: text.action,
      cell: (one) => (
        <span className="flex flex-wrap gap-2">
          <ui.Button
            size="small"
            aria-label={text.changeLabel(nameIn(first, one.from), nameIn(second, one.to))}
            onClick={() => acts.edit(one.id)}
          >
            {text.change}
          </ui.Button>
          <ui.ConfirmButton
            size="small"
            title={text.remove}
            body={text.removeBody}
            aria-label={text.removeLabel(nameIn(first, one.from), nameIn(second, one.to))}
            onConfirm={() => acts.remove(one)}
          >
            {text.remove}
          </ui.ConfirmButton>
        </span>
      ),
    });
  }
  return columns;
}

function ChangeDialog({
  engagementId,
  data: { first, second },
  mapping,
  onClose,
  onDone,
}: {
  readonly engagementId: string;
  readonly data: Mappings;
  readonly mapping: Mapping;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  return (
    <ui.Dialog open title={text.change} onClose={onClose}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <p>{`${nameIn(first, mapping.from)}　→　${nameIn(second, mapping.to)}`}</p>
        <ui.Form
          version={mapping.version}
          guard={false}
          submitLabel={text.save}
          done={text.saved}
          submit={(form) =>
            standards.changeMapping(
              {
                ...{ engagementId, first: first.code, second: second.code, mappingId: mapping.id },
                ...{ version: form.version, kind: form.one('kind', KIND_LIST), rationale: form.text('rationale') },
              },
              form.options,
            )
          }
          onDone={onDone}
        >
          <KindAndRationale kind={mapping.kind} rationale={mapping.rationale} />
        </ui.Form>
      </div>
    </ui.Dialog>
  );
}

export const KIND_LIST = Object.keys(MAPPING_LABELS) as readonly Mapping['kind'][];

export const KIND_OPTIONS = KIND_LIST.map((value) => ({ value, label: MAPPING_LABELS[value] }));

export function KindAndRationale({ kind, rationale, hint }: { kind?: string; rationale?: string; hint?: string }) {
  return (
    <>
      <ui.Select name="kind" label={text.kind} required defaultValue={kind ?? ''} options={KIND_OPTIONS} />
      <ui.TextArea
        name="rationale"
        label={text.rationale}
        {...(hint === undefined ? {} : { hint })}
        maxLength={1000}
        rows={3}
        defaultValue={rationale ?? ''}
      />
    </>
  );
}
