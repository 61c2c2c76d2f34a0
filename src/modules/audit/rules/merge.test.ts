import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { merge, SHEET_FIELDS, type SheetText, unchanged } from './merge.ts';

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
const sheet: fc.Arbitrary<SheetText> = fc.record({
  judgement: fc.constantFrom('adequate' as const, 'minor' as const, 'unconfirmed' as const),
  techniques: fc.uniqueArray(fc.constantFrom('interview' as const, 'site-visit' as const)),
  fact: fc.constantFrom('', '確認した。', '施錠されていた。'),
  note: fc.constantFrom('', '係長'),
  evidenceIds: ids,
});

test('what only one side changed is joined, whichever side it was', () => {
  fc.assert(
    fc.property(sheet, sheet, (base, other) => {
      expect(unchanged(merge(base, other, base).merged, other)).toBe(true);
      const { merged, conflicts } = merge(base, base, other);
      expect(conflicts).toEqual([]);
      for (const field of SHEET_FIELDS) expect(merged[field]).toEqual(other[field]);
    }),
  );
});

test('a conflict is a field that both changed, differently; nothing that either wrote is lost without one', () => {
  fc.assert(
    fc.property(sheet, sheet, sheet, (base, mine, theirs) => {
      const { merged, conflicts } = merge(base, mine, theirs);
      for (const field of SHEET_FIELDS) {
        const told = [mine, theirs].map((side) => JSON.stringify([side[field]].flat().toSorted()));
        const before = JSON.stringify([base[field]].flat().toSorted());
        const after = JSON.stringify([merged[field]].flat().toSorted());
        const changed = told.filter((value) => value !== before);
        if (conflicts.includes(field)) expect(new Set(changed).size).toBe(2);
        else if (changed.length > 0) expect(after).toBe(changed[0]);
        else expect(after).toBe(before);
      }
    }),
  );
});

test('evidence that either side added stays', () => {
  fc.assert(
    fc.property(sheet, sheet, sheet, (base, mine, theirs) => {
      const { evidenceIds } = merge(base, mine, theirs).merged;
      const added = [...mine.evidenceIds, ...theirs.evidenceIds].filter((id) => !base.evidenceIds.includes(id));
      for (const id of added) expect(evidenceIds).toContain(id);
      expect(new Set(evidenceIds).size).toBe(evidenceIds.length);
    }),
  );
});
