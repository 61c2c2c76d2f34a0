import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { messages } from '../messages.ja.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { somethingIsDirty } from '../ui/dirty.ts';

const text = messages.ui.leave;

/** Asks before a page with input that exists nowhere else is left. */
export function LeaveGuard() {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => somethingIsDirty() && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (somethingIsDirty()) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);
  return (
    <Dialog
      open={blocker.state === 'blocked'}
      title={text.title}
      actions={
        <>
          <Button variant="text" onClick={() => blocker.proceed?.()}>
            {text.go}
          </Button>
          <Button variant="solid" onClick={() => blocker.reset?.()}>
            {text.stay}
          </Button>
        </>
      }
    >
      <p>{text.body}</p>
    </Dialog>
  );
}
