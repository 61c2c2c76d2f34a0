import { describe, expect, it } from 'vitest';
import { boardQuery, groupsOf, isNarrowed } from './obligation-list.ts';

const query = (address: string, party = 'city') => boardQuery(new URLSearchParams(address), party);

describe('the address of the board', () => {
  it('shows what is open of the own side unless told otherwise', () => {
    expect(query('')).toEqual({
      ...{ party: 'city', state: 'open', group: 'all', page: 1 },
      ...{ capability: '', kind: '', clause: '', person: '', month: '' },
    });
    expect(query('', 'system').party).toBe('all');
  });

  it('takes what it knows and leaves out the rest', () => {
    expect(query('party=all&state=met&group=at-risk&clause=8(2)&month=2026-10&page=3')).toMatchObject({
      ...{ party: 'all', state: 'met', group: 'at-risk', clause: '8(2)', month: '2026-10', page: 3 },
    });
    expect(query('party=x&state=x&group=x&month=2026-13&page=-1')).toMatchObject({
      ...{ party: 'city', state: 'open', group: 'all', month: '', page: 1 },
    });
    expect(query(`clause=${'あ'.repeat(300)}`).clause).toHaveLength(100);
  });

  it('is narrowed by the finer conditions alone', () => {
    expect(isNarrowed(query('state=met&party=all'))).toBe(false);
    expect(isNarrowed(query('person=青空'))).toBe(true);
  });
});

it('duties keep their order inside their groups', () => {
  const duties = [
    { group: 'late' as const, key: 'b' },
    { group: 'week' as const, key: 'a' },
    { group: 'week' as const, key: 'c' },
  ];
  expect(groupsOf(duties).map(({ group, duties: own }) => [group, own.map(({ key }) => key)])).toEqual([
    ['late', ['b']],
    ['week', ['a', 'c']],
  ]);
});
