import { useCallback, useEffect, useRef, useState } from 'react';
import { onSessionExpired } from '../client.ts';
import { messages } from '../messages.ja.ts';
import type { SignedIn } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SignInForm } from './sign-in-page.tsx';
import { whoAmI } from './session-api.ts';

const text = messages.shell.expired;

/** Asks to sign in again over the page that is open; every request that was refused is then repeated. */
export function ExpiredDialog({ session }: { session: SignedIn }) {
  const waiting = useRef<((recovered: boolean) => void)[]>([]);
  const [open, setOpen] = useState(false);
  useEffect(
    () =>
      onSessionExpired(
        () =>
          new Promise<boolean>((resolve) => {
            waiting.current.push(resolve);
            setOpen(true);
          }),
      ),
    [],
  );
  const settle = useCallback((recovered: boolean) => {
    setOpen(false);
    for (const resolve of waiting.current.splice(0)) resolve(recovered);
  }, []);

  return (
    <Dialog
      open={open}
      title={text.title}
      onClose={() => settle(false)}
      actions={
        <Button variant="text" onClick={() => location.assign('/')}>
          {text.other}
        </Button>
      }
    >
      <p>{text.lead}</p>
      <p>
        {text.account}：{session.account.displayName}
      </p>
      <SignInForm
        {...(session.account.loginName !== undefined && { loginName: session.account.loginName })}
        onSignedIn={async () => {
          const now = await whoAmI();
          // Another person must not send what the first one wrote: the page starts anew for them.
          if (now.signedIn && now.account.id !== session.account.id) location.assign('/');
          else settle(now.signedIn);
        }}
      />
    </Dialog>
  );
}
