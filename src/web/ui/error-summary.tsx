import type { Ref } from 'react';
import type { FieldProblem } from '../../kernel/error.ts';
import { messages } from '../messages.ja.ts';
import { Notice } from './notice.tsx';

export interface ErrorSummaryProps {
  readonly ref?: Ref<HTMLDivElement>;
  /** The sentence for the whole form; the fields' sentences follow as links. */
  readonly message?: string | undefined;
  readonly reference?: string | undefined;
  readonly problems: readonly FieldProblem[];
  /** Name of a field for its path, shown before its sentence. */
  readonly labelOf: (path: string) => string | undefined;
  readonly onGo: (path: string) => void;
}

/** Everything that is wrong, at the top of the form; receives the focus when it appears. */
export function ErrorSummary({ ref, message, reference, problems, labelOf, onGo }: ErrorSummaryProps) {
  const title = problems.length > 0 ? messages.ui.summary(problems.length) : messages.ui.summaryOne;
  return (
    <Notice tone="error" role="group" title={title} focusable {...(ref && { ref })}>
      {message !== undefined && <p>{message}</p>}
      {problems.length > 0 && (
        <ul className="list-disc ps-6">
          {problems.map((problem) => (
            <li key={`${problem.path}${problem.message}`}>
              <SummaryLine problem={problem} label={labelOf(problem.path)} onGo={onGo} />
            </li>
          ))}
        </ul>
      )}
      {reference !== undefined && <p>{messages.ui.reference(reference)}</p>}
    </Notice>
  );
}

function SummaryLine({
  problem: { path, message },
  label,
  onGo,
}: {
  problem: FieldProblem;
  label: string | undefined;
  onGo: (path: string) => void;
}) {
  if (label === undefined) return <>{message}</>;
  return (
    <a
      href={`#${path}`}
      onClick={(event) => {
        event.preventDefault();
        onGo(path);
      }}
    >
      {message.includes(label) ? message : `${label}：${message}`}
    </a>
  );
}
