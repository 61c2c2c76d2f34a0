import { describe, expect, it } from 'vitest';
import { selfCheckForm } from '../../../core/assessment/testing/sheets.ts';
import { applyEdits, type FormEdit, itemOf } from './build.ts';
import { compareForms, effectiveForm, nextEdition } from './versions.ts';

const item = (id: string) => {
  const found = itemOf(selfCheckForm, id);
  if (found === undefined) throw new Error(`the form has no ${id}`);
  return found;
};
const edited = (edits: readonly FormEdit[]) => {
  const result = applyEdits({ form: selfCheckForm, leftOut: [] }, edits);
  if ('problem' in result) throw new Error(JSON.stringify(result.problem));
  return result.draft;
};

describe('compareForms', () => {
  it('tells what stays comparable', () => {
    const next = edited([
      {
        kind: 'change-item',
        item: { ...item('asset-pledge'), question: '誓約書を受け取っているか。' },
        meaningChanged: false,
      },
      { kind: 'change-item', item: item('asset-labelling'), meaningChanged: true },
      { kind: 'remove-item', item: 'asset-register' },
    ]);
    const result = compareForms(selfCheckForm, nextEdition(effectiveForm(next), 2027, '令和9年度'));
    const of = (id: string) => result.find((one) => one.id === id)?.comparison;
    expect([
      of('asset-pledge'),
      of('asset-labelling'),
      of('asset-register'),
      of('people-mail'),
      of('system-mail'),
    ]).toEqual(['reworded', 'changed', 'removed', undefined, 'same']);
    expect(
      compareForms(effectiveForm(next), selfCheckForm).find((one) => one.id === 'asset-register')?.comparison,
    ).toBe('added');
  });
});
