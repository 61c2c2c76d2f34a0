import { useId } from 'react';
import { messages } from '../messages.ja.ts';
import { Disclosure } from './disclosure.tsx';
import { Table } from './table.tsx';

/** A chart as the server draws it, with its words and figures. */
export interface ChartProps {
  readonly title: string;
  readonly svg: string;
  readonly words: string;
  readonly source: string | null;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * A chart with its text alternative and its figures as a table. On a narrow screen it scrolls in its own region: made
 * smaller, its words could not be read.
 */
export function Chart({ title, svg, words, source, header, rows }: ChartProps) {
  const titleId = useId();
  return (
    <figure aria-labelledby={titleId} className="my-6">
      <figcaption id={titleId} className="mb-2 text-std-16B-170">
        {title}
      </figcaption>
      <div role="region" aria-labelledby={titleId} tabIndex={0} data-scroll="" className="overflow-x-auto">
        {/* As a picture: nothing in it runs, and the content policy lets no text become part of the page. */}
        <img
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
          alt={words}
          className="w-[640px] max-w-none bg-white print:w-full"
        />
      </div>
      {source !== null && <p className="mt-1 text-dns-14N-130">{messages.ui.chart.source(source)}</p>}
      <Disclosure summary={messages.ui.chart.figures}>
        <p className="mb-2">{words}</p>
        <Table<readonly string[]>
          caption={messages.ui.chart.figuresOf(title)}
          hideCaption
          small="scroll"
          rows={rows}
          rowKey={(row) => row.join('\n')}
          columns={header.map((name, index) => ({
            key: String(index),
            header: name,
            rowHeader: index === 0,
            align: index === 0 ? ('start' as const) : ('end' as const),
            cell: (row) => row[index] ?? '',
          }))}
        />
      </Disclosure>
    </figure>
  );
}
