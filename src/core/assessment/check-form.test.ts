import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Condition, type Questionnaire, questionnaireItems } from '../content-schema/index.ts';
import { checkForm, reachItem, sheetOf, visibilityOf, visibleItems } from './index.ts';
import type { AnswerSheet } from './answer.ts';
import { choice, everyForm, everyType, formOf } from './testing/forms.ts';
import { selfCheckForm, surveyForm } from './testing/sheets.ts';

const kinds = (form: Questionnaire) => checkForm(form).map(({ kind, item }) => [kind, item]);

describe('checkForm', () => {
  it('finds no error in the shipped forms', () => {
    for (const form of [selfCheckForm, surveyForm])
      expect(checkForm(form).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('says every finding in a sentence that names the item', () => {
    const form = formOf([
      choice('x', {
        visibleIf: {
          all: [
            { item: 'y', equals: 'a' },
            { item: 'y', equals: 'b' },
          ],
        },
      }),
      choice('y'),
    ]);
    expect(checkForm(form).map(({ message }) => message)).toEqual([
      '問1の条件が、後にある問2の答えを見ています。順番を入れ替えることを検討してください。',
      '問1は、どのように答えても表示されません。表示する条件を見直してください。',
    ]);
  });

  it.each([
    [
      'a circle of two',
      [
        choice('x', { visibleIf: { item: 'y', answered: true } }),
        choice('y', { visibleIf: { item: 'x', answered: true } }),
      ],
      ['circle', 'x'],
    ],
    ['an item that asks for itself', [choice('x', { visibleIf: { item: 'x', answered: false } })], ['circle', 'x']],
    [
      'an answer that no choice gives',
      [choice('x'), choice('y', { visibleIf: { item: 'x', equals: 'c' } })],
      ['unknown-reference', 'y'],
    ],
    [
      'a number of a text',
      [{ id: 'x', type: 'text' }, choice('y', { visibleIf: { item: 'x', atLeast: 2 } })],
      ['unknown-reference', 'y'],
    ],
    [
      'a number beyond the limit',
      [{ id: 'x', type: 'number', unit: '台', max: 5 }, choice('y', { visibleIf: { item: 'x', atLeast: 6 } })],
      ['unreachable', 'y'],
    ],
    [
      'the child of a hidden parent',
      [
        choice('x'),
        choice('y', { visibleIf: { item: 'x', equals: 'a' } }),
        choice('z', {
          visibleIf: {
            all: [
              { item: 'y', answered: true },
              { item: 'x', equals: 'b' },
            ],
          },
        }),
      ],
      ['unreachable', 'z'],
    ],
    [
      'a duty that never comes',
      [
        choice('x'),
        choice('y', { required: false, visibleIf: { item: 'x', equals: 'a' }, requiredIf: { item: 'x', equals: 'b' } }),
      ],
      ['never-required', 'y'],
    ],
    [
      'the same question twice',
      [choice('x', { question: '鍵を掛けているか。' }), choice('y', { question: '鍵を、掛けているか。' })],
      ['duplicate-wording', 'y'],
    ],
    [
      'the same choice twice',
      [
        {
          id: 'x',
          type: 'single',
          options: [
            { value: 'a', label: 'ある' },
            { value: 'b', label: '「ある」' },
          ],
        },
      ],
      ['duplicate-wording', 'x'],
    ],
    [
      'nearly the same question',
      [
        choice('x', { question: '退庁のときに書庫の鍵を毎日必ず掛けているか。' }),
        choice('y', { question: '退庁のときに書庫の鍵を毎日掛けているか。' }),
      ],
      ['similar-wording', 'y'],
    ],
    [
      'no reason for いいえ',
      [{ id: 'x', type: 'yes-no-na', severity: 1, explanation: { no: 'none', notApplicable: 'reason' } }],
      ['missing-reason-rule', 'x'],
    ],
    [
      'a column that never shows',
      [
        {
          id: 'x',
          type: 'table',
          rowLabel: '行',
          columns: [
            { id: 'c', label: '列', type: 'yes-no' },
            {
              id: 'd',
              label: '次',
              type: 'text',
              visibleIf: {
                all: [
                  { item: 'c', equals: true },
                  { item: 'c', equals: false },
                ],
              },
            },
          ],
        },
      ],
      ['unreachable', 'x'],
    ],
  ])('finds %s', (_, items, expected) => {
    expect(kinds(formOf(items))).toContainEqual(expected);
  });

  it('knows the segments of a form', () => {
    const form = formOf([...everyType, choice('only', { segments: ['vendor'] })], { segmentItem: 'kind' });
    expect(kinds(form)).toContainEqual(['unknown-reference', 'only']);
    const apart = formOf(
      [
        everyType[0] ?? {},
        choice('s', { segments: ['system'] }),
        choice('t', { segments: ['general'], visibleIf: { item: 's', equals: 'a' } }),
      ],
      { segmentItem: 'kind' },
    );
    // A question for general staff that looks at an answer of the system staff only.
    expect(kinds(apart)).toContainEqual(['unreachable', 't']);
    expect(
      checkForm(apart)
        .filter(({ kind }) => kind === 'segment')
        .map(({ message }) => message),
    ).toEqual(['「保護責任者」を選んだ人に表示する設問がありません。対象の区分を見直してください。']);
  });

  it('is silent about what a publisher decided: a reason rule is an error in a self-check only', () => {
    const item = { id: 'x', type: 'yes-no-na', severity: 1, explanation: { no: 'none', notApplicable: 'none' } };
    const severityIn = (type: string) =>
      checkForm(formOf([item], { type })).find(({ kind }) => kind === 'missing-reason-rule')?.severity;
    expect([severityIn('self-check'), severityIn('preliminary-survey')]).toEqual(['error', 'warning']);
  });
});

/** Forms of four items whose conditions look at each other, in circles too. */
const ids = ['w', 'x', 'y', 'z'] as const;
const atom = fc.oneof(
  fc.record({ item: fc.constantFrom(...ids), equals: fc.constantFrom('a', 'b') }),
  fc.record({ item: fc.constantFrom(...ids), answered: fc.boolean() }),
);
const { rule } = fc.letrec<{ rule: Condition }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 2 },
    atom,
    fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
  ),
}));
const forms = fc
  .array(fc.option(rule, { nil: undefined }), { minLength: 4, maxLength: 4 })
  .map((rules) =>
    formOf(ids.map((id, index) => choice(id, rules[index] === undefined ? {} : { visibleIf: rules[index] }))),
  );
const answers = [undefined, 'a', 'b'] as const;
const allSheets: AnswerSheet[] = answers.flatMap((w) =>
  answers.flatMap((x) =>
    answers.flatMap((y) =>
      answers.map((z): AnswerSheet => ({ w: { value: w }, x: { value: x }, y: { value: y }, z: { value: z } })),
    ),
  ),
);

describe('reachItem', () => {
  it('agrees with trying every sheet, wherever conditions go in no circle', () => {
    fc.assert(
      fc.property(forms, (form) => {
        const circles = new Set(checkForm(form).flatMap(({ kind, item }) => (kind === 'circle' ? [item] : [])));
        fc.pre(circles.size === 0);
        for (const item of questionnaireItems(form)) {
          const found = reachItem(form, item);
          const shown = allSheets.some((sheet) => visibleItems(form, sheet).includes(item));
          expect(found.reach).toBe(shown ? 'reachable' : 'unreachable');
          if (found.reach === 'reachable') expect(visibleItems(form, sheetOf(form, found.answers))).toContain(item);
        }
      }),
    );
  });

  it('finds answers that show the item, for every type of item that a condition can look at', () => {
    const rules: Condition[] = [
      { item: 'pledge', equals: 'not-applicable' },
      {
        all: [
          { item: 'media', equals: 'usb' },
          { item: 'media', equals: 'paper' },
          { not: { item: 'media', equals: 'cloud' } },
        ],
      },
      { all: [{ item: 'level', atLeast: 2 }, { not: { item: 'level', atLeast: 3 } }] },
      {
        all: [
          { item: 'habits', equals: 'always' },
          { item: 'habits', equals: 'never' },
        ],
      },
      { all: [{ item: 'count', atLeast: 7 }, { not: { item: 'count', atLeast: 8 } }] },
      { all: [{ item: 'note', answered: true }, { not: { item: 'note', equals: 'x' } }] },
      { item: 'since', equals: '2026-04-01' },
      { item: 'proof', answered: true },
      { item: 'list', answered: true },
      { item: 'kind', in: ['officer'] },
    ];
    for (const visibleIf of rules) {
      const form = formOf([...everyType, choice('last', { visibleIf })], { segmentItem: 'kind' });
      const last = questionnaireItems(form).at(-1);
      const found = last === undefined ? null : reachItem(form, last);
      if (found?.reach !== 'reachable' || last === undefined) throw new Error(JSON.stringify(visibleIf));
      expect(visibleItems(form, sheetOf(form, found.answers))).toContain(last);
    }
  });
});

describe('visibility', () => {
  it('takes an item that is not shown as not answered, whatever the sheet holds', () => {
    const form = formOf([
      choice('x'),
      choice('y', { visibleIf: { item: 'x', equals: 'a' } }),
      choice('z', { visibleIf: { item: 'y', equals: 'a' } }),
    ]);
    const shown = (sheet: AnswerSheet) => visibleItems(form, sheet).map(({ id }) => id);
    expect(shown({ x: { value: 'b' }, y: { value: 'a' } })).toEqual(['x']);
    expect(shown({ x: { value: 'a' }, y: { value: 'a' } })).toEqual(['x', 'y', 'z']);
  });

  it('does not change when answers to hidden items are taken away', () => {
    fc.assert(
      fc.property(forms, fc.constantFrom(...allSheets), (form, sheet) => {
        const { items } = visibilityOf(form, sheet);
        const kept = Object.fromEntries(items.map(({ id }) => [id, sheet[id] ?? {}]));
        expect(visibleItems(form, kept)).toEqual(items);
      }),
    );
  });

  it('follows the segment', () => {
    const form = formOf([...everyType, choice('server', { segments: ['system', 'officer'] })], { segmentItem: 'kind' });
    const sees = (kind: string | undefined) =>
      visibleItems(form, { kind: { value: kind } }).some(({ id }) => id === 'server');
    expect(['general', 'system', 'officer', undefined].map(sees)).toEqual([false, true, true, false]);
    // Forms that do not ask for the segment show everything, as those of earlier years.
    const old = formOf([choice('server', { segments: ['server-room'] })]);
    expect(visibleItems(old, {})).toHaveLength(1);
    expect(visibleItems(everyForm, {})).not.toHaveLength(0);
  });
});
