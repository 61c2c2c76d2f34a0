import { Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import type { RequestError } from '../client.ts';
import { messages } from '../messages.ja.ts';
import { forgetDevice, keptSession } from '../offline-shell.ts';
import { type Session, SessionContext, type SessionHandle, type SignedIn } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { setDraftOwner } from '../ui/draft-store.ts';
import { Loading } from '../ui/loading.tsx';
import { Problem } from '../ui/problem.tsx';
import { StatusRegion } from '../ui/status-region.tsx';
import { asRequestError } from '../ui/use-load.ts';
import { FailedPage, NotFoundPage } from './error-pages.tsx';
import { FirstRunPage } from './first-run-page.tsx';
import { Frame } from './frame.tsx';
import { HomePage } from './home-page.tsx';
import { InvitationPage } from './invitation-page.tsx';
import { moduleRoutes, openPages } from './modules.ts';
import { OidcPage } from './oidc-page.tsx';
import { OuterFrame } from './outer-frame.tsx';
import { signOut, whoAmI } from './session-api.ts';
import { SignInPage } from './sign-in-page.tsx';

/** Decides by the session what stands in the window. Signing in keeps the address, so a link from a mail still works. */
export function App() {
  return (
    <>
      <Gate />
      <StatusRegion />
    </>
  );
}

type Answer = { readonly session: Session } | { readonly problem: RequestError };

/** Asks the server who is there; from then on drafts belong to that person. */
async function ask(): Promise<Answer> {
  try {
    const session = await whoAmI();
    if (session.signedIn) setDraftOwner(session.account.id);
    return { session };
  } catch (error) {
    const problem = asRequestError(error);
    // Without a connection, who took work along on this device goes on with it.
    const kept = problem.status === 0 ? await keptSession() : null;
    if (kept === null) return { problem };
    setDraftOwner(kept.account.id);
    return { session: kept };
  }
}

function Gate() {
  const [session, setSession] = useState<Session>();
  const [problem, setProblem] = useState<RequestError>();
  const take = useCallback((answer: Answer) => {
    setProblem('problem' in answer ? answer.problem : undefined);
    if ('session' in answer) setSession(answer.session);
  }, []);
  const refresh = useCallback(async () => take(await ask()), [take]);
  useEffect(() => {
    let wanted = true;
    void ask().then((answer) => wanted && take(answer));
    return () => {
      wanted = false;
    };
  }, [take]);

  const openPage = openPages.find(({ path }) => path === location.pathname);
  if (openPage !== undefined) return <OpenPage {...openPage} />;
  if (problem !== undefined && session === undefined) {
    return <Unreachable problem={problem} onRetry={() => void refresh()} />;
  }
  if (session === undefined) return <Loading />;
  if (!session.signedIn && session.firstRun) return <FirstRunPage onReady={refresh} />;
  if (location.pathname === '/invitation') return <InvitationPage onReady={refresh} />;
  if (location.pathname === '/oidc') return <OidcPage onReady={refresh} />;
  if (!session.signedIn) return <SignInPage session={session} onSignedIn={refresh} />;
  return <Inside key={session.account.id} session={session} refresh={refresh} />;
}

/** Somebody with a link: who is signed in on this computer does not matter. */
function OpenPage({ title, Component: Body }: (typeof openPages)[number]) {
  return (
    <OuterFrame title={title}>
      <Suspense fallback={<Loading />}>
        <Body />
      </Suspense>
    </OuterFrame>
  );
}

function Inside({ session, refresh }: { session: SignedIn; refresh: () => Promise<void> }) {
  const handle = useMemo<SessionHandle>(
    () => ({
      session,
      refresh,
      signOut: async () => {
        await signOut();
        await forgetDevice(session.account.id);
        // A fresh page: nothing of this person's data stays in memory.
        location.assign('/');
      },
    }),
    [session, refresh],
  );
  const [router] = useState(makeRouter);
  return (
    <SessionContext value={handle}>
      <RouterProvider router={router} />
    </SessionContext>
  );
}

function makeRouter() {
  if (location.pathname === '/sign-in') history.replaceState(null, '', '/');
  return createBrowserRouter([
    {
      Component: Frame,
      HydrateFallback: Loading,
      children: [
        {
          ErrorBoundary: FailedPage,
          children: [{ path: '/', Component: HomePage }, ...moduleRoutes, { path: '*', Component: NotFoundPage }],
        },
      ],
    },
  ]);
}

function Unreachable({ problem, onRetry }: { problem: RequestError; onRetry: () => void }) {
  const text = messages.shell.unreachable;
  return (
    <OuterFrame title={text.title}>
      <Problem problem={problem}>
        <Button onClick={onRetry}>{text.retry}</Button>
      </Problem>
    </OuterFrame>
  );
}
