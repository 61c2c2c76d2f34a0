/** Who is signed in, as pages see it. */
import { createContext, use } from 'react';
import { useParams } from 'react-router';

export interface DemonstrationPerson {
  readonly loginName: string;
  readonly displayName: string;
  readonly title: string;
  readonly password: string;
}

export interface SignedOut {
  readonly signedIn: false;
  /** True while no account exists. */
  readonly firstRun: boolean;
  /** Sign-in through the office's identity provider, where one is configured. */
  readonly oidc: { readonly label: string } | null;
  readonly demonstration: { readonly people: readonly DemonstrationPerson[] } | null;
}

export interface EngagementSummary {
  readonly id: string;
  readonly title: string;
  readonly fiscalYear: number;
}

export interface SignedIn {
  readonly signedIn: true;
  readonly account: {
    readonly id: string;
    readonly displayName: string;
    readonly party: string;
    readonly roles: readonly string[];
    readonly title: string | null;
    readonly loginName?: string;
  };
  readonly tenant: { readonly id: number | string; readonly name: string; readonly demonstration: boolean };
  readonly permissions: readonly string[];
  /** `YYYY-MM-DD` in the municipality's time; a demonstration lives in its own. */
  readonly today: string;
  readonly engagements: readonly EngagementSummary[];
}

export type Session = SignedOut | SignedIn;

export interface SessionHandle {
  readonly session: SignedIn;
  /** Asks the server again, for example after an engagement was created. */
  readonly refresh: () => Promise<void>;
  readonly signOut: () => Promise<void>;
}

export const SessionContext = createContext<SessionHandle | null>(null);

export function useSessionHandle(): SessionHandle {
  const handle = use(SessionContext);
  if (handle === null) throw new Error('no session: pages are only shown to people who are signed in');
  return handle;
}

export function useSession(): SignedIn {
  return useSessionHandle().session;
}

/** True when one of the person's roles holds the permission. Only decides what is shown: the server decides what is done. */
export function useCan(): (permission: string) => boolean {
  const { permissions } = useSession();
  return (permission) => permission === 'signed-in' || permissions.includes(permission);
}

/** The engagement of the address `/engagements/:engagementId/…`. */
export function useEngagementId(): string {
  const { engagementId } = useParams();
  if (engagementId === undefined) throw new Error('the route has no :engagementId');
  return engagementId;
}
