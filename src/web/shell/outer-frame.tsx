import { type ReactNode, useEffect } from 'react';
import { messages } from '../messages.ja.ts';
import { ProductMark } from './product-mark.tsx';

/** The frame of pages without a session: sign-in, first use, invitation. */
export function OuterFrame({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} | ${messages.product.name}`;
  }, [title]);
  return (
    <div className="min-h-dvh bg-solid-gray-50">
      <header className="border-b border-solid-gray-420 bg-white px-4 py-3 desktop:px-8">
        <ProductMark />
      </header>
      <main className="mx-auto grid max-w-[44rem] grid-cols-[minmax(0,1fr)] gap-6 px-4 py-8 desktop:py-12">
        <h1 className="text-std-28B-150">{title}</h1>
        {lead !== undefined && <p>{lead}</p>}
        {children}
      </main>
    </div>
  );
}

/** A white sheet on the grey ground. */
export function Sheet({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-12 border border-solid-gray-420 bg-white p-4 desktop:p-8">
      {children}
    </div>
  );
}
