import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOfShare, rotationOf } from './rotation.ts';

const departments = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `d${n}`, name: `課${n}` }));

describe('a share of all departments', () => {
  it('is rounded up', () => {
    expect([countOfShare(0.5, 7), countOfShare(0.5, 8), countOfShare(1 / 3, 9), countOfShare(0.5, 0)]).toEqual([
      4, 4, 3, 0,
    ]);
  });
});

describe('the rotation', () => {
  it('proposes whom two years would leave out first, and says who is outside the cycle', () => {
    const { lines, needed, outsideCycle } = rotationOf({
      fiscalYear: 2023,
      years: 2,
      share: 0.5,
      departments: departments(4),
      audited: new Map([
        ['d0', [2022]],
        ['d1', [2021]],
        ['d2', [2022, 2020]],
      ]),
      targeted: new Set(['d0']),
    });
    expect(needed).toBe(2);
    expect(lines.map(({ due, proposed }) => [due, proposed])).toEqual([
      [false, false],
      [true, true],
      [false, false],
      [false, false],
    ]);
    expect(outsideCycle).toBe(1);
  });

  it('brings every department round within the years when its proposals are followed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 4 }), (count, years) => {
        const audited = new Map<string, number[]>();
        for (let year = 2020; year < 2020 + years * 3; year += 1) {
          const { lines } = rotationOf({
            fiscalYear: year,
            years,
            share: 1 / years,
            departments: departments(count),
            audited,
            targeted: new Set(),
          });
          for (const { departmentId, proposed } of lines)
            if (proposed) audited.set(departmentId, [...(audited.get(departmentId) ?? []), year]);
        }
        for (const { id } of departments(count)) {
          const own = audited.get(id) ?? [];
          expect(own[0]).toBeLessThan(2020 + years);
          for (const [index, year] of own.entries())
            if (index > 0) expect(year - (own[index - 1] ?? 0)).toBeLessThanOrEqual(years);
        }
      }),
    );
  });
});
