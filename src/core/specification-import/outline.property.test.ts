import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeSpecification } from './index.ts';
import { KINDS, laidOut, type Branch, type StyleName, written } from './testing.ts';

const HEADINGS = [
  '業務の概要',
  '点検の実施',
  '支援業務',
  '結果の整理',
  '会議の運営',
  '文書の整備',
  '教育の企画',
  '監視の方法',
];
const BODIES = [
  '受託者は、市の定める手順に従い、対象となる各部署の状況を把握した上で、必要な作業を計画的に進めること。',
  '作業に当たっては、市の担当職員と事前に調整し、業務の妨げとならないように配慮すること。',
  '受託者は、得られた結果を整理し、職員が理解しやすい表現を用いて市に説明すること。',
  '受託者は、作業に必要な機器及び環境を自らの負担において用意するものとする。',
];

const bodies = (min: number): fc.Arbitrary<string[]> =>
  fc.array(fc.constantFrom(...BODIES), { minLength: min, maxLength: 2 });
const branch = (depth: number): fc.Arbitrary<Branch> =>
  fc
    .record({
      heading: fc.constantFrom(...HEADINGS),
      body: bodies(0),
      children: depth === 0 ? fc.constant([]) : fc.array(branch(depth - 1), { maxLength: 4 }),
    })
    // A place without text of its own is one only by what stands under it.
    .map((it) => (it.children.length === 0 && it.body.length === 0 ? { ...it, body: [BODIES[0] ?? ''] } : it))
    // A series of one is no series.
    .map((it) => (it.children.length === 1 ? { ...it, children: [...it.children, ...it.children] } : it));
const styles: fc.Arbitrary<StyleName[]> = fc
  .tuple(...KINDS.map((kind) => fc.constantFrom(...kind)))
  .chain((all) =>
    fc.oneof(
      fc.subarray(all, { minLength: 3, maxLength: 5 }),
      fc.constant<StyleName[]>(['decimal', 'decimal', 'decimal']),
    ),
  );
const layout = fc.record({
  width: fc.constantFrom(null, 32, 40, 46),
  page: fc.constantFrom(null, 18, 30),
  spaced: fc.boolean(),
  head: fc.constantFrom(null, '青葉市　情報セキュリティ業務仕様書'),
});

describe('a clause tree written out', () => {
  it('is found again, whatever its numbering, line breaks, pages and running heads', () => {
    fc.assert(
      fc.property(fc.array(branch(2), { minLength: 2, maxLength: 9 }), styles, layout, (branches, names, how) => {
        const { ids, paragraphs } = written(branches, names);
        const { clauses } = proposeSpecification(laidOut(paragraphs, how));
        expect(clauses.map((clause) => clause.id)).toEqual(ids);
      }),
      { numRuns: 120 },
    );
  });

  it('keeps every word of the text in some clause', () => {
    fc.assert(
      fc.property(fc.array(branch(2), { minLength: 2, maxLength: 6 }), styles, (branches, names) => {
        const { paragraphs } = written(branches, names);
        const { clauses } = proposeSpecification(
          laidOut(paragraphs, { width: null, page: null, spaced: false, head: null }),
        );
        const text = clauses.map((clause) => clause.text).join('\n');
        for (const body of branches.flatMap((one) => one.body)) expect(text).toContain(body);
      }),
      { numRuns: 60 },
    );
  });
});

describe('any text at all', () => {
  it('becomes clauses with ids of their own, and never an error', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(
        '１',
        '(1)',
        'ア　',
        '・',
        '※',
        '【】',
        '第１条',
        '1.1.1',
        '①',
        '\t',
        '目次',
        '９月 10月',
        '成果物 内容 納入時期',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (texts) => {
        const { clauses } = proposeSpecification(texts.map((text, at) => ({ text, line: at + 1 })));
        const ids = clauses.map((clause) => clause.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const clause of clauses) {
          const found = [...clause.found.deadlines, ...clause.found.quantities, ...clause.found.cadences];
          for (const one of found) expect(clause.text.slice(one.start, one.end).trim()).not.toBe('');
        }
      }),
      { numRuns: 200 },
    );
  });
});
