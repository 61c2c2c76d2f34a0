import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../core/calendar/index.ts';
import { barOf, groupTasks, monthsOf, yearSpans } from './schedule.ts';

const days = fc.integer({ min: 0, max: 1200 }).map((offset) => addDays('2026-04-01', offset));

describe('months of a period', () => {
  it('are all months that the period touches, over the turn of the year', () => {
    const months = monthsOf('2026-06-01', '2027-03-31');
    expect(months.map(({ label }) => label)).toEqual([
      '6月',
      '7月',
      '8月',
      '9月',
      '10月',
      '11月',
      '12月',
      '1月',
      '2月',
      '3月',
    ]);
    expect(months.at(-2)).toMatchObject({ from: '2027-02-01', to: '2027-02-28' });
    expect(yearSpans(months)).toEqual([
      { label: '令和8年', count: 7 },
      { label: '令和9年', count: 3 },
    ]);
  });

  it('follow one another without a gap', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const months = monthsOf(from, to);
        expect(months[0]?.from.slice(0, 7)).toBe(from.slice(0, 7));
        expect(months.at(-1)?.to.slice(0, 7)).toBe(to.slice(0, 7));
        for (const [index, month] of months.slice(1).entries()) {
          expect(month.from).toBe(addDays(months[index]?.to ?? '', 1));
        }
      }),
    );
  });
});

describe('a bar', () => {
  const [june, july, august] = monthsOf('2026-06-01', '2026-08-31');

  it('says its first and last day where it begins and ends', () => {
    if (june === undefined || july === undefined || august === undefined) throw new Error('three months');
    expect(barOf(june, '2026-06-08', '2026-06-15')).toEqual({ part: 'whole', text: '8～15' });
    expect(barOf(june, '2026-06-08', '2026-06-08').text).toBe('8');
    expect(barOf(june, '2026-06-08', '2026-08-03')).toEqual({ part: 'start', text: '8～' });
    expect(barOf(july, '2026-06-08', '2026-08-03').part).toBe('middle');
    expect(barOf(august, '2026-06-08', '2026-08-03')).toEqual({ part: 'end', text: '～3' });
    expect(barOf(july, '2026-06-08', '2026-06-30').part).toBe('none');
  });

  it('has exactly one beginning and one end over the months of its period', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const parts = monthsOf(from, to).map((month) => barOf(month, from, to).part);
        const middle = parts.slice(1, -1).map(() => 'middle');
        expect(parts).toEqual(parts.length === 1 ? ['whole'] : ['start', ...middle, 'end']);
      }),
    );
  });
});

describe('tasks by work item', () => {
  const chapters = [
    { clause: '9(1)ア', title: '計画', clauses: ['9(1)ア-p1', '9(1)ア(ア)'] },
    { clause: '9(2)', title: '支援', clauses: ['9(2)※'] },
  ];
  const of = (...clauses: string[]) =>
    clauses.map((clause) => ({ clause, owner: clause.startsWith('9【') ? 'city' : 'contractor' }));

  it('stand under their chapter, the city’s before them, delivery after them; empty ones are left out', () => {
    const groups = groupTasks(of('11-p1', '9(1)ア-p1', '9【監査対象課】-p2', '9(1)ア(ア)'), chapters);
    expect(groups.map(({ clause, tasks }) => [clause, tasks.map((task) => task.clause)])).toEqual([
      [null, ['9【監査対象課】-p2']],
      ['9(1)ア', ['9(1)ア-p1', '9(1)ア(ア)']],
      [null, ['11-p1']],
    ]);
  });

  it('lose no task', () => {
    const clause = fc.constantFrom('9(1)ア-p1', '9(2)※', '11(1)ア', '9【概要】', '8(2)');
    fc.assert(
      fc.property(fc.array(clause), (clauses) => {
        const grouped = groupTasks(of(...clauses), chapters).flatMap(({ tasks }) => tasks);
        expect(grouped).toHaveLength(clauses.length);
      }),
    );
  });
});
