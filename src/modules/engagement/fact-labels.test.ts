import { describe, expect, it } from 'vitest';
import { discoverModules } from '../../kernel/discovery.ts';
import { factLabel, LABELLED_KINDS } from './fact-labels.ja.ts';

const kinds = (await discoverModules()).flatMap((module) => Object.keys(module.facts));

describe('names of facts', () => {
  it('exist for every kind that a module writes', () => {
    expect(kinds.filter((kind) => !LABELLED_KINDS.includes(kind))).toEqual([]);
  });

  it('are all different, so that a record is never mistaken for another', () => {
    const names = LABELLED_KINDS.map(factLabel);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
