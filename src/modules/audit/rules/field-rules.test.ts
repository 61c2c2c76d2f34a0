import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ComparedFinding, cityWideGroups, groupFindings, inconsistentGroups } from './clustering.ts';
import { draw } from './sampling.ts';
import { missingPoints, sessionWarnings } from './session-rules.ts';
import { similarity } from '../../../core/text/index.ts';

describe('a sample', () => {
  const wanted = fc.record({
    method: fc.constantFrom('random' as const, 'systematic' as const),
    size: fc.integer({ min: 1, max: 100_000 }),
    count: fc.integer({ min: 1, max: 200 }),
    seed: fc.string({ maxLength: 40 }),
  });

  it('is drawn again from the same seed, within the population, none twice, as many as asked for', () => {
    fc.assert(
      fc.property(wanted, (given) => {
        const numbers = draw(given);
        expect(draw(given)).toEqual(numbers);
        expect(new Set(numbers).size).toBe(Math.min(given.count, given.size));
        expect(numbers).toHaveLength(Math.min(given.count, given.size));
        for (const number of numbers) expect(number >= 1 && number <= given.size).toBe(true);
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      }),
    );
  });

  it('changes with the seed', () => {
    const of = (seed: string) => draw({ method: 'random', size: 10_000, count: 20, seed }).join(',');
    expect(of('a')).not.toBe(of('b'));
  });

  it('gives every number its chance', () => {
    const seen = new Map<number, number>();
    for (let seed = 0; seed < 4000; seed += 1)
      for (const number of draw({ method: 'random', size: 10, count: 3, seed: `種${seed}` }))
        seen.set(number, (seen.get(number) ?? 0) + 1);
    // 1,200 expected of each; twelve standard deviations would be 350.
    for (let number = 1; number <= 10; number += 1) expect(Math.abs((seen.get(number) ?? 0) - 1200)).toBeLessThan(200);
  });

  it('keeps its distance when it is systematic', () => {
    const numbers = draw({ method: 'systematic', size: 1000, count: 10, seed: '令和8年度' });
    for (const [index, number] of numbers.slice(1).entries()) expect(number - (numbers[index] ?? 0)).toBe(100);
  });

  it('comes out tomorrow as today: the procedure has an edition', () => {
    expect(draw({ method: 'random', size: 400, count: 5, seed: '2024-09-02' })).toMatchInlineSnapshot(`
      [
        8,
        164,
        260,
        266,
        374,
      ]
    `);
  });
});

describe('groups of findings', () => {
  const finding = (id: string, given: Partial<ComparedFinding>): ComparedFinding => ({
    ...{ id, auditId: id, departmentIds: [id], item: null, title: '', fact: '', grade: null },
    ...given,
  });

  it('are a partition: nothing twice, and nothing alone', () => {
    const any = fc.array(
      fc.record({
        item: fc.option(fc.constantFrom('a', 'b', 'c')),
        title: fc.constantFrom('書庫の施錠', '書庫の施錠の徹底', '利用者IDの棚卸し', ''),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(any, (given) => {
        const groups = groupFindings(given.map((one, index) => finding(String(index), one)));
        const ids = groups.flatMap(({ findingIds }) => findingIds);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { findingIds } of groups) expect(findingIds.length).toBeGreaterThan(1);
      }),
    );
  });

  it('with one grade are consistent; ungraded ones say nothing', () => {
    const same = [
      finding('1', { item: 'a', grade: '指摘' }),
      finding('2', { item: 'a', grade: '指摘' }),
      finding('3', { item: 'a', grade: null }),
    ];
    expect(inconsistentGroups(same)).toEqual([]);
    expect(inconsistentGroups([...same, finding('4', { item: 'a', grade: '意見' })])).toMatchObject([
      { grades: ['意見', '指摘'] },
    ]);
  });

  it('are city-wide over two departments, not over two findings of one', () => {
    const own = { item: 'a', departmentIds: ['d'] };
    expect(cityWideGroups([finding('1', own), finding('2', own)])).toEqual([]);
    expect(cityWideGroups([finding('1', own), finding('2', { item: 'a' })])).toHaveLength(1);
  });

  it('find texts alike that differ in a few words', () => {
    expect(similarity('書庫が施錠されていなかった。', '書庫が施錠されていない。')).toBeGreaterThan(0.6);
    expect(similarity('書庫が施錠されていなかった。', '利用者IDの棚卸しをしていない。')).toBeLessThan(0.3);
  });
});

describe('a session', () => {
  const enough = {
    ...{ auditors: 2, qualified: 1, auditorsAtLeast: 2, qualifiedAtLeast: 1 },
    ...{ minutes: 180, plannedMinutes: 180, unjudged: 0 },
  };

  it('warns of exactly what it lacks', () => {
    expect(sessionWarnings(enough)).toEqual([]);
    expect(sessionWarnings({ ...enough, auditors: 1 })).toHaveLength(1);
    expect(sessionWarnings({ ...enough, qualified: 0, unjudged: 3 })).toHaveLength(2);
  });

  it('misses the points that were not recorded', () => {
    expect(missingPoints(['甲', '乙'], [{ point: '乙' }])).toEqual(['甲']);
  });
});
