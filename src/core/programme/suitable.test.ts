import { describe, expect, it } from 'vitest';
import { proposeItems, suitsKind } from './suitable.ts';

describe('the proposal of items', () => {
  const sections = [
    [
      { id: 'a1', severity: 1 },
      { id: 'a2', severity: 3 },
    ],
    [{ id: 'b1', severity: 2 }],
  ];

  it('takes the gravest of every section first, in the order of the catalogue', () => {
    expect(proposeItems(sections, 2)).toEqual(['a2', 'b1']);
    expect(proposeItems(sections, undefined)).toEqual(['a1', 'a2', 'b1']);
  });
});

describe('what suits a target', () => {
  it('keeps a catalogue for websites away from systems where the programme has both', () => {
    const item = { catalogue: 'website', targets: ['department'] as const };
    expect(suitsKind(item, 'website', ['system', 'website'])).toBe(true);
    expect(suitsKind(item, 'system', ['system', 'website'])).toBe(false);
    expect(suitsKind(item, 'system', ['system'])).toBe(true);
  });

  it('asks a vendor site nothing that is meant for a department', () => {
    expect(suitsKind({ catalogue: null, targets: ['department'] }, 'vendor-site', ['vendor-site'])).toBe(false);
  });
});
