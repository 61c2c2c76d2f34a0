import { ListExchange } from '../../../web/list-exchange.tsx';
import { useCan } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { DIFFERENCE_NAMES } from '../labels.ts';
import { type Change, checklist, type Checklist } from './client.ts';
import { ChecklistFrame } from './frame.tsx';
import { messages } from './messages.ja.ts';

const text = messages.changes;

const TONES = { same: 'neutral', changed: 'info', new: 'success', gone: 'warning' } as const;

const COLUMNS: readonly ui.Column<Change>[] = [
  {
    key: 'difference',
    header: text.difference,
    nowrap: true,
    cell: ({ difference }) => <ui.StatusBadge tone={TONES[difference]}>{DIFFERENCE_NAMES[difference]}</ui.StatusBadge>,
  },
  { key: 'item', header: text.item, rowHeader: true, cell: ({ title }) => title },
  { key: 'before', header: text.before, cell: ({ before }) => (before === '' ? '―' : before) },
  { key: 'now', header: text.now, cell: ({ now }) => (now === '' ? '―' : now) },
  { key: 'reason', header: text.reason, cell: ({ reason }) => (reason === '' ? '―' : reason) },
];

/** What changed against the year before, and the items of that year. */
export function Component() {
  return (
    <ChecklistFrame tab="changes" lead={text.lead}>
      {({ view, reload }) => <Changes view={view} reload={reload} />}
    </ChecklistFrame>
  );
}

function Changes({ view, reload }: { readonly view: Checklist; readonly reload: () => void }) {
  const first = view.lineId ?? view.id;
  const load = ui.useLoad(
    async () => ({
      ...(await checklist.compareChecklist({ checklistId: view.id })),
      earlier: (await checklist.listEarlierItems({ checklistId: view.id })).items.length,
    }),
    [view.id],
  );
  const again = () => {
    load.reload();
    reload();
  };
  return (
    <ui.Loaded from={load}>
      {({ base, counts, rows, earlier }) => (
        <>
          {base === null ? (
            <ui.EmptyState title={text.nothing}>
              <p>{text.nothingHelp}</p>
            </ui.EmptyState>
          ) : (
            <>
              <p>
                {text.base[base]}
                {text.counts(counts.same, counts.changed, counts.new, counts.gone)}
              </p>
              <ui.Table
                caption={text.list}
                rows={rows.filter(({ difference }) => difference !== 'same')}
                rowKey={({ difference, title, before, now }) => `${difference} ${title} ${before} ${now}`}
                columns={COLUMNS}
                empty={<ui.EmptyState title={text.all} />}
              />
            </>
          )}
          <ui.Section
            title={text.earlier}
            actions={
              <ListExchange
                list="checklist.earlier-items"
                engagementId={view.engagementId}
                edit="checklist.work"
                subject={first}
                name={text.earlierName}
                onDone={again}
              />
            }
          >
            <p>{text.earlierCount(earlier)}</p>
            <Take view={view} onDone={again} />
          </ui.Section>
        </>
      )}
    </ui.Loaded>
  );
}

function Take({ view, onDone }: { readonly view: Checklist; readonly onDone: () => void }) {
  const may = useCan()('checklist.work');
  if (!may || view.earlierChecklists.length === 0) return null;
  return (
    <ui.Disclosure summary={text.take}>
      <ui.Form
        submitLabel={text.takeSubmit}
        done={text.taken}
        submit={(form) =>
          checklist.takeEarlierChecklist({ checklistId: view.id, from: form.text('from') }, form.options)
        }
        onDone={onDone}
      >
        <ui.Select
          name="from"
          label={text.from}
          required
          options={view.earlierChecklists.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </ui.Form>
    </ui.Disclosure>
  );
}
