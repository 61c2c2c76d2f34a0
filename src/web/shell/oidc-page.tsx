import { useEffect, useRef } from 'react';
import { messages } from '../messages.ja.ts';
import { LinkButton } from '../ui/button.tsx';
import { Loading } from '../ui/loading.tsx';
import { Problem } from '../ui/problem.tsx';
import { useCommand } from '../ui/use-command.ts';
import { OuterFrame } from './outer-frame.tsx';
import { finishOidc } from './session-api.ts';

/** The way back from the identity provider: ends the sign-in, or says why it did not work. */
export function OidcPage({ onReady }: { onReady: () => Promise<void> }) {
  const { run, problem } = useCommand(async () => {
    await finishOidc(location.search);
    // The answer of the provider is good once; it must not stay in the address.
    history.replaceState(null, '', '/');
    await onReady();
  });
  const begun = useRef(false);
  useEffect(() => {
    // Exactly once, whatever is drawn again.
    if (begun.current) return;
    begun.current = true;
    void run();
  }, [run]);
  const text = messages.shell.signIn;
  return (
    <OuterFrame title={text.title}>
      {problem === undefined ? (
        <Loading />
      ) : (
        <Problem problem={problem}>
          <LinkButton href="/">{text.back}</LinkButton>
        </Problem>
      )}
    </OuterFrame>
  );
}
