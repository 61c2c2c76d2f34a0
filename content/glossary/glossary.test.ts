/** The glossary explains each word once, in words that need no explanation themselves. */
import { describe, expect, it } from 'vitest';
import { glossary } from '../../src/modules/audit-report/glossary.ts';
import { stumblesIn } from '../../src/modules/audit-report/rules/plain.ts';

const { terms, everyday } = glossary();

describe('the glossary', () => {
  it('has every word once', () => {
    const words = terms.flatMap(({ term, also }) => [term, ...also]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    expect(terms.length).toBeGreaterThanOrEqual(100);
  });

  it('explains in sentences that a reader without special knowledge understands', () => {
    const told = terms.map(({ term, plain }) => ({ place: term, text: plain }));
    expect(stumblesIn(told, { terms, everyday }, [])).toEqual([]);
    expect(terms.filter(({ plain }) => !plain.endsWith('。'))).toEqual([]);
  });
});
