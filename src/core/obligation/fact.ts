import { isDay, type Day } from '../calendar/index.ts';

export type ActorParty = 'city' | 'contractor' | 'vendor' | 'system';

/** One entry of the journal, as far as rules look at it. The stream may arrive in any order; `seq` is its true order. */
export type Fact = {
  seq: number;
  /** Instant of recording, ISO 8601 in UTC. */
  at: string;
  /** Day of recording in Asia/Tokyo. */
  day: Day;
  engagementId: string | null;
  kind: string;
  subject: string;
  actor: { accountId: string | null; party: ActorParty; roles: readonly string[] };
  /** `occurredOn` (a day) is the day on which the thing happened, where that differs from the day of recording. */
  data: Readonly<Record<string, unknown>>;
};

/** The day that counts for a duty: `data.occurredOn` when it is a day, otherwise the day of recording. */
export function factDay(fact: Fact): Day {
  const occurredOn = fact.data['occurredOn'];
  return typeof occurredOn === 'string' && isDay(occurredOn) ? occurredOn : fact.day;
}

/** Order of facts for a rule: by the day that counts, then as recorded. */
export function compareFacts(a: Fact, b: Fact): number {
  const [dayA, dayB] = [factDay(a), factDay(b)];
  return dayA < dayB ? -1 : dayA > dayB ? 1 : a.seq - b.seq;
}

/**
 * The value at a path: `subject`, `fact.kind`, `fact.day`, `actor.party`, `actor.roles`, `actor.accountId`, or a path in `data`
 * (`data.member`, or `member` for short). Undefined when there is none.
 */
export function valueAt(fact: Fact, path: string): unknown {
  switch (path) {
    case 'subject':
      return fact.subject;
    case 'fact.kind':
      return fact.kind;
    case 'fact.day':
      return factDay(fact);
    case 'actor.party':
      return fact.actor.party;
    case 'actor.roles':
      return fact.actor.roles;
    case 'actor.accountId':
      return fact.actor.accountId;
  }
  return dataAt(fact.data, path.startsWith('data.') ? path.slice('data.'.length) : path);
}

/** The value at a dotted path inside plain data. */
export function dataAt(data: unknown, path: string): unknown {
  let value = data;
  for (const name of path.includes('.') ? path.split('.') : [path]) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}

/**
 * The correlation keys at a path: one for a text or number, one per element of a list, none when it is absent. Several
 * paths give every combination of their keys.
 */
export function keysAt(fact: Fact, path: string | readonly string[]): string[] {
  if (typeof path === 'string') return keysAtPath(fact, path);
  return path
    .map((part) => keysAtPath(fact, part))
    .reduce((combined, keys) => combined.flatMap((left) => keys.map((right) => `${left}:${right}`)));
}

function keysAtPath(fact: Fact, path: string): string[] {
  const value = valueAt(fact, path);
  return (Array.isArray(value) ? value : [value]).filter(isKey).map(String);
}

function isKey(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
