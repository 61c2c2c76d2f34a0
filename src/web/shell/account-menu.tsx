import { useEffect, useRef, useState } from 'react';
import type { RequestError } from '../client.ts';
import { messages } from '../messages.ja.ts';
import { countUnsent } from '../offline-shell.ts';
import { useSessionHandle } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { draftStore } from '../ui/draft-store.ts';
import { Icon } from '../ui/icons.tsx';
import { asRequestError } from '../ui/use-load.ts';

const text = messages.shell;

/** Name and sign-out. A native disclosure: Escape and a click elsewhere close it. */
export function AccountMenu() {
  const { session, signOut } = useSessionHandle();
  const { displayName, title } = session.account;
  const menu = useRef<HTMLDetailsElement>(null);
  const [drafts, setDrafts] = useState(0);
  const [unsent, setUnsent] = useState(0);
  const [refused, setRefused] = useState<RequestError>();
  const end = (): void => void signOut().catch((error: unknown) => setRefused(asRequestError(error)));
  const leave = (): void => {
    const count = draftStore().count();
    if (count > 0) setDrafts(count);
    else end();
  };

  useEffect(() => {
    const close = (event: Event): void => {
      const details = menu.current;
      if (details?.open !== true) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape' || event.isComposing) return;
        details.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && details.contains(event.target)) return;
      details.open = false;
    };
    document.addEventListener('click', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('click', close);
      document.removeEventListener('keydown', close);
    };
  }, []);

  return (
    <>
      <details ref={menu} className="relative">
        <summary
          aria-label={text.account(displayName)}
          className="flex min-h-11 list-none items-center gap-2 rounded-8 border border-solid-gray-420 px-3 hover:bg-solid-gray-50 [&::-webkit-details-marker]:hidden"
        >
          <Icon name="person" />
          <span className="text-dns-16N-130">{displayName}</span>
          <Icon name="down" className="size-4" />
        </summary>
        <div className="absolute end-0 top-full z-10 mt-2 grid w-72 max-w-[calc(100vw-2rem)] gap-3 rounded-8 border border-solid-gray-420 bg-white p-4 shadow-2">
          <p>{text.home.greeting(displayName, title)}</p>
          <Button
            onClick={() => {
              void countUnsent(session.account.id).then((count) => (count > 0 ? setUnsent(count) : leave()));
            }}
          >
            {text.signOut}
          </Button>
        </div>
      </details>
      <Dialog
        open={unsent > 0}
        title={text.unsentTitle}
        onClose={() => setUnsent(0)}
        actions={
          <>
            <Button variant="solid" onClick={() => setUnsent(0)}>
              {text.unsentBack}
            </Button>
            <Button
              onClick={() => {
                setUnsent(0);
                leave();
              }}
            >
              {text.unsentClear}
            </Button>
          </>
        }
      >
        <p>{text.unsentBody(unsent)}</p>
      </Dialog>
      <Dialog
        open={drafts > 0 && refused === undefined}
        title={text.signOutTitle}
        onClose={() => setDrafts(0)}
        actions={
          <>
            <Button onClick={end}>{text.signOutKeep}</Button>
            <Button
              variant="solid"
              onClick={() => {
                draftStore().clear();
                end();
              }}
            >
              {text.signOutClear}
            </Button>
          </>
        }
      >
        <p>{text.signOutBody(drafts)}</p>
      </Dialog>
      <Dialog
        open={refused !== undefined}
        title={text.signOutFailed}
        onClose={() => setRefused(undefined)}
        actions={
          <Button
            variant="solid"
            onClick={() => {
              setRefused(undefined);
              end();
            }}
          >
            {text.signOutAgain}
          </Button>
        }
      >
        <p>{refused?.message}</p>
        <p>{text.signOutFailedBody}</p>
      </Dialog>
    </>
  );
}
