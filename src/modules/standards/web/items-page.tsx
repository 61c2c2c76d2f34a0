import { useState } from 'react';
import { useParams } from 'react-router';
import { ListExchange } from '../../../web/list-exchange.tsx';
import { useCan, useEngagementId } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { ITEM_STATE_LABELS } from '../labels.ts';
import { DraftItems } from './draft-items.tsx';
import { ItemDialog } from './item-dialog.tsx';
import { messages as text } from './messages-items.ja.ts';
import { messages } from './messages.ja.ts';
import { type Item, standards } from './standards-client.ts';

/** Audit items made from the requirements of one standard. */
export function Component() {
  const engagementId = useEngagementId();
  const { code = '' } = useParams();
  const can = useCan();
  const load = ui.useLoad(async () => {
    const [{ items, name }, catalogue] = await Promise.all([
      standards.listItems({ engagementId, code }),
      standards.getCatalogue({ engagementId, code }),
    ]);
    return { items, name, groups: catalogue.groups };
  }, [engagementId, code]);
  const home = `/engagements/${engagementId}/standards`;
  if (load.state !== 'ready') {
    return (
      <ui.Page title={text.title} breadcrumbs={[{ label: messages.title, href: home }]}>
        <ui.Loaded from={load}>{() => null}</ui.Loaded>
      </ui.Page>
    );
  }
  const { items, name, groups } = load.data;
  const taken = new Set(items.filter(({ state }) => state !== 'retired').map(({ controlId }) => controlId));
  return (
    <ui.Page
      title={text.pageTitle(name)}
      lead={text.lead}
      breadcrumbs={[
        { label: messages.title, href: home },
        { label: name, href: `${home}/${code}` },
      ]}
      actions={
        <ListExchange
          list="standards.items"
          engagementId={engagementId}
          edit="standards.manage"
          subject={code}
          onDone={load.reload}
        />
      }
    >
      <Items engagementId={engagementId} items={items} onChange={load.reload} />
      {can('standards.manage') && (
        <DraftItems
          key={taken.size}
          engagementId={engagementId}
          code={code}
          groups={groups}
          taken={taken}
          onDone={load.reload}
        />
      )}
    </ui.Page>
  );
}

function Items({
  engagementId,
  items,
  onChange,
}: {
  readonly engagementId: string;
  readonly items: readonly Item[];
  readonly onChange: () => void;
}) {
  const can = useCan();
  const [editing, setEditing] = useState<string | null>(null);
  const chosen = items.find(({ id }) => id === editing);
  const open = items.filter(({ state, review }) => state === 'draft' || (state === 'ready' && review)).slice(0, 500);
  const confirm = ui.useCommand(
    (options) =>
      standards.confirmItems(
        { engagementId, items: open.map(({ id, version }) => ({ itemId: id, version })) },
        options,
      ),
    { done: text.confirm.done, onDone: onChange },
  );
  const remove = ui.useCommand(
    (options, { id, version }: Item) => standards.removeItem({ engagementId, itemId: id, version }, options),
    { done: text.removed, onDone: onChange },
  );
  return (
    <ui.Section title={text.list}>
      <ui.Table
        caption={text.list}
        hideCaption
        rows={items}
        rowKey={({ id }) => id}
        columns={columnsFor(can('standards.manage') ? { edit: setEditing, remove: remove.run } : null)}
        empty={
          <ui.EmptyState title={text.empty}>
            <p>{text.emptyHelp}</p>
          </ui.EmptyState>
        }
      />
      {can('standards.manage') && open.length > 0 && (
        <ui.ConfirmButton
          title={text.confirm.title}
          body={text.confirm.body}
          busy={confirm.busy}
          onConfirm={() => confirm.run()}
        >
          {text.confirm.button(open.length)}
        </ui.ConfirmButton>
      )}
      {chosen !== undefined && (
        <ItemDialog
          key={chosen.id}
          engagementId={engagementId}
          item={chosen}
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
  readonly edit: (itemId: string) => void;
  readonly remove: (item: Item) => Promise<unknown>;
}

function columnsFor(acts: Acts | null): readonly ui.Column<Item>[] {
  const columns: ui.Column<Item>[] = [
    { key: 'number', header: text.number, nowrap: true, cell: ({ number }) => number ?? '―' },
    {
      key: 'title',
      header: text.heading,
      rowHeader: true,
      cell: ({ title, point }) => (
        <span className="grid gap-1">
          {title}
          <span className="font-400">{point}</span>
        </span>
      ),
    },
    {
      key: 'state',
      header: text.state,
      cell: ({ state, review }) => (
        <span className="grid gap-1">
          {ITEM_STATE_LABELS[state]}
          {review && state !== 'retired' && (
            <span>
              <ui.StatusBadge tone="warning">{text.review}</ui.StatusBadge>
            </span>
          )}
        </span>
      ),
    },
  ];
  if (acts !== null) {
    columns.push({
      key: 'action',
      header: text.action,
      cell: (item) => (
        <span className="flex flex-wrap gap-2">
          {item.state !== 'retired' && (
            <ui.Button size="small" aria-label={text.editLabel(item.title)} onClick={() => acts.edit(item.id)}>
              {text.edit}
            </ui.Button>
          )}
          <ui.ConfirmButton
            size="small"
            title={text.remove}
            body={text.removeBody}
            aria-label={text.removeLabel(item.title)}
            onConfirm={() => acts.remove(item)}
          >
            {text.remove}
          </ui.ConfirmButton>
        </span>
      ),
    });
  }
  return columns;
}
