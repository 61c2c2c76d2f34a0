import { formatEraMonth } from '../../../core/calendar/era.ts';
import { classNames } from '../../../web/ui/index.ts';
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
  const months = monthsOf(first, last);
  return (
    <div
      role="region"
      aria-label={text.bars}
      tabIndex={0}
      className="relative overflow-x-auto focus-visible:-outline-offset-4"
    >
      <table className="w-full border-collapse">
        <caption className="sr-only">{text.bars}</caption>
        <thead>
          <tr className="border-b border-black bg-solid-gray-50">
            <th scope="col" className="px-3 py-2.5 text-start text-dns-16B-130">
              {text.columns.name}
            </th>
            {months.map((month, index) => (
              <th key={month.from} scope="col" className="px-1 py-2.5 text-center text-dns-16B-130 whitespace-nowrap">
                <MonthName month={month} full={index === 0 || month.month === 1} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tasks.map(({ id, position, name, plannedStart, plannedEnd }) => (
            <tr key={id} className="border-b border-solid-gray-420 hover:bg-yellow-50">
              <th scope="row" className="min-w-40 px-3 py-2 text-start text-dns-16N-130 desktop:min-w-64">
                {position}　{name}
              </th>
              {months.map((month) => (
                <td key={month.from} className="min-w-16 py-2">
                  <BarCell bar={barOf(month, plannedStart, plannedEnd)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** 6月, with its year above it where the year begins. */
function MonthName({ month, full }: { month: Month; full: boolean }) {
  return full ? (
    <>
      <span className="block font-400">{formatEraMonth(month.from).replace(/\d+月$/, '')}</span>
      {month.label}
    </>
  ) : (
    month.label
  );
}

function BarCell({ bar }: { bar: Bar }) {
  if (bar.part === 'none') return null;
  return (
    <span
      className={classNames(
        'block border-y border-key-900 bg-key-100 px-1 text-center text-dns-14N-130 whitespace-nowrap',
        (bar.part === 'start' || bar.part === 'whole') && 'ms-1 rounded-s-8 border-s',
        (bar.part === 'end' || bar.part === 'whole') && 'me-1 rounded-e-8 border-e',
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
