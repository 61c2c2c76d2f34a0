import type { ReactNode } from 'react';

export interface DataItem {
  readonly term: string;
  readonly value: ReactNode;
}

/** Terms with their values (native dl); terms stand beside the values from 48em. Empty values are shown as a dash. */
export function DataList({ items }: { items: readonly DataItem[] }) {
  return (
    <dl className="grid border-t border-solid-gray-420">
      {items.map(({ term, value }) => (
        <div
          key={term}
          className="grid grid-cols-[minmax(0,1fr)] gap-x-6 border-b border-solid-gray-420 py-3 desktop:grid-cols-[14rem_minmax(0,1fr)]"
        >
          <dt className="text-std-16B-170">{term}</dt>
          <dd className="prose-links whitespace-pre-line">
            {value === null || value === undefined || value === '' ? '―' : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
