import { describe, expect, it } from 'vitest';
import { askedSections, bureauCell, NO_BUREAU, tellsBureaus } from './bureaus.ts';

describe('bureaus', () => {
  it('tell departments apart where there are some', () => {
    expect(tellsBureaus(['市民局', NO_BUREAU])).toBe(true);
    expect(tellsBureaus([NO_BUREAU, NO_BUREAU])).toBe(false);
    expect(tellsBureaus([])).toBe(false);
    expect([bureauCell('市民局'), bureauCell(NO_BUREAU)]).toEqual(['市民局', '']);
  });

  it('hold the sections that are asked; a city without bureaus asks all', () => {
    const bureau = { id: 'b', bureauId: null };
    const section = { id: 's', bureauId: 'b' };
    expect(askedSections([bureau, section])).toEqual([section]);
    expect(askedSections([bureau])).toEqual([bureau]);
  });
});
