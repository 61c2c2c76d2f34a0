import type { ReactNode } from 'react';

/** What stands where a list would be: why it is empty and what to do. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-3 rounded-8 border border-dashed border-solid-gray-536 p-6">
      <p className="text-std-16B-170">{title}</p>
      {children !== undefined && <div className="prose-links">{children}</div>}
      {action}
    </div>
  );
}
