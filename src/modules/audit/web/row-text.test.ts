import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf, timetableOf, timetableText } from './row-text.ts';

describe('typed rows', () => {
  it('split at either bar and leave out empty lines', () => {
    expect(rowsOf('管理簿｜写し\n\n 誓約書 | 全員分 \n')).toEqual([
      ['管理簿', '写し'],
      ['誓約書', '全員分'],
    ]);
  });

  it('of a timetable take times in either width and refuse other forms', () => {
    expect(timetableOf('９:３０～１０:００｜施錠｜書庫｜係長')).toEqual([
      { from: '09:30', to: '10:00', what: '施錠', where: '書庫', who: '係長' },
    ]);
    expect(timetableOf('朝から｜施錠｜書庫\n9:30-10:00｜施錠')).toEqual([null, null]);
  });

  it('survive being written and read again', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    const word = fc.stringMatching(/^[あ-んア-ヶ一-龠a-z]{1,8}$/u);
    const row = fc.record({ from: time, to: time, what: word, where: word, who: word });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect(timetableOf(timetableText(rows))).toEqual(rows);
      }),
    );
  });
});
