/**
 * Drafts of what a person types, kept in the browser per account: they survive a reload, an expired session and a lost
 * connection. Pure apart from the storage that is handed in.
 */
const PREFIX = 'machimori:draft:';
const KEPT_DAYS = 30;

export interface Draft<T = unknown> {
  readonly value: T;
  /** Version of the record on which the draft was begun, where there is one. */
  readonly version: number | null;
  /** Instant, ISO 8601. */
  readonly savedAt: string;
}

export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface DraftStore {
  readonly read: <T>(key: string) => Draft<T> | null;
  /** Null when the browser has no room or refuses storage: the person must be told. */
  readonly write: <T>(key: string, value: T, version?: number | null) => Draft<T> | null;
  readonly remove: (key: string) => void;
  readonly count: () => number;
  readonly clear: () => void;
}

/** Drafts of one account. Drafts older than thirty days are removed when the store is opened. */
export function openDraftStore(storage: DraftStorage, accountId: string, now: () => Date): DraftStore {
  const prefix = `${PREFIX}${accountId}:`;
  const ownKeys = (): string[] =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter(
      (key) => key?.startsWith(prefix) === true,
    ) as string[];

  const store: DraftStore = {
    read: <T>(key: string) => parseDraft<T>(storage.getItem(prefix + key)),
    write: (key, value, version = null) => {
      const draft = { value, version, savedAt: now().toISOString() };
      try {
        storage.setItem(prefix + key, JSON.stringify(draft));
        return draft;
      } catch {
        return null;
      }
    },
    remove: (key) => storage.removeItem(prefix + key),
    count: () => ownKeys().length,
    clear: () => ownKeys().forEach((key) => storage.removeItem(key)),
  };

  const oldest = new Date(now().getTime() - KEPT_DAYS * 86_400_000).toISOString();
  for (const key of ownKeys()) {
    const draft = parseDraft(storage.getItem(key));
    if (draft === null || draft.savedAt < oldest) storage.removeItem(key);
  }
  return store;
}

function parseDraft<T>(text: string | null): Draft<T> | null {
  try {
    const draft: unknown = JSON.parse(text ?? 'null');
    const complete = typeof draft === 'object' && draft !== null && 'value' in draft && 'savedAt' in draft;
    return complete ? (draft as Draft<T>) : null;
  } catch {
    return null;
  }
}

const nowhere: DraftStorage = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: refuse,
  removeItem: () => {},
};

function refuse(): never {
  throw new Error('storage is not available');
}

function browserStorage(): DraftStorage {
  try {
    return globalThis.localStorage ?? nowhere;
  } catch {
    return nowhere;
  }
}

let current: DraftStore | undefined;

/** The shell names the person who is signed in; before that, drafts belong to nobody in particular. */
export function setDraftOwner(accountId: string): void {
  current = openDraftStore(browserStorage(), accountId, () => new Date());
}

export function draftStore(): DraftStore {
  current ??= openDraftStore(browserStorage(), 'nobody', () => new Date());
  return current;
}
