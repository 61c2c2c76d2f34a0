import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, createCalendar, daysBetween, type Weekday, weekdayOf } from '../../core/calendar/index.ts';
import { progressText, regularDays } from './rules.ts';

const calendar = createCalendar();

describe('regularDays (8(2)-p2)', () => {
  it('takes every second Tuesday and moves a holiday to the next open day', () => {
    const days = regularDays({ from: '2026-08-31', to: '2026-10-06', weekday: 2, everyWeeks: 2 }, calendar);
    // 2026-09-21 to 23 are holidays; 2026-09-15 and 09-29 are ordinary Tuesdays.
    expect(days).toEqual(['2026-09-01', '2026-09-15', '2026-09-29']);
    expect(regularDays({ from: '2026-09-08', to: '2026-09-30', weekday: 2, everyWeeks: 2 }, calendar)).toEqual([
      '2026-09-08',
      '2026-09-24',
    ]);
  });

  it('moves out of the New Year closure', () => {
    expect(regularDays({ from: '2026-12-29', to: '2027-01-10', weekday: 2, everyWeeks: 2 }, calendar)).toEqual([
      '2027-01-04',
    ]);
  });

  it('names only open days inside the period, in order, never more than a fortnight and a closure apart', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 250 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 5 }),
        (start, length, weekday) => {
          const from = addDays('2026-04-01', start);
          const to = addDays(from, length);
          const days = regularDays({ from, to, weekday: weekday as Weekday, everyWeeks: 2 }, calendar);
          for (const [index, day] of days.entries()) {
            expect(calendar.isOpen(day)).toBe(true);
            expect(day >= from && day <= to).toBe(true);
            expect(weekdayOf(day)).toBeLessThan(6);
            const before = days[index - 1];
            if (before !== undefined) expect(daysBetween(before, day)).toBeLessThanOrEqual(14 + 7);
            if (before !== undefined) expect(before < day).toBe(true);
          }
        },
      ),
    );
  });
});

describe('progressText', () => {
  it('counts what happened after the last meeting, by group, and names what is left', () => {
    const text = progressText({
      since: '2026-06-16',
      until: '2026-06-30',
      facts: [
        { kind: 'plan.approved', day: '2026-06-16', data: {} },
        { kind: 'response.submitted', day: '2026-06-17', data: {} },
        { kind: 'response.submitted', day: '2026-06-30', data: {} },
        { kind: 'task.progressed', day: '2026-06-29', data: { status: 'done', clause: '9(1)ア-p1' } },
        { kind: 'session.started', day: '2026-06-29', data: {} },
      ],
      openActions: [{ text: '調査票の確認', due: '2026-07-03' }],
    });
    expect(text).toBe(
      [
        '対象期間：令和8年6月17日から令和8年6月30日まで',
        '',
        '１　実施した事項',
        '【自己点検及び予備調査】',
        '・所属からの回答を2件受け付けました。',
        '【作業項目の完了】',
        '・仕様書の9(1)ア（その1）の作業を終えました。',
        '',
        '２　残っている事項',
        '・調査票の確認（期限：令和8年7月3日）',
      ].join('\n'),
    );
  });

  it('says so when nothing happened', () => {
    const text = progressText({ since: '2026-06-16', until: '2026-06-30', facts: [], openActions: [] });
    expect(text).toContain('この期間に記録された事項はありません。');
    expect(text).toContain('残っているものはありません。');
  });
});
