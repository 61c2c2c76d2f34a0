import type { ReactNode } from 'react';
import { messages } from '../messages.ja.ts';
import { Button } from './button.tsx';
import { Loading } from './loading.tsx';
import { Problem } from './problem.tsx';
import type { Loadable } from './use-load.ts';

/** Shows what `useLoad` read: the children when it is there, otherwise a loading line or the error with a retry. */
export function Loaded<T>({ from, children }: { from: Loadable<T>; children: (data: T) => ReactNode }) {
  if (from.state === 'ready') return <>{children(from.data)}</>;
  if (from.state === 'loading') return <Loading />;
  return (
    <Problem problem={from.problem} title={messages.ui.loadFailed}>
      <Button size="small" onClick={from.reload}>
        {messages.ui.reload}
      </Button>
    </Problem>
  );
}
