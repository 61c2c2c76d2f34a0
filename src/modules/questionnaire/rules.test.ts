import { describe, expect, it } from 'vitest';
import { selfCheckForm } from '../../core/assessment/testing/sheets.ts';
import { questionnaireItems } from '../../core/content-schema/index.ts';
import { compareForms, editForm, effectiveForm, nextEdition } from './rules.ts';

const draft = { form: selfCheckForm, leftOut: [] };
const edited = (changes: Parameters<typeof editForm>[1]) => {
  const result = editForm(draft, changes);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.draft;
};

describe('editForm', () => {
  it('changes wording and keeps what is not named', () => {
    const change = {
      itemId: 'asset-pledge',
      question: '誓約書を毎回受け取っているか。',
      guidance: { why: '約束を確かめるためです。' },
    };
    const [item] = questionnaireItems(edited([change]).form);
    expect(item).toMatchObject({ question: '誓約書を毎回受け取っているか。', revision: 1 });
    expect(item?.guidance).toMatchObject({ why: '約束を確かめるためです。', good: expect.stringContaining('誓約書') });
  });

  it('leaves items out and takes them back', () => {
    const without = edited([{ itemId: 'asset-pledge', leftOut: true }]);
    expect(questionnaireItems(effectiveForm(without))).toHaveLength(29);
    const again = editForm(without, [{ itemId: 'asset-pledge', leftOut: false }]);
    expect(again).toMatchObject({ draft: { leftOut: [] } });
  });

  it.each([
    ['an unknown item', { itemId: 'toString' }, 'changes.0.itemId'],
    ['a question that is no question', { itemId: 'asset-pledge', question: '受け取っている' }, 'changes.0.question'],
    ['guidance without an end', { itemId: 'asset-pledge', guidance: { why: '途中' } }, 'changes.0.guidance.why'],
  ])('refuses %s', (_, change, path) => {
    expect(editForm(draft, [change])).toMatchObject({ problems: [{ path }] });
  });

  it('refuses a form without any item', () => {
    const all = questionnaireItems(selfCheckForm).map((item) => ({ itemId: item.id, leftOut: true }));
    expect(editForm(draft, all)).toMatchObject({ problems: [{ path: 'changes' }] });
  });
});

describe('compareForms', () => {
  it('tells what stays comparable', () => {
    const next = edited([
      { itemId: 'asset-pledge', question: '誓約書を受け取っているか。' },
      { itemId: 'asset-labelling', meaningChanged: true },
      { itemId: 'asset-register', leftOut: true },
    ]);
    const result = compareForms(selfCheckForm, nextEdition(effectiveForm(next), 2027, '令和9年度'));
    const of = (id: string) => result.find((item) => item.id === id)?.comparison;
    expect([
      of('asset-pledge'),
      of('asset-labelling'),
      of('asset-register'),
      of('people-mail'),
      of('system-mail'),
    ]).toEqual(['reworded', 'changed', 'removed', undefined, 'same']);
    expect(
      compareForms(effectiveForm(next), selfCheckForm).find((item) => item.id === 'asset-register')?.comparison,
    ).toBe('added');
  });
});
