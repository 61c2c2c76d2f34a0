import { type ReactNode, useId, useState } from 'react';
import { messages } from '../messages.ja.ts';
import { classNames } from './class-names.ts';
import { Icon } from './icons.tsx';

export interface Column<R> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: R) => ReactNode;
  /** The cell that names the row becomes a row header. */
  readonly rowHeader?: boolean;
  readonly align?: 'start' | 'end';
  /** Given, the column can be sorted by a button in its header. */
  readonly sortBy?: (row: R) => string | number | null;
  /** Keeps the cell on one line. */
  readonly nowrap?: boolean;
}

export interface TableProps<R> {
  readonly caption: string;
  readonly hideCaption?: boolean;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  readonly empty?: ReactNode;
  /** Below 48em: rows become cards (default), or the table scrolls sideways inside its own region. */
  readonly small?: 'cards' | 'scroll';
}

interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

/** A native table with caption; wide tables scroll inside a region that the keyboard can reach. */
export function Table<R>({ caption, hideCaption, columns, rows, rowKey, empty, small = 'cards' }: TableProps<R>) {
  const captionId = useId();
  const [sorting, setSorting] = useState<Sorting>();
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  return (
    <div
      role="region"
      aria-labelledby={captionId}
      tabIndex={0}
      data-scroll=""
      className="overflow-x-auto focus-visible:-outline-offset-4"
    >
      <table
        role="table"
        className={classNames('w-full border-collapse', small === 'cards' ? 'table-cards' : 'table-scroll')}
      >
        <caption id={captionId} className={hideCaption === true ? 'sr-only' : 'mb-2 text-start text-std-16B-170'}>
          {caption}
          <span className="ms-2 font-400">（{messages.ui.table.count(rows.length)}）</span>
        </caption>
        <thead role="rowgroup">
          <tr role="row" className="border-b border-black bg-solid-gray-50">
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sorting={sorting} onSort={setSorting} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.length === 0 && (
            <tr role="row">
              <td role="cell" colSpan={columns.length} className="px-3 py-4">
                {messages.ui.table.empty}
              </td>
            </tr>
          )}
          {sortRows(rows, columns, sorting).map((row) => (
            <tr key={rowKey(row)} role="row" className="border-b border-solid-gray-420 hover:bg-yellow-50">
              {columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const cellLook = <R,>(column: Column<R>): string =>
  classNames(
    'in-[.table-scroll]:min-w-[9em]',
    'px-3 py-2.5 align-top',
    column.align === 'end' ? 'desktop:text-end tabular-nums' : 'text-start',
    column.nowrap === true && 'desktop:whitespace-nowrap',
  );

function HeaderCell<R>({
  column,
  sorting,
  onSort,
}: {
  column: Column<R>;
  sorting: Sorting | undefined;
  onSort: (sorting: Sorting) => void;
}) {
  const active = sorting?.key === column.key ? sorting : undefined;
  const order = active === undefined ? 'none' : active.descending ? 'descending' : 'ascending';
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={column.sortBy === undefined ? undefined : order}
      className={classNames(cellLook(column), 'text-dns-16B-130 whitespace-nowrap')}
    >
      {column.sortBy === undefined ? (
        column.header
      ) : (
        <button
          type="button"
          className="-my-1 inline-flex min-h-8 items-center gap-1 font-700 hover:underline"
          onClick={() => onSort({ key: column.key, descending: active !== undefined && !active.descending })}
        >
          {column.header}
          <Icon name={active === undefined ? 'sort' : active.descending ? 'down' : 'up'} className="size-4" />
        </button>
      )}
    </th>
  );
}

/** A value of a few characters (a number with its unit, a year) is not torn apart for the sake of a longer neighbour. */
const SHORT = 10;

function BodyCell<R>({ column, row }: { column: Column<R>; row: R }) {
  const content = column.cell(row);
  const short = typeof content === 'number' || (typeof content === 'string' && content.length <= SHORT);
  const look = cellLook(short ? { ...column, nowrap: true } : column);
  return column.rowHeader === true ? (
    <th role="rowheader" scope="row" className={classNames(look, 'font-700')}>
      {content}
    </th>
  ) : (
    <td role="cell" data-label={column.header} className={look}>
      {content}
    </td>
  );
}

function sortRows<R>(rows: readonly R[], columns: readonly Column<R>[], sorting: Sorting | undefined): readonly R[] {
  const sortBy = columns.find((column) => column.key === sorting?.key)?.sortBy;
  if (sortBy === undefined || sorting === undefined) return rows;
  const direction = sorting.descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [sortBy(a), sortBy(b)];
    // Rows without a value stay at the end in both directions.
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    if (typeof left === 'number' && typeof right === 'number') return direction * (left - right);
    return direction * String(left).localeCompare(String(right), 'ja', { numeric: true });
  });
}
