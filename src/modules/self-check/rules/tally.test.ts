import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyForm } from '../../../core/assessment/testing/forms.ts';
import { selfCheckForm, selfCheckSheet, surveyForm, surveySheet } from '../../../core/assessment/testing/sheets.ts';
import { questionnaireItems } from '../../../core/content-schema/index.ts';
import { analyse } from './analysis.ts';
import { cellsOf, changeOf, choicesOf, countedIn, recount } from './tally.ts';

const ids = questionnaireItems(selfCheckForm).map(({ id }) => id);
const answer = fc.constantFrom(
  { value: 'yes' },
  { value: 'no', reason: '準備中' },
  { value: 'no', reason: '準備中', alternative: '鍵のかかる棚に置く' },
  { value: 'not-applicable', reason: 'ないため' },
);
const sheets = fc
  .array(fc.tuple(fc.constantFrom(...ids), answer), { maxLength: 12 })
  .map((changed) => selfCheckSheet(Object.fromEntries(changed)));

describe('the numbers of a campaign', () => {
  it('are the same whether sheets are counted as they come, are replaced and taken back, or all at the end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ department: fc.nat(4), sheet: fc.option(sheets) }), { maxLength: 20 }),
        (steps) => {
          const standing = new Map<number, ReturnType<typeof selfCheckSheet>>();
          let counts = changeOf(
            Array.from(cellsOf(selfCheckForm), (_, at) => at),
            Array.from(cellsOf(selfCheckForm), (_, at) => at),
          );
          for (const { department, sheet } of steps) {
            const before = standing.get(department);
            const change = changeOf(
              sheet === null ? [] : countedIn(selfCheckForm, sheet),
              before === undefined ? [] : countedIn(selfCheckForm, before),
            );
            counts = counts.map((number, at) => number + (change[at] ?? 0));
            if (sheet === null) standing.delete(department);
            else standing.set(department, sheet);
          }
          const anew = recount(selfCheckForm, [...standing.values()]);
          expect(counts).toEqual(counts.map((_, at) => anew[at] ?? 0));
        },
      ),
    );
  });

  it('count each answer of a sheet once, and nothing of items that are hidden', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const [first] = ids;
        const [item] = analyse(selfCheckForm, [{ departmentId: 'a', bureauName: '局', answers: sheet }]).items;
        expect((item?.yes ?? 0) + (item?.no ?? 0) + (item?.notApplicable ?? 0)).toBe(1);
        const without = Object.fromEntries(Object.entries(sheet).filter(([id]) => id !== first));
        const fewer = countedIn(selfCheckForm, without);
        expect(fewer.length).toBeLessThan(countedIn(selfCheckForm, sheet).length);
      }),
    );
  });

  it('know every kind of item that has choices, and rows of a table one by one', () => {
    const [sheet] = [surveySheet()];
    const twice = recount(surveyForm, [sheet, sheet]);
    for (const { counts } of choicesOf(surveyForm, twice)) for (const { count } of counts) expect(count % 2).toBe(0);
    expect(twice.reduce((sum, number) => sum + number, 0)).toBe(2 * countedIn(surveyForm, sheet).length);
    expect(countedIn(surveyForm, sheet).length).toBeGreaterThan(5);
    const kinds = new Set(cellsOf(everyForm).map(({ item }) => item));
    expect(kinds.size).toBeGreaterThan(4);
  });
});

describe('the numbers of a large city', () => {
  it('take more answers than a call takes arguments', () => {
    const places = Array.from({ length: 400_000 }, (_, index) => index % 40);
    const change = changeOf(places, places.slice(0, 40));
    expect(change).toHaveLength(40);
    expect(new Set(change)).toEqual(new Set([9999]));
  });
});
