import { describe, expect, it } from 'vitest';
import { compare, type Compared, countRows } from './compare.ts';

describe('the comparison with the year before', () => {
  const one = (key: string | null, title: string, point: string, reason = ''): Compared => ({
    ...{ key, number: '1', title, point, reason },
  });

  it('finds what stayed whatever the typing, what changed, came and went, with the reason', () => {
    const before = [
      one(null, '鍵の管理', '鍵を、管理しているか。'),
      one(null, '離席', '離席の際に画面を消しているか。'),
      one(null, '旧様式', '旧様式を使っているか。'),
    ];
    const now = [
      one('k1', '鍵の管理', '鍵を管理しているか｡'),
      one('k2', '離席', '離席の際に画面をロックしているか。'),
      one('k3', '持出し', '持出しを記録しているか。'),
    ];
    const rows = compare(now, before, [one('k4', '旧様式', '', '様式を廃止した')]);
    expect(rows.map(({ difference, title }) => [difference, title])).toEqual([
      ['same', '鍵の管理'],
      ['changed', '離席'],
      ['new', '持出し'],
      ['gone', '旧様式'],
    ]);
    expect(rows[3]?.reason).toBe('様式を廃止した');
    expect(countRows(rows)).toEqual({ same: 1, changed: 1, new: 1, gone: 1 });
  });

  it('matches by key before words, so that a weak match takes nothing from a sure one', () => {
    const before = [one('b', '同じ題名', '一か。'), one('a', '同じ題名', '二か。')];
    const rows = compare([one('a', '同じ題名', '二か。'), one('b', '同じ題名', '一か。')], before);
    expect(rows.map(({ difference }) => difference)).toEqual(['same', 'same']);
  });
});
