import { describe, expect, it } from 'vitest';
import { conditionsOf, rowsOf } from './requirement-rows.ts';

describe('what a record must hold', () => {
  it('comes back from the form as it was', () => {
    const must = {
      copies: { atLeast: 2, atMost: 5 },
      approved: true,
      empty: 0,
      level: { in: ['2', '3'] },
      media: { includes: ['紙', 'CD-ROM'] },
      reason: { present: true },
      remark: { present: false },
      day: { onOrAfter: '2026-04-01', onOrBefore: '2027-03-31' },
      departments: { sizeAtLeast: 3 },
      kind: { not: 'x' },
      form: '紙',
      agreed: false,
      share: { atLeast: { $reading: 'half' } },
      type: { $reading: 'document' },
      meeting: { present: { $reading: 'approval' } },
    };
    expect(conditionsOf(rowsOf(must))).toEqual(must);
  });

  it('reads what people type, full-width digits and all', () => {
    expect(
      conditionsOf([
        { path: 'copies', operator: 'atLeast', value: '１２', reading: null },
        { path: 'copies', operator: 'atMost', value: '20', reading: null },
        { path: 'form', operator: 'in', value: '紙、製本', reading: null },
        { path: '', operator: 'size', value: '1', reading: null },
      ]),
    ).toEqual({ copies: { atLeast: 12, atMost: 20 }, form: { in: ['紙', '製本'] } });
    expect(conditionsOf([])).toBeUndefined();
  });
});
