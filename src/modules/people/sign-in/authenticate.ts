/**
 * Who a session token belongs to. Lookups that arrive while one is under way share the next query, so that many people
 * at once cost few transactions.
 */
import { dayOf } from '../../../core/calendar/index.ts';
import { type Batcher, createBatcher } from '../../../kernel/batch.ts';
import type { Caller } from '../../../kernel/caller.ts';
import type { Database, Tx } from '../../../kernel/database.ts';
import { later } from '../rules/instant.ts';
import { reach, type Unit } from '../rules/organisation.ts';
import { rolesIn } from '../store/account-store.ts';
import { loadUnits } from '../store/department-store.ts';
import { findSessions, type SessionKey, type SessionRow, touchSessions } from '../store/session-store.ts';
import { readToken } from '../../../kernel/token.ts';

/** A session ends after an hour without use … */
export const SESSION_IDLE_MS = 60 * 60_000;
/** … and at the latest after twelve hours. */
export const SESSION_ABSOLUTE_MS = 12 * 60 * 60_000;
/** How exactly the last use is known; saves a write per request. */
const TOUCH_EVERY_MS = 60_000;

interface Lookup extends SessionKey {
  readonly now: Date;
}

interface Held {
  readonly batcher: Batcher<Lookup, Caller | null>;
  /** Department trees by tenant, good as long as their version is; the oldest is forgotten first. */
  readonly trees: Map<number, { readonly version: number; readonly units: readonly Unit[] }>;
}

const TREES_HELD = 500;
const held = new WeakMap<Database, Held>();

export function authenticate(database: Database, token: string, now: Date): Promise<Caller | null> {
  const key = readToken('t', token);
  if (key === null) return Promise.resolve(null);
  return heldFor(database).batcher.submit({ ...key, now });
}

function heldFor(database: Database): Held {
  const known = held.get(database);
  if (known !== undefined) return known;
  const trees: Held['trees'] = new Map();
  const batcher = createBatcher<Lookup, Caller | null>((lookups) => lookUp(database, trees, lookups), {
    size: 64,
    lanes: 2,
  });
  const made = { batcher, trees };
  held.set(database, made);
  return made;
}

async function lookUp(
  database: Database,
  trees: Held['trees'],
  lookups: readonly Lookup[],
): Promise<readonly { readonly output: Caller | null }[]> {
  const tenantIds = [...new Set(lookups.map(({ tenantId }) => tenantId))].sort((a, b) => a - b);
  return database.across(tenantIds, async (tx) => {
    const byKey = new Map((await findSessions(tx, lookups)).map((row) => [keyOf(row), row]));
    const found = lookups.map((lookup) => {
      const row = byKey.get(keyOf(lookup));
      return row !== undefined && isLive(row, lookup.now) ? { row, now: lookup.now } : null;
    });
    const live = found.filter((item) => item !== null);
    const stale = live.filter(({ row, now }) => now.getTime() - row.lastSeenAt.getTime() >= TOUCH_EVERY_MS);
    const [first] = stale;
    if (first !== undefined) {
      const latest = stale.reduce((last, { now }) => (now > last ? now : last), first.now);
      await touchSessions(
        tx,
        stale.map(({ row }) => row),
        latest,
      );
    }
    const callers: { output: Caller | null }[] = [];
    for (const item of found) {
      callers.push({
        output: item === null ? null : callerOf(item.row, await departmentsOf(tx, trees, item.row), item.now),
      });
    }
    return callers;
  });
}

/** The tree that the person's reach is read from; nothing for people without a department. */
async function departmentsOf(tx: Tx, trees: Held['trees'], row: SessionRow): Promise<readonly Unit[]> {
  if (row.departmentId === null) return [];
  const known = trees.get(row.tenantId);
  if (known?.version === row.organisationVersion) return known.units;
  const units = await loadUnits(tx, row.tenantId);
  trees.delete(row.tenantId);
  trees.set(row.tenantId, { version: row.organisationVersion, units });
  const oldest = trees.keys().next();
  if (trees.size > TREES_HELD && oldest.done !== true) trees.delete(oldest.value);
  return units;
}

function keyOf(key: SessionKey): string {
  return `${key.tenantId} ${key.tokenHash}`;
}

function isLive(row: SessionRow, now: Date): boolean {
  return row.status === 'active' && row.expiresAt > now && row.lastSeenAt.getTime() + SESSION_IDLE_MS > now.getTime();
}

/** Sessions live in real time; what the person may see is decided by the day in their municipality. */
function callerOf(row: SessionRow, units: readonly Unit[], now: Date): Caller {
  const roles = rolesIn(row.roles);
  const today = dayOf(later(now, row.clockOffset).toISOString());
  return {
    tenantId: row.tenantId,
    accountId: row.accountId,
    party: row.party,
    roles,
    departmentIds:
      row.departmentId === null ? [] : reach(units, row.departmentId, roles.includes('department-head'), today),
    clockOffset: row.clockOffset,
  };
}
