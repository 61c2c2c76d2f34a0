/** Everything that must not happen behind a page: collected while a person works, empty at the end. */
import type { BrowserContext } from 'playwright-core';

export interface Watch {
  /** Requests under way. */
  readonly pending: ReadonlySet<unknown>;
  /** What went wrong so far, one line each. */
  readonly problems: readonly string[];
  /** The next reply of this operation with this status is part of the journey. */
  expectRefusal(operation: string, status: number): void;
  /** Any number of replies of this operation with this status are part of the journey, at least one. */
  expectRefusals(operation: string, status: number): void;
  /** While the person has no connection, requests fail for that reason; nothing else is forgiven. */
  expectOffline(offline: boolean): void;
  /** Refusals that were announced and never came. */
  missing(): readonly string[];
}

/** What the browser says of a request that could not leave. */
const OFFLINE: readonly string[] = ['net::ERR_INTERNET_DISCONNECTED', 'net::ERR_FAILED'];

export function watch(context: BrowserContext, address: string): Watch {
  const problems: string[] = [];
  const announced: { readonly operation: string; readonly status: number }[] = [];
  const series: { readonly operation: string; readonly status: number; came: boolean }[] = [];
  const pending = new Set<unknown>();
  let cut = false;
  context.on('requestfinished', (request) => void pending.delete(request));
  context.on('request', (request) => {
    pending.add(request);
    const url = new URL(request.url());
    const inside = url.origin === address || url.protocol === 'data:' || url.protocol === 'blob:';
    if (!inside) problems.push(`request to ${url.origin}`);
  });
  context.on('requestfailed', (request) => {
    pending.delete(request);
    const reason = request.failure()?.errorText ?? '';
    // A page that is left ends its requests; a link that downloads ends its navigation.
    if (cut && OFFLINE.includes(reason)) return;
    if (reason !== 'net::ERR_ABORTED') problems.push(`${request.url()} failed: ${reason}`);
  });
  context.on('response', (response) => {
    if (response.status() < 400) return;
    const operation = new URL(response.url()).pathname.replace('/api/', '');
    const repeated = series.find((it) => it.operation === operation && it.status === response.status());
    if (repeated !== undefined) {
      repeated.came = true;
      return;
    }
    const place = announced.findIndex((it) => it.operation === operation && it.status === response.status());
    if (place >= 0) announced.splice(place, 1);
    else problems.push(`${response.status()} ${operation} on ${response.request().frame().url()}`);
  });
  context.on('console', (message) => {
    const text = message.text();
    // The status of a reply is judged above; the browser repeats it here without its address.
    if (message.type() !== 'error' || text.startsWith('Failed to load resource')) return;
    problems.push(`console: ${text}`);
  });
  context.on('weberror', (error) => problems.push(`error: ${error.error().message}`));
  return {
    problems,
    pending,
    expectOffline: (offline) => {
      cut = offline;
    },
    expectRefusal: (operation, status) => void announced.push({ operation, status }),
    expectRefusals: (operation, status) => void series.push({ operation, status, came: false }),
    missing: () =>
      [...announced, ...series.filter(({ came }) => !came)].map(({ operation, status }) => `${status} ${operation}`),
  };
}
