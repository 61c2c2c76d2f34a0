/**
 * What a person takes along on a device, for work without a connection: values and files by key, in the browser's own
 * database. Unlike drafts it holds files and is emptied at sign-out. Keys begin with the account, so that nobody else's
 * are ever read.
 */
const DATABASE = 'machimori-device';
const STORE = 'kept';

let opening: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(reasonOf(request.error)));
  });
  // A failed opening may be tried again: the person may have made room.
  opening.catch(() => {
    opening = undefined;
  });
  return opening;
}

const reasonOf = (error: DOMException | null): Error => error ?? new Error('the device database cannot be used');

async function act<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    const request = work(transaction.objectStore(STORE));
    // Only a finished transaction is on the disk.
    transaction.addEventListener('complete', () => resolve(request.result));
    transaction.addEventListener('abort', () => reject(reasonOf(transaction.error)));
  });
}

/** The instant by the device's own clock: the only one there is without a connection. */
export const deviceNow = (): string => new Date().toISOString();

export interface DeviceStore {
  readonly read: <T>(key: string) => Promise<T | null>;
  /** @throws when the device has no room or refuses storage: the person must be told. */
  readonly write: (key: string, value: unknown) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  readonly keys: (prefix: string) => Promise<readonly string[]>;
}

/** The part of the device's store that belongs to one account. */
export function deviceStore(accountId: string): DeviceStore {
  const own = `${accountId}/`;
  return {
    read: async <T>(key: string) => ((await act('readonly', (store) => store.get(own + key))) as T | undefined) ?? null,
    write: async (key, value) => {
      await act('readwrite', (store) => store.put(value, own + key));
    },
    remove: async (key) => {
      await act('readwrite', (store) => store.delete(own + key));
    },
    keys: async (prefix) => {
      const range = IDBKeyRange.bound(own + prefix, `${own}${prefix}\uffff`);
      const found = await act('readonly', (store) => store.getAllKeys(range));
      return found.map((key) => (typeof key === 'string' ? key.slice(own.length) : ''));
    },
  };
}

/** Removes everything that this account has on the device. */
export async function clearDevice(accountId: string): Promise<void> {
  const store = deviceStore(accountId);
  for (const key of await store.keys('')) await store.remove(key);
}
