import { Suspense } from 'react';
import { Link, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { formatEra } from '../../core/calendar/era.ts';
import { messages } from '../messages.ja.ts';
import { useCan, useSession } from '../session.ts';
import { classNames } from '../ui/class-names.ts';
import { dayWithWeekday } from '../ui/day-text.tsx';
import { Loading } from '../ui/loading.tsx';
import { AccountMenu } from './account-menu.tsx';
import { currentEngagement, EngagementSwitcher } from './engagement-switcher.tsx';
import { ExpiredDialog } from './expired-dialog.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { navigationFor, webModules } from './modules.ts';
import { ProductMark } from './product-mark.tsx';
import { SideNavigation } from './side-navigation.tsx';

const text = messages.shell;

/** The frame of every page with a session. */
export function Frame() {
  const session = useSession();
  const can = useCan();
  const { pathname } = useLocation();
  const moving = useNavigation().state !== 'idle';
  const engagementId = currentEngagement(session, pathname);
  return (
    <div className="min-h-dvh">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-30 focus:m-2 focus:bg-white focus:px-4 focus:py-3 focus:text-key-900 focus:underline"
      >
        {text.skip}
      </a>
      <header className="border-b border-solid-gray-420">
        {session.tenant.demonstration && (
          <p className="border-b border-yellow-1000 bg-yellow-50 px-4 py-1 text-center text-dns-14N-130 desktop:px-8">
            {text.demonstration}
          </p>
        )}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-2 desktop:px-8">
          <Link to="/" className="rounded-6 hover:underline">
            <ProductMark />
          </Link>
          <div className="grid grow">
            <span className="text-std-16B-170">{session.tenant.name}</span>
            <span className="text-dns-14N-130 text-solid-gray-700">
              {text.today}：<time dateTime={session.today}>{dayWithWeekday(session.today)}</time>
            </span>
          </div>
          <div className="flex max-w-full min-w-0 flex-wrap items-center gap-3" data-print="never">
            <EngagementSwitcher current={engagementId} />
            <AccountMenu />
          </div>
        </div>
      </header>
      <div className="mx-auto grid max-w-[100rem] grid-cols-[minmax(0,1fr)] desktop:flex">
        <SideNavigation sections={navigationFor(webModules, can, engagementId)} />
        <main
          id="main"
          tabIndex={-1}
          aria-busy={moving}
          className={classNames('min-w-0 grow px-4 py-6 desktop:px-8', moving && 'opacity-60')}
        >
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <p className="hidden print:block">
        {messages.product.name} {formatEra(session.today)}
      </p>
      <ExpiredDialog session={session} />
      <LeaveGuard />
      <ScrollRestoration />
    </div>
  );
}
