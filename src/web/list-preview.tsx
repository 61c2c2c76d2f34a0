/** What an edited file would change; with a tick for every row where rows are taken in one by one. */
import { type ReactNode, useState } from 'react';
import type { OutputOf } from '../kernel/contract.ts';
import type { exchangeContract } from '../modules/exchange/contract.ts';
import { listMessages as text } from './list-messages.ja.ts';
import { Button, type Column, Notice, Section, Table } from './ui/index.ts';

type Listed = OutputOf<typeof exchangeContract, 'previewList'>;
export type ListPreview = Omit<Listed, 'basis' | 'unchanged'> & { readonly unchanged?: Listed['unchanged'] };

export interface Selection {
  /** Rows of the file that are not taken in. */
  readonly skipped: ReadonlySet<number>;
  /** Ids of rows of the list that are to go. */
  readonly removed: ReadonlySet<string>;
}

export function ListPreviewView({
  preview,
  choice,
}: {
  readonly preview: ListPreview;
  /** Absent where the file is taken in as a whole or not at all. */
  readonly choice?: { readonly selection: Selection; readonly onChange: (selection: Selection) => void };
}) {
  const { added, changed, removed, refused, unchanged, notices } = preview;
  if (added.length + changed.length + removed.length + refused.length + notices.length === 0) {
    return <Notice title={text.nothing} />;
  }
  const ticks = choice === undefined ? null : ticksOf(choice.selection, choice.onChange);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <p role="status">{text.summary(added.length, changed.length, removed.length, refused.length, unchanged)}</p>
      {notices.map((notice) => (
        <Notice key={notice} tone="warning" title={notice} />
      ))}
      <Rows
        title={text.refused}
        lead={ticks === null ? text.refusedWhole : text.refusedLead}
        rows={refused.map((one, index) => ({ ...one, key: String(index) }))}
        rowKey={({ key }) => key}
        columns={REFUSED_COLUMNS}
      />
      <Rows
        title={text.changed}
        rows={changed}
        rowKey={({ row }) => String(row)}
        columns={[NAME_COLUMN, CHANGES_COLUMN, ...(ticks === null ? [] : [ticks.take])]}
      />
      <Rows
        title={text.added}
        rows={added}
        rowKey={({ row }) => String(row)}
        columns={[NAME_COLUMN, ...(ticks === null ? [] : [ticks.take])]}
      />
      <Rows
        title={text.removed}
        lead={ticks === null ? text.removedWhole : text.removedLead}
        rows={removed}
        rowKey={({ id }) => id}
        columns={[GONE_COLUMN, ...(ticks === null ? [] : [ticks.drop])]}
      />
    </div>
  );
}

const ticksOf = (selection: Selection, onChange: (selection: Selection) => void) => ({
  take: takeColumn(selection, (row) => onChange({ ...selection, skipped: toggled(selection.skipped, row) })),
  drop: dropColumn(selection, (id) => onChange({ ...selection, removed: toggled(selection.removed, id) })),
});

interface NamedRow {
  readonly row: number;
  readonly name: string;
}
type ChangedRow = ListPreview['changed'][number];
type GoneRow = ListPreview['removed'][number];

const REFUSED_COLUMNS: readonly Column<ListPreview['refused'][number]>[] = [
  {
    key: 'place',
    header: text.columns.place,
    rowHeader: true,
    cell: ({ row, column, title }) => `${text.row(row)} ${column}${title === '' ? '' : ` ${title}`}`,
  },
  { key: 'value', header: text.columns.value, cell: ({ value }) => value || text.empty },
  { key: 'reason', header: text.columns.reason, cell: ({ reason }) => reason },
];
const NAME_COLUMN: Column<NamedRow> = {
  key: 'name',
  header: text.columns.name,
  rowHeader: true,
  cell: ({ row, name }) => `${name || text.nameless}（${text.row(row)}）`,
};
const CHANGES_COLUMN: Column<ChangedRow> = {
  key: 'changes',
  header: text.columns.changes,
  cell: ({ cells }) => <Changes cells={cells} />,
};
const GONE_COLUMN: Column<GoneRow> = {
  key: 'name',
  header: text.columns.name,
  rowHeader: true,
  cell: ({ name }) => name || text.nameless,
};
const takeColumn = ({ skipped }: Selection, onTick: (row: number) => void): Column<NamedRow> => ({
  key: 'take',
  header: text.columns.take,
  cell: ({ row, name }) => (
    <Tick label={text.take(name || text.row(row))} checked={!skipped.has(row)} onChange={() => onTick(row)} />
  ),
});
const dropColumn = ({ removed }: Selection, onTick: (id: string) => void): Column<GoneRow> => ({
  key: 'drop',
  header: text.columns.drop,
  cell: ({ id, name }) => (
    <Tick label={text.drop(name || text.nameless)} checked={removed.has(id)} onChange={() => onTick(id)} />
  ),
});

const FIRST = 50;

/** A table of the first rows; the rest on request. Nothing is drawn when there are none. */
function Rows<R>({
  title,
  lead,
  rows,
  rowKey,
  columns,
}: {
  readonly title: string;
  readonly lead?: string;
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  readonly columns: readonly Column<R>[];
}) {
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  return (
    <Section title={`${title}（${rows.length}）`} level={4}>
      {lead !== undefined && <p>{lead}</p>}
      <Table caption={title} hideCaption rows={all ? rows : rows.slice(0, FIRST)} rowKey={rowKey} columns={columns} />
      {!all && rows.length > FIRST && (
        <Button size="small" onClick={() => setAll(true)}>
          {text.more(rows.length - FIRST)}
        </Button>
      )}
    </Section>
  );
}

function Changes({ cells }: { readonly cells: ListPreview['changed'][number]['cells'] }): ReactNode {
  return (
    <ul className="grid gap-1">
      {cells.map(({ column, title, before, after }) => (
        <li key={column} className="wrap-anywhere">
          <span className="font-700">
            {title}（{column}）
          </span>
          {'：'}
          <del className="text-solid-gray-700">{before || text.empty}</del>
          <span aria-hidden="true"> → </span>
          <span className="sr-only">{text.to}</span>
          <ins className="no-underline">{after || text.empty}</ins>
        </li>
      ))}
    </ul>
  );
}

function Tick({ label, checked, onChange }: { label: string; checked: boolean; onChange: () => void }) {
  return (
    <label className="inline-flex min-h-11 min-w-11 items-center justify-center">
      <span className="sr-only">{label}</span>
      <input type="checkbox" checked={checked} onChange={onChange} className="size-6 accent-key-900" />
    </label>
  );
}

function toggled<T>(values: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(values);
  if (!next.delete(value)) next.add(value);
  return next;
}
