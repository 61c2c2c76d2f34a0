import fc from 'fast-check';
import japaneseHolidays from 'japanese-holidays';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  CalendarError,
  createCalendar,
  dayOf,
  instantAt,
  timeOf,
  daysBetween,
  ERAS,
  firstClearOpenDay,
  fiscalYearLabel,
  fiscalYearOf,
  fiscalYearPeriod,
  formatEra,
  formatEraMonth,
  formatEraShort,
  fromDayNumber,
  HOLIDAY_YEARS,
  holidayName,
  isClear,
  isDay,
  lengthInDays,
  listHolidays,
  monthPartOf,
  monthPartPeriod,
  parseDay,
  toDayNumber,
  weekdayName,
  weekdayOf,
  type Span,
} from './index.ts';

const inTable = fc.integer({ min: toDayNumber('2019-06-01'), max: toDayNumber('2027-06-30') }).map(fromDayNumber);
const solar = fc.integer({ min: toDayNumber('1873-01-01'), max: toDayNumber('2099-12-31') }).map(fromDayNumber);
const codeOf = (run: () => unknown): string => {
  try {
    run();
    return 'no error';
  } catch (error) {
    return error instanceof CalendarError ? error.code : String(error);
  }
};

describe('days', () => {
  test('only existing days are days', () => {
    expect(['2024-02-29', '2100-02-28', '0001-01-01'].every(isDay)).toBe(true);
    expect(['2026-02-29', '2100-02-29', '2026-13-01', '2026-1-1', '0000-01-01', ''].some(isDay)).toBe(false);
    expect(codeOf(() => addDays('2026-02-30', 1))).toBe('invalid-day');
    expect(codeOf(() => addDays('2026-02-01', 0.5))).toBe('invalid-number');
  });

  test('an instant belongs to the day in Tokyo', () => {
    expect(dayOf('2026-06-01T14:59:59.999Z')).toBe('2026-06-01');
    expect(dayOf('2026-06-01T15:00:00.000Z')).toBe('2026-06-02');
    expect(timeOf('2026-06-01T15:04:59.000Z')).toBe('00:04');
    expect(timeOf('2026-06-01T10:05:00+09:00')).toBe('10:05');
    expect(instantAt('2026-06-02', 4)).toBe('2026-06-01T15:04:00.000Z');
    expect(instantAt('2026-06-02', 13 * 60 + 30)).toBe('2026-06-02T04:30:00.000Z');
    expect(dayOf('2026-12-31T23:30:00+09:00')).toBe('2026-12-31');
    expect(codeOf(() => dayOf('2026-06-01'))).toBe('invalid-date-text');
  });

  test('months clamp to the end of the month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-31', 2)).toBe('2026-03-31');
    expect(addMonths('2026-03-31', -13)).toBe('2025-02-28');
    expect(weekdayOf('2026-06-01')).toBe(1);
    expect(weekdayOf('1969-12-28')).toBe(7);
    expect(['2026-06-01', '2026-06-06', '1969-12-28'].map(weekdayName)).toEqual(['月', '土', '日']);
  });

  test('adding and counting days are inverse', () => {
    fc.assert(
      fc.property(solar, fc.integer({ min: -9000, max: 9000 }), (day, n) => {
        const there = addDays(day, n);
        return daysBetween(day, there) === n && lengthInDays(day, there) === n + 1 && addDays(there, -n) === day;
      }),
    );
  });
});

describe('eras', () => {
  test.each([
    ['2026-10-01', '令和8年10月1日', 'R8.10.1'],
    ['2019-05-01', '令和元年5月1日', 'R1.5.1'],
    ['2019-04-30', '平成31年4月30日', 'H31.4.30'],
    ['1989-01-08', '平成元年1月8日', 'H1.1.8'],
    ['1989-01-07', '昭和64年1月7日', 'S64.1.7'],
    ['1926-12-25', '昭和元年12月25日', 'S1.12.25'],
    ['1926-12-24', '大正15年12月24日', 'T15.12.24'],
    ['1912-07-30', '大正元年7月30日', 'T1.7.30'],
    ['1912-07-29', '明治45年7月29日', 'M45.7.29'],
  ])('%s is %s', (day, long, short) => {
    expect(formatEra(day)).toBe(long);
    expect(formatEraShort(day)).toBe(short);
    expect(parseDay(long)).toBe(day);
    expect(parseDay(short)).toBe(day);
  });

  test.each([
    ['令和８年１０月１日（木）', '2026-10-01'],
    ['Ｒ８．１０．１', '2026-10-01'],
    ['㋿8年10月1日', '2026-10-01'],
    ['令和 8 年 10 月 1 日', '2026-10-01'],
    ['2026/10/1', '2026-10-01'],
    ['２０２６年１０月１日', '2026-10-01'],
    ['20261001', '2026-10-01'],
  ])('%s is read as %s', (text, day) => expect(parseDay(text)).toBe(day));

  test.each([
    '昭和64年2月1日',
    '令和0年1月1日',
    '2026-02-30',
    '平成元年1月7日',
    '明治元年1月1日',
    '来週',
    '',
    '10月1日',
  ])('%s is refused', (text) => expect(codeOf(() => parseDay(text))).toBe('invalid-date-text'));

  test('every day from 1873 survives the way there and back', () => {
    fc.assert(fc.property(solar, (day) => parseDay(formatEra(day)) === day && parseDay(formatEraShort(day)) === day));
    expect(ERAS).toHaveLength(5);
    expect(formatEraMonth('2027-02-01')).toBe('令和9年2月');
    expect(codeOf(() => formatEra('1872-12-31'))).toBe('outside-eras');
  });
});

test('fiscal years and thirds of a month', () => {
  expect(fiscalYearOf('2026-03-31')).toBe(2025);
  expect(fiscalYearOf('2026-04-01')).toBe(2026);
  expect(fiscalYearPeriod(2026)).toEqual({ from: '2026-04-01', to: '2027-03-31' });
  expect([2018, 2019, 2026].map(fiscalYearLabel)).toEqual(['平成30年度', '令和元年度', '令和8年度']);
  expect(monthPartPeriod(2027, 2, '下旬')).toEqual({ from: '2027-02-21', to: '2027-02-28' });
  expect(['2027-03-10', '2027-03-11', '2027-03-21'].map(monthPartOf)).toEqual(['上旬', '中旬', '下旬']);
});

describe('holidays', () => {
  test('the table agrees with the holidays computed from the law', () => {
    const computed: string[] = [];
    for (let year = HOLIDAY_YEARS.first; year <= HOLIDAY_YEARS.last; year += 1) {
      for (const { month, date } of japaneseHolidays.getHolidaysOf(year, true)) {
        computed.push(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
      }
    }
    expect(listHolidays().map((holiday) => holiday.day)).toEqual(computed);
  });

  test('an unknown year is an error, never a year without holidays', () => {
    expect(codeOf(() => holidayName('2018-12-31'))).toBe('outside-holiday-table');
    expect(codeOf(() => holidayName('2028-01-01'))).toBe('outside-holiday-table');
    expect(codeOf(() => createCalendar().addBusinessDays('2027-12-27', 10))).toBe('outside-holiday-table');
    expect(holidayName('2026-09-22')).toBe('国民の休日');
    expect(holidayName('2027-03-22')).toBe('休日（振替）');
  });
});

describe('open days', () => {
  const calendar = createCalendar();

  test('closed days have a reason', () => {
    expect(calendar.closedReason('2026-12-29')).toBe('年末年始の閉庁日');
    expect(calendar.closedReason('2026-12-28')).toBeUndefined();
    expect(calendar.closedReason('2027-01-04')).toBeUndefined();
    expect(createCalendar({ closedDays: ['2026-10-19'] }).isOpen('2026-10-19')).toBe(false);
    expect(createCalendar({ yearEnd: null }).isOpen('2026-12-29')).toBe(true);
  });

  test('five business days over the three holidays of September', () => {
    expect(calendar.addBusinessDays('2026-09-17', 5)).toBe('2026-09-29');
    expect(calendar.addBusinessDays('2026-09-17', 5, { inclusive: true })).toBe('2026-09-28');
    expect(calendar.addBusinessDays('2026-09-28', -5, { inclusive: true })).toBe('2026-09-17');
  });

  test('inclusive counting is one day ahead, a closed start is not day one', () => {
    fc.assert(
      fc.property(inTable, fc.integer({ min: 1, max: 60 }), (day, n) => {
        const inclusive = calendar.addBusinessDays(day, n, { inclusive: true });
        expect(calendar.countBusinessDays(day, inclusive)).toBe(n);
        expect(calendar.addBusinessDays(day, n)).toBe(
          calendar.addBusinessDays(day, calendar.isOpen(day) ? n + 1 : n, { inclusive: true }),
        );
        expect(calendar.isOpen(inclusive)).toBe(true);
      }),
    );
  });

  test('counting back undoes counting on from an open day', () => {
    fc.assert(
      fc.property(inTable.filter(calendar.isOpen), fc.integer({ min: 0, max: 60 }), (day, n) => {
        return calendar.addBusinessDays(calendar.addBusinessDays(day, n), -n) === day;
      }),
    );
  });

  test('a longer span never ends earlier, a later start never ends earlier', () => {
    const span: fc.Arbitrary<Span> = fc.record({
      n: fc.integer({ min: 1, max: 40 }),
      unit: fc.constantFrom('days', 'business-days', 'opening-days'),
      first: fc.constantFrom('inclusive', 'exclusive'),
      roll: fc.constantFrom('none', 'next', 'previous'),
    });
    fc.assert(
      fc.property(inTable, span, (day, it) => {
        const end = calendar.addSpan(day, it);
        expect(calendar.addSpan(day, { ...it, n: it.n + 1 }) >= end).toBe(true);
        expect(calendar.addSpan(addDays(day, 1), it) >= end).toBe(true);
        const start = calendar.subtractSpan(day, it);
        expect(calendar.addSpan(start, it) <= day).toBe(true);
        expect(calendar.addSpan(addDays(start, 1), it) > day).toBe(true);
      }),
    );
  });

  test('spans of the Chiba contract', () => {
    const fourteen: Span = { n: 14, unit: 'days', first: 'exclusive', roll: 'none' };
    expect(calendar.addSpan('2026-06-01', fourteen)).toBe('2026-06-15');
    expect(calendar.addSpan('2026-06-01', { ...fourteen, first: 'inclusive' })).toBe('2026-06-14');
    expect(calendar.addSpan('2026-06-01', { ...fourteen, first: 'inclusive', roll: 'previous' })).toBe('2026-06-12');
    expect(calendar.addSpan('2026-06-01', { n: 1, unit: 'months', first: 'inclusive', roll: 'none' })).toBe(
      '2026-06-30',
    );
  });

  test('blackout windows', () => {
    const busy = [{ from: '2027-03-01', to: '2027-03-05', reason: '議会' }];
    expect(firstClearOpenDay(calendar.isOpen, busy, '2027-02-27', '2027-03-31')).toBe('2027-03-08');
    expect(firstClearOpenDay(calendar.isOpen, busy, '2027-02-27', '2027-03-05')).toBeUndefined();
    expect(isClear(busy, '2027-02-20', '2027-02-28')).toBe(true);
    expect(isClear(busy, '2027-02-20', '2027-03-01')).toBe(false);
  });
});
