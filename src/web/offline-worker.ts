/**
 * The service worker of a device to which somebody took work along: answers pages and their files from what was kept when
 * the server cannot be reached. It never touches `/api/`: what is sent and read goes to the server or fails.
 */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Told extends Extendable {
  readonly data: { readonly keep?: readonly string[] };
  readonly ports: readonly MessagePort[];
}
interface Worker {
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: Told) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}

const worker = globalThis as unknown as Worker;
const CACHE = 'machimori-shell';

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('message', (event) => {
  const { keep } = event.data;
  if (keep !== undefined) event.waitUntil(keepAll(keep).then((kept) => event.ports[0]?.postMessage(kept)));
});

async function keepAll(paths: readonly string[]): Promise<boolean> {
  try {
    // Files of an earlier edition go; the page that asks names all it has.
    await caches.delete(CACHE);
    const cache = await caches.open(CACHE);
    await cache.addAll([...paths]);
    return true;
  } catch {
    return false;
  }
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(fromServer(request, '/'));
  else if (pathname.startsWith('/assets/')) event.respondWith(fromServer(request, pathname));
});

async function fromServer(request: Request, keptAs: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(CACHE)).match(keptAs);
    if (kept === undefined) throw error;
    return kept;
  }
}
