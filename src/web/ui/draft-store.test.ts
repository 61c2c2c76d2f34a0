import { expect, test } from 'vitest';
import { type DraftStorage, openDraftStore } from './draft-store.ts';

function memory(room = Number.POSITIVE_INFINITY): DraftStorage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      items.set(key, value);
    },
  };
}

const at = (instant: string) => () => new Date(instant);

test('a draft comes back after the page was opened anew, with the version it was begun on', () => {
  const storage = memory();
  openDraftStore(storage, 'a', at('2026-06-01T05:32:00.000Z')).write('finding', { title: ['髙﨑'] }, 3);
  expect(openDraftStore(storage, 'a', at('2026-06-02T00:00:00.000Z')).read('finding')).toEqual({
    value: { title: ['髙﨑'] },
    version: 3,
    savedAt: '2026-06-01T05:32:00.000Z',
  });
});

test('nobody sees or clears the drafts of another account', () => {
  const storage = memory();
  const [first, second] = ['a', 'ab'].map((id) => openDraftStore(storage, id, at('2026-06-01T00:00:00.000Z')));
  first?.write('x', 1);
  second?.write('x', 2);
  first?.clear();
  expect(first?.count()).toBe(0);
  expect(second?.read('x')?.value).toBe(2);
});

test('drafts of more than thirty days ago and unreadable ones are removed when the store is opened', () => {
  const storage = memory();
  const store = openDraftStore(storage, 'a', at('2026-06-01T00:00:00.000Z'));
  store.write('old', 1);
  storage.setItem('machimori:draft:a:broken', '{');
  expect(openDraftStore(storage, 'a', at('2026-06-30T00:00:00.000Z')).read('old')?.value).toBe(1);
  expect(openDraftStore(storage, 'a', at('2026-07-02T00:00:00.000Z')).count()).toBe(0);
});

test('a full storage is told, not thrown', () => {
  expect(openDraftStore(memory(10), 'a', at('2026-06-01T00:00:00.000Z')).write('x', '長い文章')).toBeNull();
});
