import { describe, expect, it } from 'vitest';
import { earlierOf } from './affairs.ts';

const yearOf = (engagementId: string): number => Number(engagementId);
const affair = (id: string, year: number, name: string, department = 'tax', root: string | null = null) => ({
  id,
  engagement_id: String(year),
  name,
  department_id: department,
  root_id: root,
});
const ids = (result: ReturnType<typeof earlierOf>) => [result.continues?.id ?? null, result.candidate?.id ?? null];

describe('affairs over the years', () => {
  const old = affair('old', 2024, '個人住民税の賦課事務');
  const last = affair('last', 2025, '個人住民税の賦課', 'tax', 'old');

  it('the newest one of the same name is proposed, whatever spaces and the closing word', () => {
    const now = affair('now', 2026, '個人住民税の 賦課事務');
    expect(ids(earlierOf(now, [old, last, now], yearOf))).toEqual([null, 'last']);
  });

  it('what the office has said holds, also when the name has changed', () => {
    const now = affair('now', 2026, '市県民税の課税', 'tax', 'old');
    expect(ids(earlierOf(now, [old, last, now], yearOf))).toEqual(['last', null]);
  });

  it('the own department comes first; two others of the name are no answer', () => {
    const now = affair('now', 2026, '窓口', 'citizens');
    const [one, two] = [affair('a', 2025, '窓口', 'tax'), affair('b', 2025, '窓口', 'welfare')];
    expect(ids(earlierOf(now, [one, two, now], yearOf))).toEqual([null, null]);
    expect(ids(earlierOf(now, [one, now], yearOf))).toEqual([null, 'a']);
    const own = affair('c', 2025, '窓口', 'citizens');
    expect(ids(earlierOf(now, [one, two, own, now], yearOf))).toEqual([null, 'c']);
  });

  it('an affair that another one goes on with is not proposed again, nor one of the same or a later year', () => {
    const other = affair('other', 2026, '賦課', 'tax', 'old');
    const now = affair('now', 2026, '個人住民税の賦課');
    expect(ids(earlierOf(now, [old, last, other, now], yearOf))).toEqual([null, null]);
    expect(ids(earlierOf(old, [old, last], yearOf))).toEqual([null, null]);
  });
});
