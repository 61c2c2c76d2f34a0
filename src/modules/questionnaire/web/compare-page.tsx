import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { fiscalYearLabel } from '../../../core/calendar/fiscal-year.ts';
import * as ui from '../../../web/ui/index.ts';
import { type Compared, questionnaires, type Summary } from './client.ts';
import { firstPair } from './editions.ts';
import { messages } from './messages.ja.ts';

const text = messages.compare;

/** Two versions of one form, item by item; the address holds the choice (`?from=…&to=…`). */
export function Component() {
  const load = ui.useLoad(() => questionnaires.listQuestionnaires({}), []);
  return (
    <ui.Page title={text.title} breadcrumbs={[{ label: messages.title, href: '/questionnaires' }]} lead={text.lead}>
      <ui.Loaded from={load}>{({ questionnaires: list }) => <Comparison list={list} />}</ui.Loaded>
    </ui.Page>
  );
}

function Comparison({ list }: { list: readonly Summary[] }) {
  const [search, setSearch] = useSearchParams();
  const start = firstPair(list);
  const versionOf = (wanted: string | null | undefined) => list.find(({ id }) => id === wanted);
  const from = versionOf(search.get('from')) ?? versionOf(start?.from);
  const chosen = versionOf(search.get('to')) ?? versionOf(start?.to);
  const partners = list.filter(({ code, id }) => code === from?.code && id !== from.id);
  // A form of another kind cannot be compared with this one.
  const to = chosen !== undefined && chosen.code === from?.code ? chosen : partners[0];
  if (from === undefined || to === undefined) {
    return (
      <ui.EmptyState title={text.tooFew}>
        <p>{text.tooFewHelp}</p>
      </ui.EmptyState>
    );
  }
  const choose = (pair: { from: string; to: string }): void => setSearch(pair, { replace: true });
  const several = list.filter((one) => list.some((other) => other.code === one.code && other.id !== one.id));
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <ui.Select
          name="from"
          label={text.from}
          required
          width="full"
          value={from.id}
          defaultValue={from.id}
          onChange={(event) => choose({ from: event.target.value, to: to.id })}
          options={several.map(optionOf)}
        />
        <ui.Select
          name="to"
          label={text.to}
          required
          width="full"
          value={to.id}
          defaultValue={to.id}
          onChange={(event) => choose({ from: from.id, to: event.target.value })}
          options={list.filter(({ code }) => code === from.code).map(optionOf)}
        />
      </div>
      {from.id === to.id ? <p role="status">{text.same}</p> : <Result from={from} to={to} />}
    </>
  );
}

function optionOf({ id, fiscalYear, number, title, state }: Summary) {
  return {
    value: id,
    label: text.option(messages.version(fiscalYearLabel(fiscalYear), number), title, messages.states[state]),
  };
}

function Result({ from, to }: { from: Summary; to: Summary }) {
  const [changesOnly, setChangesOnly] = useState(true);
  const load = ui.useLoad(
    () => questionnaires.compareQuestionnaires({ fromId: from.id, toId: to.id }),
    [from.id, to.id],
  );
  return (
    <ui.Loaded from={load}>
      {({ items }) => {
        const comparable = items.filter(({ comparison }) => comparison === 'same' || comparison === 'reworded');
        return (
          <>
            <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
              <p role="status">{text.comparable(comparable.length, to.items)}</p>
              <ui.Checkbox name="changes" label={text.filter} checked={changesOnly} onChange={setChangesOnly} />
            </div>
            <ui.Table
              caption={text.caption}
              rows={changesOnly ? items.filter(({ comparison }) => comparison !== 'same') : items}
              rowKey={({ id }) => id}
              columns={COLUMNS}
              empty={<ui.EmptyState title={text.noChange} />}
            />
          </>
        );
      }}
    </ui.Loaded>
  );
}

const TONES: Readonly<Record<Compared['comparison'], ui.BadgeTone>> = {
  same: 'neutral',
  reworded: 'info',
  changed: 'warning',
  added: 'success',
  removed: 'error',
};

const COLUMNS: readonly ui.Column<Compared>[] = [
  {
    key: 'comparison',
    header: text.comparison,
    nowrap: true,
    sortBy: ({ comparison }) => text.kinds[comparison],
    cell: ({ comparison }) => <ui.StatusBadge tone={TONES[comparison]}>{text.kinds[comparison]}</ui.StatusBadge>,
  },
  { key: 'before', header: text.before, cell: ({ before }) => (before === '' ? text.nothing : before) },
  { key: 'after', header: text.after, cell: ({ after }) => (after === '' ? text.nothing : after) },
];
