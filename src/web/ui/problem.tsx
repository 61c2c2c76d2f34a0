import type { ReactNode } from 'react';
import type { RequestError } from '../client.ts';
import { messages } from '../messages.ja.ts';
import { Notice } from './notice.tsx';

/** A refused request as a framed message with the number to tell the administrator. */
export function Problem({ problem, title, children }: { problem: RequestError; title?: string; children?: ReactNode }) {
  return (
    <Notice tone="error" role="alert" title={title ?? messages.ui.summaryOne}>
      <p>{problem.message}</p>
      {problem.fields.length > 0 && (
        <ul className="list-disc ps-6">
          {problem.fields.map(({ path, message }) => (
            <li key={`${path}${message}`}>{message}</li>
          ))}
        </ul>
      )}
      {problem.reference !== undefined && <p>{messages.ui.reference(problem.reference)}</p>}
      {children}
    </Notice>
  );
}
