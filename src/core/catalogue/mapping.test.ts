import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf, type Mappable, MAPPING_KINDS, pairKey, PROPOSAL, proposeMappings, reversed } from './mapping.ts';

const one = (id: string, title: string, statement: string, references: readonly string[] = []): Mappable => ({
  id,
  title,
  statement,
  references,
});
const CODES = { first: 'city', second: 'state' };

describe('proposals of correspondences', () => {
  const city = [
    one('art1', '記録の取得', '管理者の操作の記録を取得し、一年間保存する。', ['state/s-9']),
    one('art2', '時刻', '機器の時刻を合わせる。', ['ISO/IEC 27001 A.8.17']),
    one('art3', '清掃', '執務室を清潔に保つ。'),
  ];
  const state = [
    one('s-1', '操作の記録', '管理者の操作の記録を取得し、保存する。'),
    one('s-2', '時計の同期', '全ての装置を基準に合わせる。', ['iso/iec 27001　a.8.17']),
    one('s-9', '監視', '異常を検知する。'),
  ];

  it('come from references that both name, from one naming the other, and from wording', () => {
    const proposals = proposeMappings(city, state, CODES, new Set());
    expect(proposals.map(({ from, to }) => [from, to])).toEqual([
      ['art1', 's-9'],
      ['art1', 's-1'],
      ['art2', 's-2'],
    ]);
    expect(proposals[2]?.shared).toEqual(['iso/iec27001a.8.17']);
    expect(proposals[1]?.score).toBeGreaterThanOrEqual(PROPOSAL.similar);
  });

  it('leave out what is settled already, and give no more than three for each', () => {
    const known = new Set([pairKey('art1', 's-1')]);
    expect(proposeMappings(city, state, CODES, known).some(({ to }) => to === 's-1')).toBe(false);
    const many = Array.from({ length: 20 }, (_, at) =>
      one(`m-${at}`, '記録の取得', '管理者の操作の記録を取得し、一年間保存する。'),
    );
    const found = proposeMappings(city, many, CODES, new Set());
    expect(found.filter(({ from }) => from === 'art1')).toHaveLength(PROPOSAL.each);
    expect(found[0]?.kind).toBe('equal');
  });
});

describe('kinds of correspondence', () => {
  it('turned round twice are as they were', () => {
    fc.assert(fc.property(fc.constantFrom(...MAPPING_KINDS), (kind) => reversed(reversed(kind)) === kind));
  });

  it('cover a requirement wholly when the other says the same or more', () => {
    expect(coverageOf([])).toBe('none');
    expect(coverageOf(['related'])).toBe('related');
    expect(coverageOf(['related', 'intersects'])).toBe('partial');
    expect(coverageOf(['superset'])).toBe('partial');
    expect(coverageOf(['superset', 'subset'])).toBe('full');
  });

  it('cover no less with one more of them', () => {
    const order = ['none', 'related', 'partial', 'full'];
    const kinds = fc.array(fc.constantFrom(...MAPPING_KINDS), { maxLength: 5 });
    fc.assert(
      fc.property(kinds, fc.constantFrom(...MAPPING_KINDS), (some, more) => {
        expect(order.indexOf(coverageOf([...some, more]))).toBeGreaterThanOrEqual(order.indexOf(coverageOf(some)));
      }),
    );
  });
});
