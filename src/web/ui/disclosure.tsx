import type { ReactNode } from 'react';

/** Native details: further text that opens in place. */
export function Disclosure({ summary, children, open }: { summary: ReactNode; children: ReactNode; open?: boolean }) {
  return (
    <details className="group" open={open}>
      <summary className="inline-flex min-h-11 list-none items-center gap-2 text-key-900 underline underline-offset-3 [&::-webkit-details-marker]:hidden">
        <svg viewBox="0 0 24 24" className="size-4 shrink-0 group-open:rotate-90" aria-hidden="true">
          <path d="M7 4l11 8-11 8z" fill="currentColor" />
        </svg>
        {summary}
      </summary>
      <div className="mt-2 grid grid-cols-[minmax(0,1fr)] gap-4 border-s-4 border-solid-gray-200 ps-4">{children}</div>
    </details>
  );
}
