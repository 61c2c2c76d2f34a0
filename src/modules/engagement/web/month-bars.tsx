import { classNames, type Column, Table } from '../../../web/ui/index.ts';
import { type Bar, barOf, type Month, monthsOf } from '../schedule.ts';
import type { Task } from './client.ts';
import { messages } from './messages.ja.ts';

const text = messages.wbs;

/** The schedule as a table with one column per month: a bar for the eye, its days in words for everybody. */
export function MonthBars({ tasks }: { tasks: readonly Task[] }) {
  const starts = tasks.map(({ plannedStart }) => plannedStart).toSorted();
  const ends = tasks.map(({ plannedEnd }) => plannedEnd).toSorted();
  const [first, last] = [starts[0], ends.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <Table
      caption={text.bars}
      hideCaption
      small="scroll"
      rows={tasks}
      rowKey={({ id }) => id}
      columns={[NAME, ...monthsOf(first, last).map(monthColumn)]}
    />
  );
}

const NAME: Column<Task> = {
  key: 'name',
  header: text.columns.name,
  rowHeader: true,
  cell: ({ position, name }) => `${position}　${name}`,
};

function monthColumn(month: Month, index: number): Column<Task> {
  return {
    key: month.from,
    header: index === 0 || month.month === 1 ? `${month.year}年${month.label}` : month.label,
    nowrap: true,
    cell: ({ plannedStart, plannedEnd }) => <BarCell bar={barOf(month, plannedStart, plannedEnd)} />,
  };
}

function BarCell({ bar }: { bar: Bar }) {
  if (bar.part === 'none') return null;
  return (
    <span
      className={classNames(
        'block border border-key-900 bg-key-100 px-1 text-center text-dns-14N-130 whitespace-nowrap',
        (bar.part === 'start' || bar.part === 'whole') && 'rounded-s-8',
        (bar.part === 'end' || bar.part === 'whole') && 'rounded-e-8',
      )}
    >
      {bar.part === 'middle' ? (
        <>
          <span aria-hidden="true">{bar.text}</span>
          <span className="sr-only">{text.wholeMonth}</span>
        </>
      ) : (
        bar.text
      )}
    </span>
  );
}
