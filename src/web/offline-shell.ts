/**
 * Lets the pages open again without a connection on a device to which somebody took work along, and only there: the shell
 * and the loaded pages are kept by a service worker, and who was signed in by the device's store. Both go at sign-out.
 */
import { clearDevice, deviceStore } from './device-store.ts';
import type { SignedIn } from './session.ts';

const WORKER = '/offline-worker.js';
const LAST = 'last-session';
/** A working day: after that the device asks for a connection again. Milliseconds. */
const KEPT_FOR = 16 * 3_600_000;

interface KeptSession {
  readonly session: SignedIn;
  readonly at: number;
}

/** Keeps shell and session; false where the browser cannot (no secure address): then a reload needs the connection. */
export async function keepShell(session: SignedIn): Promise<boolean> {
  await deviceStore('shell').write(LAST, { session, at: Date.now() } satisfies KeptSession);
  if (!('serviceWorker' in navigator)) return false;
  await navigator.serviceWorker.register(trusted(WORKER));
  const registration = await navigator.serviceWorker.ready;
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.startsWith('/assets/'));
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => resolve(data === true));
    channel.port1.start();
    registration.active?.postMessage({ keep: ['/', ...new Set(loaded)] }, [channel.port2]);
  });
}

/** Who took work along on this device, when the server cannot be asked; null after a working day. */
export async function keptSession(): Promise<SignedIn | null> {
  try {
    const kept = await deviceStore('shell').read<KeptSession>(LAST);
    return kept !== null && Date.now() - kept.at < KEPT_FOR ? kept.session : null;
  } catch {
    return null;
  }
}

/** How many records of this person have not reached the server yet. */
export async function countUnsent(accountId: string): Promise<number> {
  try {
    return (await deviceStore(accountId).keys('work/')).length;
  } catch {
    return 0;
  }
}

/** Empties the device: called at sign-out. */
export async function forgetDevice(accountId: string): Promise<void> {
  try {
    await clearDevice(accountId);
    await clearDevice('shell');
    if (!('serviceWorker' in navigator)) return;
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  } catch {
    // A browser without storage has kept nothing.
  }
}

interface TrustedTypePolicies {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => {
    readonly createScriptURL: (url: string) => string;
  };
}

/** The content policy takes a worker's address only from a named policy; this one knows a single address. */
function trusted(address: typeof WORKER): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypePolicies };
  if (trustedTypes === undefined) return address;
  policy ??= trustedTypes.createPolicy('machimori-offline', { createScriptURL: (url) => (url === WORKER ? url : '') });
  return policy.createScriptURL(address);
}

let policy: ReturnType<TrustedTypePolicies['createPolicy']> | undefined;
