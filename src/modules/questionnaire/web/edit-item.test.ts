import { describe, expect, it } from 'vitest';
import { selfCheckForm } from '../../../core/assessment/testing/sheets.ts';
import { type Detail, itemsOf } from './client.ts';
import { changeOf, type ItemTexts, sameItem, savedTexts, textsOf } from './edit-item.ts';

const [item, second] = itemsOf(selfCheckForm);
if (item === undefined || second === undefined) throw new Error('the form has no items');
const saved = textsOf(item);
const texts = (change: Partial<ItemTexts['guidance']>, question = saved.question): ItemTexts => ({
  question,
  guidance: { ...saved.guidance, ...change },
});

describe('changeOf', () => {
  it('names only what differs', () => {
    expect(changeOf(item, texts({ why: '約束を確かめるためです。' }), false)).toEqual({
      itemId: item.id,
      guidance: { why: '約束を確かめるためです。' },
    });
    expect(changeOf(item, texts({}, '受け取っているか。'), true)).toEqual({
      itemId: item.id,
      question: '受け取っているか。',
      meaningChanged: true,
    });
  });

  it('reads evidence line by line', () => {
    const change = changeOf(item, texts({ evidence: ' 誓約書の綴り \r\n\n名簿\n' }), false);
    expect(change?.guidance?.evidence).toEqual(['誓約書の綴り', '名簿']);
  });

  it('is nothing when nothing differs', () => {
    expect(changeOf(item, saved, false)).toBeNull();
    expect(changeOf(item, texts({ evidence: `${saved.guidance.evidence}\n\n`, why: '' }), false)).toBeNull();
  });
});

describe('savedTexts', () => {
  it('are those that the change would overwrite', () => {
    expect(savedTexts({ itemId: item.id, question: '直したか。', guidance: { evidence: ['名簿'] } }, item)).toEqual({
      question: saved.question,
      guidance: { evidence: saved.guidance.evidence },
    });
    expect(savedTexts({ itemId: item.id, leftOut: true }, item)).toEqual({ guidance: {} });
    expect(savedTexts({ itemId: item.id, question: '直したか。' }, undefined)).toEqual({});
  });
});

describe('sameItem', () => {
  const detail = { form: selfCheckForm } as Detail;
  const edited = (id: string): Detail => ({
    ...detail,
    form: {
      ...selfCheckForm,
      sections: selfCheckForm.sections.map((section) => ({
        ...section,
        items: section.items.map((one) => (one.id === id ? { ...one, question: '直したか。' } : one)),
      })),
    },
  });

  it('tells a change of this item from a change of another one', () => {
    expect(sameItem(detail, edited(second.id), item.id)).toBe(true);
    expect(sameItem(detail, edited(item.id), item.id)).toBe(false);
  });
});
