import { useId } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { messages } from '../messages.ja.ts';
import { type SignedIn, useSession } from '../session.ts';

const KEPT = 'machimori:engagement:';

/** The engagement of the address, otherwise the one opened last, otherwise the newest. */
export function currentEngagement({ engagements, account }: SignedIn, pathname: string): string | undefined {
  const named = /^\/engagements\/([^/]+)/.exec(pathname)?.[1];
  const known = (id: string | null | undefined) => engagements.find((engagement) => engagement.id === id)?.id;
  const kept = KEPT + account.id;
  const inAddress = known(named);
  if (inAddress !== undefined) {
    remember(kept, inAddress);
    return inAddress;
  }
  const newest = engagements.toSorted((a, b) => b.fiscalYear - a.fiscalYear)[0];
  return known(recall(kept)) ?? newest?.id;
}

/** Shown when there is a choice: moves to the same kind of page of another engagement. */
export function EngagementSwitcher({ current }: { current: string | undefined }) {
  const { engagements } = useSession();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const id = useId();
  if (engagements.length < 2) return null;
  return (
    <div className="flex max-w-full min-w-0 flex-wrap items-center gap-2">
      <label htmlFor={id} className="text-dns-16N-130">
        {messages.shell.engagement}
      </label>
      <select
        id={id}
        value={current}
        onChange={(event) => {
          const section = /^\/engagements\/[^/]+\/([^/]+)/.exec(pathname)?.[1];
          void navigate(`/engagements/${event.target.value}${section === undefined ? '' : `/${section}`}`);
        }}
        className="min-h-11 max-w-full min-w-0 rounded-8 border border-solid-gray-600 bg-white px-3"
      >
        {engagements.map(({ id: value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

function remember(key: string, id: string): void {
  try {
    localStorage.setItem(key, id);
  } catch {
    // Only a convenience.
  }
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
