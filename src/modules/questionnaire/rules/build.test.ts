import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selfCheckForm, surveyForm } from '../../../core/assessment/testing/sheets.ts';
import { everyForm, formOf, options } from '../../../core/assessment/testing/forms.ts';
import { type FormItem, parseDraft, questionnaireItems } from '../../../core/content-schema/index.ts';
import { applyEdits, type Draft, type FormEdit, itemOf } from './build.ts';
import { copyInto, ownChoices } from '../../../core/assessment/index.ts';
import { effectiveForm } from './versions.ts';

const draft: Draft = { form: selfCheckForm, leftOut: [] };
const after = (edits: readonly FormEdit[], from: Draft = draft): Draft => {
  const result = applyEdits(from, edits);
  if ('problem' in result) throw new Error(JSON.stringify(result.problem));
  return result.draft;
};
const problem = (edits: readonly FormEdit[]) => {
  const result = applyEdits(draft, edits);
  return 'problem' in result ? result.problem : null;
};
const ids = (one: Draft) => questionnaireItems(effectiveForm(one)).map(({ id }) => id);
const texts = { description: '', visibleIf: null, segments: [] };
const [first, second] = selfCheckForm.sections;
if (first === undefined || second === undefined) throw new Error('the form has no sections');
const pledge = first.items[0] as FormItem;

describe('applyEdits', () => {
  it('moves an item within its section and into another one', () => {
    const [a, b, c] = first.items.map(({ id }) => id);
    const down = after([{ kind: 'move-item', item: pledge.id, section: first.id, to: 1 }]);
    expect(ids(down).slice(0, 3)).toEqual([b, a, c]);
    const across = after([{ kind: 'move-item', item: pledge.id, section: second.id, to: 0 }]);
    expect(across.form.sections[1]?.items[0]?.id).toBe(pledge.id);
    expect(ids(across)).toHaveLength(30);
  });

  it('leaves items out and takes them back to their place', () => {
    const without = after([{ kind: 'remove-item', item: pledge.id }]);
    expect(ids(without)).toHaveLength(29);
    expect(effectiveForm(without).sections[0]?.items[0]?.number).toBe(1);
    expect(ids(after([{ kind: 'restore-item', item: pledge.id }], without))).toEqual(ids(draft));
  });

  it('adds a section and an item, and removes a section only when nothing is in it', () => {
    const item = { ...pledge, id: 'q-new' };
    const grown = after([
      { kind: 'add-section', section: 'more', title: '追加', ...texts },
      { kind: 'add-item', section: 'more', item },
      { kind: 'move-section', section: 'more', to: 0 },
    ]);
    expect(grown.form.sections[0]).toMatchObject({ id: 'more', number: 1, items: [{ id: 'q-new', number: 1 }] });
    const full = applyEdits(grown, [{ kind: 'remove-section', section: 'more' }]);
    expect(full).toMatchObject({ problem: { message: expect.stringContaining('削除できません') } });
    const emptied = after(
      [
        { kind: 'remove-item', item: 'q-new' },
        { kind: 'remove-section', section: 'more' },
      ],
      grown,
    );
    expect(emptied).toMatchObject({ leftOut: [], form: { sections: { length: selfCheckForm.sections.length } } });
  });

  it('raises the revision of an item only when its meaning changes', () => {
    const change = (meaningChanged: boolean, revision: number): number | undefined =>
      itemOf(after([{ kind: 'change-item', item: { ...pledge, revision }, meaningChanged }]).form, pledge.id)?.revision;
    expect([change(false, 7), change(true, 7)]).toEqual([1, 2]);
  });

  it.each<[string, FormEdit]>([
    ['an item that is there already', { kind: 'add-item', section: first.id, item: pledge }],
    ['an item that is not there', { kind: 'change-item', item: { ...pledge, id: 'gone' }, meaningChanged: false }],
    ['a section that is not there', { kind: 'add-item', section: 'gone', item: { ...pledge, id: 'new' } }],
    ['a question for the segment that is no choice', { kind: 'ask-segment', item: pledge.id }],
    ['an item that was never left out', { kind: 'restore-item', item: pledge.id }],
  ])('refuses %s and says which edit it was', (_, edit) => {
    expect(problem([{ kind: 'move-section', section: first.id, to: 0 }, edit])).toMatchObject({
      path: '1',
      message: expect.stringMatching(/。$/),
    });
  });

  it('keeps every item, its number and the shape of the form, whatever is done', () => {
    const item = fc.constantFrom(...questionnaireItems(selfCheckForm).map(({ id }) => id));
    const section = fc.constantFrom(...selfCheckForm.sections.map(({ id }) => id));
    const to = fc.nat(12);
    const edit: fc.Arbitrary<FormEdit> = fc.oneof(
      fc.record({ kind: fc.constant('move-item' as const), item, section, to }),
      fc.record({ kind: fc.constant('move-section' as const), section, to }),
      fc.record({ kind: fc.constant('remove-item' as const), item }),
      fc.record({ kind: fc.constant('restore-item' as const), item }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const result = applyEdits(draft, edits);
        if ('problem' in result) return;
        const { form, leftOut } = result.draft;
        expect(
          questionnaireItems(form)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(ids(draft).toSorted());
        const shown = questionnaireItems(effectiveForm(result.draft));
        expect(shown.map(({ number }) => number)).toEqual(shown.map((_, index) => index + 1));
        expect(shown).toHaveLength(30 - leftOut.length);
        expect(form.sections.map(({ number }) => number)).toEqual(form.sections.map((_, index) => index + 1));
      }),
      { numRuns: 50 },
    );
    expect(() => parseDraft(JSON.parse(JSON.stringify(draft.form)))).not.toThrow();
  });
});

describe('copyInto', () => {
  it('takes the choices along and leaves behind what the form does not know', () => {
    const count = questionnaireItems(surveyForm).find(({ id }) => id === 'external-service-count');
    const asking = questionnaireItems(surveyForm).find(({ id }) => id === 'external-service-use');
    if (count === undefined || asking === undefined) throw new Error('the survey has no services');
    expect(copyInto(selfCheckForm, count).visibleIf).toBeUndefined();
    expect(copyInto(surveyForm, count).visibleIf).toEqual(count.visibleIf);
    const table = questionnaireItems(surveyForm).find(({ type }) => type === 'table');
    expect(JSON.stringify(table === undefined ? null : ownChoices(table))).not.toContain('optionSet');
  });

  it('keeps segments that the form asks for', () => {
    const [item] = questionnaireItems(
      formOf([{ id: 'x', type: 'single', options: options('a', 'b'), segments: ['system', 'vendor'] }]),
    );
    if (item === undefined) throw new Error('no item');
    expect([copyInto(everyForm, item).segments, copyInto(selfCheckForm, item).segments]).toEqual([['system'], ['all']]);
  });
});
