/** Field work on a tablet: the items of an audit kept on the device, written with or without a connection. */
import { useEffect, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useEngagementId, useSession } from '../../../web/session.ts';
import * as ui from '../../../web/ui/index.ts';
import { JUDGEMENT_LABELS } from '../labels.ts';
import { auditHref, departmentHref } from './audit-client.ts';
import { ItemSheet } from './field/item-sheet.tsx';
import { sendAll } from './field/send.ts';
import { type Sheet, type SheetItem, sheetStore, takeAlong, type Work } from './field/sheet-store.ts';
import { useReachable } from './field/use-reachable.ts';
import { messages as text } from './messages-field.ja.ts';

const PAGE = 50;

export function Component() {
  const engagementId = useEngagementId();
  const session = useSession();
  const { auditId = '' } = useParams();
  const field = useField(session.account.id, auditId);
  const online = useReachable();
  const { sheet, works } = field;
  return (
    <ui.Page
      title={sheet === null || sheet === undefined ? text.title : `${sheet.name}　${text.title}`}
      lead={text.lead}
      breadcrumbs={[
        { label: text.back, href: auditHref(engagementId) },
        { label: text.checks, href: departmentHref(engagementId, auditId, 'checks') },
      ]}
    >
      <ui.Notice tone={online ? 'info' : 'warning'} title={online ? text.online : text.offline}>
        <Standing field={field} online={online} auditId={auditId} />
      </ui.Notice>
      {field.problem !== null && <ui.Notice tone="error" title={field.problem} />}
      {sheet === null && <ui.EmptyState title={text.empty}>{text.emptyHelp}</ui.EmptyState>}
      {sheet !== null && sheet !== undefined && <Items sheet={sheet} works={works} field={field} />}
    </ui.Page>
  );
}

type Works = ReadonlyMap<string, Work>;

/** The sheet and the work on the device, and what changes them. */
function useField(accountId: string, auditId: string) {
  const [sheet, setSheet] = useState<Sheet | null>();
  const [works, setWorks] = useState<Works>(new Map());
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [saving, setSaving] = useState(0);
  useEffect(() => {
    let wanted = true;
    const device = sheetStore(accountId, auditId);
    const show = (found: Sheet | null, written: Works): void => {
      setWorks(written);
      setSheet(found);
    };
    const fail = (): void => {
      setProblem(text.noRoom);
      setSheet(null);
    };
    Promise.all([device.sheet(), device.works()]).then(
      ([found, written]) => wanted && show(found, written),
      () => wanted && fail(),
    );
    return () => {
      wanted = false;
    };
  }, [accountId, auditId]);
  const guarded = async (work: () => Promise<string | null>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const said = await work();
      if (said !== null) ui.announce(said);
    } catch (error) {
      const { status, message } = ui.asRequestError(error);
      setProblem(error instanceof DOMException ? text.noRoom : status === 0 ? text.offline : message);
    } finally {
      setBusy(false);
    }
  };
  const store = sheetStore(accountId, auditId);
  return {
    ...{ sheet, works, problem, busy, saving: saving > 0 },
    take: (session: Parameters<typeof takeAlong>[0]) =>
      guarded(async () => {
        setSheet(await takeAlong(session, auditId));
        return null;
      }),
    send: () =>
      guarded(async () => {
        const before = await store.sheet();
        if (before === null) return null;
        const after = await sendAll(store, before);
        setSheet(after.sheet);
        setWorks(after.works);
        if (after.interrupted) return text.interrupted;
        return after.works.size > 0 ? text.left(after.works.size) : text.sent;
      }),
    /** Keeps the work on the device; shown at once, told when the device refuses. */
    write: async (work: Work): Promise<void> => {
      setWorks((before) => new Map(before).set(work.checkId, work));
      setSaving((count) => count + 1);
      try {
        await store.saveWork(work);
      } catch {
        setProblem(text.notSaved);
      } finally {
        setSaving((count) => count - 1);
      }
    },
  };
}
export type Field = ReturnType<typeof useField>;

function Standing({ field, online, auditId }: { field: Field; online: boolean; auditId: string }) {
  const session = useSession();
  const { sheet, works, busy } = field;
  return (
    <div className="grid gap-3" data-audit={auditId}>
      <p>{works.size === 0 ? text.nothing : text.waiting(works.size)}</p>
      {sheet !== null && sheet !== undefined && (
        <p>
          {text.taken}：<ui.InstantText at={sheet.takenAt} />
        </p>
      )}
      {sheet?.reloadable === false && <p>{text.notReloadable}</p>}
      <div className="flex flex-wrap gap-3">
        {works.size > 0 && (
          <ui.Button variant="solid" busy={busy} disabled={!online} onClick={() => void field.send()}>
            {text.send}
          </ui.Button>
        )}
        {works.size === 0 && (
          <ui.Button busy={busy} disabled={!online} onClick={() => void field.take(session)}>
            {sheet === null || sheet === undefined ? text.take : text.takeAgain}
          </ui.Button>
        )}
      </div>
    </div>
  );
}

const judgementOf = ({ id, base }: SheetItem, works: Works) => works.get(id)?.mine.judgement ?? base.judgement;

const columnsFor = (works: Works): readonly ui.Column<SheetItem>[] => [
  { key: 'number', header: text.number, align: 'end', cell: ({ number }) => number },
  {
    key: 'title',
    header: text.item,
    rowHeader: true,
    cell: ({ id, title }) => <ui.TextLink href={`?item=${id}`}>{title}</ui.TextLink>,
  },
  { key: 'judgement', header: text.judgement, cell: (item) => JUDGEMENT_LABELS[judgementOf(item, works)] },
  { key: 'state', header: text.state, cell: ({ id }) => <State work={works.get(id)} /> },
];

type Filter = keyof typeof text.filters;
const FILTERS: readonly Filter[] = ['all', 'open', 'unsent'];

function Items({ sheet, works, field }: { sheet: Sheet; works: Works; field: Field }) {
  const [parameters, setParameters] = useSearchParams();
  const [filter, setFilter] = useState<Filter>('all');
  const { items } = sheet;
  const shown = items.filter(
    (item) => filter === 'all' || (filter === 'open' ? judgementOf(item, works) === 'unconfirmed' : works.has(item.id)),
  );
  const current = items.find(({ id }) => id === parameters.get('item')) ?? items[0];
  const page = Math.max(1, Number(parameters.get('page') ?? '1'));
  if (current === undefined) return null;
  const at = items.indexOf(current);
  const go = (index: number): void => {
    const target = items[index];
    if (target !== undefined) setParameters({ item: target.id }, { preventScrollReset: true });
  };
  return (
    <>
      <ui.Section
        title={`${current.number}　${current.title}`}
        actions={
          <div className="flex flex-wrap items-center gap-3">
            <span>{text.position(at + 1, items.length)}</span>
            <ui.Button size="small" icon="left" disabled={at === 0} onClick={() => go(at - 1)}>
              {text.previous}
            </ui.Button>
            <ui.Button size="small" icon="right" disabled={at === items.length - 1} onClick={() => go(at + 1)}>
              {text.next}
            </ui.Button>
          </div>
        }
      >
        <ItemSheet
          key={current.id}
          item={current}
          work={works.get(current.id)}
          saving={field.saving}
          write={field.write}
        />
      </ui.Section>
      <ui.Select
        name="filter"
        label={text.show}
        options={Object.entries(text.filters).map(([value, label]) => ({ value, label }))}
        value={filter}
        onChange={({ target }) => setFilter(FILTERS.find((one) => one === target.value) ?? 'all')}
      />
      <ui.Table
        caption={text.list}
        rows={shown.slice((page - 1) * PAGE, page * PAGE)}
        rowKey={({ id }) => id}
        columns={columnsFor(works)}
      />
      {shown.length > PAGE && <ui.Pagination page={page} size={PAGE} total={shown.length} />}
    </>
  );
}

function State({ work }: { work: Work | undefined }) {
  if (work === undefined) return <>{text.states.clean}</>;
  if (work.conflict !== null) return <ui.StatusBadge tone="warning">{text.states.conflict}</ui.StatusBadge>;
  if (work.refused !== null) return <ui.StatusBadge tone="error">{text.states.refused}</ui.StatusBadge>;
  return <ui.StatusBadge tone="info">{text.states.waiting}</ui.StatusBadge>;
}
