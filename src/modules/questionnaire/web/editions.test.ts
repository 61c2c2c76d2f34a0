import { describe, expect, it } from 'vitest';
import type { Summary } from './client.ts';
import { byYear, firstPair, titleFor, versionBefore } from './editions.ts';

const version = (id: string, fiscalYear: number, number: number, more: Partial<Summary> = {}): Summary => ({
  id,
  code: 'self-check',
  edition: String(fiscalYear),
  number,
  type: 'self-check',
  fiscalYear,
  title: '自己点検',
  state: 'published',
  items: 30,
  version: 1,
  createdAt: '2026-04-01T00:00:00.000Z',
  publishedAt: null,
  ...more,
});
const list = [
  version('survey', 2027, 1, { code: 'preliminary-survey' }),
  version('a1', 2026, 1),
  version('b1', 2027, 1, { state: 'draft' }),
  version('a2', 2026, 2),
  version('b2', 2027, 2, { state: 'draft' }),
];

describe('versions', () => {
  it('stand under their year, the newest year first', () => {
    expect(byYear(list).map(([year, versions]) => [year, versions.map(({ id }) => id)])).toEqual([
      [2027, ['survey', 'b1', 'b2']],
      [2026, ['a1', 'a2']],
    ]);
  });

  it('come after the newest published one of the same form', () => {
    const before = (id: string) => list.filter((one) => one.id === id).map((one) => versionBefore(list, one)?.id);
    expect([before('b2'), before('a2'), before('a1'), before('survey')]).toEqual([
      ['a2'],
      ['a1'],
      [undefined],
      [undefined],
    ]);
    expect(firstPair(list)).toEqual({ from: 'a2', to: 'b2' });
    expect(firstPair(list.slice(0, 2))).toBeNull();
  });
});

it.each([
  ['令和8年度情報セキュリティ自己点検', '令和9年度情報セキュリティ自己点検'],
  ['情報セキュリティ自己点検', '情報セキュリティ自己点検'],
])('%s of the next year is %s', (title, expected) => {
  expect(titleFor(title, 2026, 2027)).toBe(expected);
});
