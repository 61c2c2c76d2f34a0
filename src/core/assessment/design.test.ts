import { describe, expect, test } from 'vitest';
import { checkForm, copyInto, designOf } from './index.ts';
import { choice, everyForm, everyType, formOf } from './testing/forms.ts';

const subjects = [
  { id: 'awareness', label: '意識' },
  { id: 'policy', label: 'ポリシーの理解' },
];
const judged = [
  { value: 'right', label: '正しい対応', achievement: 1 },
  { value: 'wrong', label: '誤った対応', achievement: 0 },
];

describe('what a form is made to measure', () => {
  test('is counted from its items; the one that asks for the segment measures nothing', () => {
    const form = formOf(
      [
        ...everyType,
        choice('a', { segments: ['system'], subject: 'policy' }),
        choice('b', { subject: 'policy', options: judged, risk: { lesson: '正しい対応は一つ目です。' } }),
        choice('c', { options: judged, risk: {} }),
      ],
      { segmentItem: 'kind', subjects },
    );
    const design = designOf(form);
    expect(design.items).toBe(form.sections.flatMap(({ items }) => items).length - 1);
    expect(design).toMatchObject({ subjects: ['ポリシーの理解'], riskItems: 2, riskWithoutExplanation: 1 });
    expect(design.withoutSubject).toBe(design.items - 2);
    expect(design.segments).toHaveLength(1);
  });

  test('a form for everybody has no segments, and one whose items all segments share has none either', () => {
    expect(designOf(formOf(everyType)).segments).toEqual([]);
    expect(designOf(everyForm).segments).toEqual([]);
  });

  test('a risk that cannot be misjudged is an error, one without a lesson a warning', () => {
    const kinds = (item: Parameters<typeof choice>[1]) =>
      checkForm(formOf([choice('r', item)], { subjects }))
        .filter(({ kind }) => kind === 'risk' || kind === 'unknown-reference')
        .map(({ severity, kind }) => [severity, kind]);
    expect(kinds({ risk: { lesson: '解説です。' } })).toEqual([['error', 'risk']]);
    expect(kinds({ options: judged, risk: {} })).toEqual([['warning', 'risk']]);
    expect(kinds({ options: judged, risk: { lesson: '解説です。' }, subject: 'policy' })).toEqual([]);
  });

  test('a subject that the form does not have is no subject', () => {
    const whole = formOf([choice('r', { subject: 'policy' })], { subjects });
    const { subjects: _gone, ...form } = whole;
    expect(checkForm(form).map(({ kind }) => kind)).toContain('unknown-reference');
    expect(() => formOf([choice('r', { subject: 'nowhere' })], { subjects })).toThrow('nowhere');
  });

  test('a copied item loses a subject that the form does not know', () => {
    const [item] = formOf([choice('s', { subject: 'policy' })], { subjects }).sections.flatMap(({ items }) => items);
    if (item === undefined) throw new Error('no item');
    expect(copyInto(formOf([choice('x')], { subjects }), item).subject).toBe('policy');
    expect(copyInto(formOf([choice('x')]), item)).not.toHaveProperty('subject');
  });
});
