import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionHolds, type Condition, questionnaireItems } from '../content-schema/index.ts';
import { answerSheet } from './answer-schema.ts';
import {
  type AnswerSheet,
  answerTo,
  askedAnswers,
  exposureOf,
  EXPOSURE_FACTORS,
  holds,
  readAnswer,
  scoreSelfCheck,
  validateSheet,
} from './index.ts';
import { everyForm } from './testing/forms.ts';
import { asset, selfCheckForm, selfCheckSheet, surveyForm, surveySheet } from './testing/sheets.ts';

const complete = { complete: true } as const;
const draft = { complete: false } as const;
const paths = (problems: readonly { path: string }[]) => problems.map(({ path }) => path);

describe('validateSheet', () => {
  it('accepts complete sheets of the shipped forms', () => {
    expect(validateSheet(selfCheckForm, selfCheckSheet(), complete)).toEqual([]);
    expect(validateSheet(surveyForm, surveySheet(), complete)).toEqual([]);
  });

  it('lists unanswered items of a submission in the order of the form, and none of a draft', () => {
    const missing = validateSheet(selfCheckForm, {}, complete);
    expect(missing).toHaveLength(30);
    expect(missing[0]).toMatchObject({
      kind: 'missing',
      path: 'asset-pledge.value',
      message: '問1：回答してください。',
    });
    expect(validateSheet(selfCheckForm, {}, draft)).toEqual([]);
  });

  it.each([
    ['no without words', { value: 'no' }, ['asset-pledge.reason']],
    ['no with blank words', { value: 'no', reason: ' 　', alternative: '' }, ['asset-pledge.reason']],
    ['no with a reason', { value: 'no', reason: '準備中のため' }, []],
    ['no with an alternative', { value: 'no', alternative: '課長が口頭で確かめている' }, []],
    ['not applicable without a reason', { value: 'not-applicable', alternative: '代わり' }, ['asset-pledge.reason']],
    ['not applicable with a reason', { value: 'not-applicable', reason: '任用がない' }, []],
    ['an unknown choice', { value: 'maybe' }, ['asset-pledge.value']],
    ['a wrong type', { value: 3 }, ['asset-pledge.value']],
    ['an over-long reason', { value: 'yes', reason: 'あ'.repeat(1001) }, ['asset-pledge.reason']],
  ])('%s', (_, answer, expected) => {
    expect(paths(validateSheet(selfCheckForm, selfCheckSheet({ 'asset-pledge': answer }), complete))).toEqual(expected);
  });

  it('refuses unknown items and columns also in a draft', () => {
    expect(paths(validateSheet(selfCheckForm, { toString: { value: 'yes' } }, draft))).toEqual(['toString']);
    const row = { ...asset, colour: 'red' };
    expect(paths(validateSheet(surveyForm, { 'asset-table': { value: [row] } }, draft))).toEqual([
      'asset-table.value.0.colour',
    ]);
  });

  it('follows conditions between items and inside a row', () => {
    const room = surveySheet({ 'server-room': { value: 'room' } });
    expect(paths(validateSheet(surveyForm, room, complete))).toEqual(['server-count.value']);
    const other = surveySheet({ 'asset-table': { value: [{ ...asset, 'asset-kind': 'other', outsourced: true }] } });
    expect(paths(validateSheet(surveyForm, other, complete))).toEqual([
      'asset-table.value.0.kind-note',
      'asset-table.value.0.outsourced-to',
    ]);
  });

  it.each([
    ['a number out of bounds', { 'server-count': { value: 501 } }, 'server-count.value'],
    ['a fraction', { 'server-count': { value: 1.5 } }, 'server-count.value'],
    ['a number as text', { 'server-count': { value: '3' } }, 'server-count.value'],
    ['an over-long cell', { 'asset-table': { value: [{ ...asset, 'asset-name': 'あ'.repeat(81) }] } }, 'asset-name'],
    ['a line break in one line', { 'asset-table': { value: [{ ...asset, 'asset-name': 'a\nb' }] } }, 'asset-name'],
    ['a repeated choice', { 'asset-table': { value: [{ ...asset, medium: ['paper', 'paper'] }] } }, 'medium'],
    ['one choice in place of a list', { 'asset-table': { value: [{ ...asset, medium: 'paper' }] } }, 'medium'],
    ['a table answered by a word', { 'asset-table': { value: 'なし' } }, 'asset-table.value'],
    ['too many rows', { 'asset-table': { value: Array.from({ length: 201 }, () => asset) } }, 'asset-table.value'],
  ])('refuses %s', (_, changed, path) => {
    const problems = validateSheet(surveyForm, surveySheet(changed), draft);
    expect(problems.map((problem) => problem.kind)).toEqual(['wrong']);
    expect(problems[0]?.path).toContain(path);
  });

  it('refuses a day that does not exist', () => {
    const service = {
      'service-name': 'A',
      provider: 'B',
      confidentiality: 'grade-2',
      'contract-start': '2026-02-30',
      'in-register': true,
    };
    const sheet = surveySheet({
      'external-service-use': { value: 'yes' },
      'external-service-count': { value: 1 },
      'external-service-table': { value: [service] },
    });
    expect(paths(validateSheet(surveyForm, sheet, complete))).toEqual([
      'external-service-table.value.0.contract-start',
    ]);
  });
});

describe('every type of item', () => {
  const whole = {
    kind: { value: 'general' },
    pledge: { value: 'yes' },
    media: { value: ['paper'] },
    level: { value: 4 },
    habits: { value: { lock: 'always', shred: 'never' } },
    proof: { value: ['0d4f0f1e-5c1b-4a0e-9d0e-111111111111'] },
    since: { value: '2026-04-01' },
    list: { value: [{ name: '端末', lent: true, to: '総務課' }] },
  };

  it('accepts a full sheet, and reads each answer by its item', () => {
    expect(validateSheet(everyForm, whole, complete)).toEqual([]);
    const types = questionnaireItems(everyForm).map((item) => readAnswer(item, answerTo(whole, item.id))?.type);
    expect(types).toEqual([
      'single',
      'yes-no-na',
      'multiple',
      'scale',
      'matrix',
      undefined,
      'date',
      undefined,
      'file',
      'table',
    ]);
  });

  it.each([
    ['a step beyond the scale', { level: { value: 6 } }, 'wrong', 'level.value'],
    ['half a step', { level: { value: 2.5 } }, 'wrong', 'level.value'],
    [
      'an unknown choice in a row',
      { habits: { value: { lock: 'maybe', shred: 'never' } } },
      'wrong',
      'habits.value.lock',
    ],
    [
      'an unknown row',
      { habits: { value: { lock: 'always', shred: 'never', other: 'always' } } },
      'unknown',
      'habits.value.other',
    ],
    ['a row left out', { habits: { value: { lock: 'always' } } }, 'missing', 'habits.value.shred'],
    [
      'a file too many',
      { proof: { value: Array.from({ length: 6 }, (_, n) => `0d4f0f1e-5c1b-4a0e-9d0e-11111111111${n}`) } },
      'wrong',
      'proof.value',
    ],
    ['a list for a matrix', { habits: { value: ['always'] } }, 'wrong', 'habits.value'],
    ['a matrix for a table', { list: { value: { lock: 'always' } } }, 'wrong', 'list.value'],
    ['a file that is no id', { proof: { value: ['../secret'] } }, 'wrong', 'proof.value'],
    ['a hidden answer', { pledge: { value: 'no', reason: '準備中' } }, 'hidden', 'proof.value'],
    ['a hidden cell', { list: { value: [{ name: '端末', lent: false, to: '総務課' }] } }, 'hidden', 'list.value.0.to'],
    ['a text of 100,000 letters', { note: { value: 'あ'.repeat(100_000) } }, 'wrong', 'note.value'],
  ])('refuses %s', (_, changed, kind, path) => {
    const problems = validateSheet(everyForm, { ...whole, ...changed }, complete);
    expect(problems.map((problem) => [problem.kind, problem.path])).toEqual([[kind, path]]);
    expect(problems[0]?.message).toMatch(/^問\d+：.+。$/);
  });

  it('says of a matrix without any answer which rows it lacks', () => {
    const { habits: _none, ...rest } = whole;
    expect(paths(validateSheet(everyForm, rest, complete))).toEqual(['habits.value.lock', 'habits.value.shred']);
  });

  it('keeps a hidden answer and an unfinished matrix in a draft, and takes them away before handing in', () => {
    const unfinished = { ...whole, pledge: { value: 'no', reason: '準備中' }, habits: { value: { lock: 'always' } } };
    expect(validateSheet(everyForm, unfinished, draft)).toEqual([]);
    const asked = askedAnswers(everyForm, { ...unfinished, list: { value: [{ name: 'a', lent: false, to: 'b' }] } });
    expect(Object.keys(asked)).not.toContain('proof');
    expect(asked['list']?.value).toEqual([{ name: 'a', lent: false }]);
  });

  it('travels in the shape of sheets', () => {
    expect(answerSheet.parse(whole)).toEqual(whole);
    expect(() => answerSheet.parse({ habits: { value: { lock: { deep: true } } } })).toThrow();
  });

  it('counts in points what its choices and steps say', () => {
    const score = (changed: AnswerSheet) => scoreSelfCheck(everyForm, { ...whole, ...changed });
    const achieved = (item: string, changed: AnswerSheet = {}) =>
      score(changed).items.find((one) => one.item === item)?.achievement;
    expect([achieved('level'), achieved('level', { level: { value: 1 } }), achieved('habits')]).toEqual([0.75, 0, 0.5]);
    expect(achieved('media')).toBeUndefined();
    const worse = score({ habits: { value: { lock: 'never', shred: 'never' } } });
    expect(worse.gap).toBeGreaterThan(score({}).gap);
    expect(worse.items.find((one) => one.item === 'habits')?.severity).toBe(3);
  });
});

describe('conditions', () => {
  const value = fc.oneof(
    fc.constantFrom('a', 'b', ''),
    fc.integer({ min: 0, max: 3 }),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.constantFrom('a', 'b')),
  );
  const scalar = fc.oneof(fc.constantFrom('a', 'b', ''), fc.integer({ min: 0, max: 3 }), fc.boolean());
  const item = fc.constantFrom('x', 'y', 'z');
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3 },
      fc.record({ item, equals: scalar }),
      fc.record({ item, in: fc.array(scalar, { minLength: 1 }) }),
      fc.record({ item, atLeast: fc.integer({ min: 0, max: 3 }) }),
      fc.record({ item, answered: fc.boolean() }),
      fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('condition') }),
    ),
  }));

  it('hold exactly when the content schemas say so', () => {
    fc.assert(
      fc.property(condition, fc.dictionary(item, value), (rule, answers) => {
        expect(holds(rule, (id) => answers[id])).toBe(conditionHolds(rule, answers));
      }),
    );
  });
});

describe('points', () => {
  const answer = fc.constantFrom(
    { value: 'yes' },
    { value: 'no', alternative: '代わり' },
    { value: 'no', reason: '理由' },
  );
  const ids = Object.keys(selfCheckSheet());

  it('are 100 when everything is done and 0 when nothing is', () => {
    expect(scoreSelfCheck(selfCheckForm, selfCheckSheet())).toMatchObject({ gap: 0, points: 100 });
    const nothing = Object.fromEntries(ids.map((id) => [id, { value: 'no', reason: '未実施' }]));
    expect(scoreSelfCheck(selfCheckForm, nothing)).toMatchObject({ gap: 1, points: 0 });
  });

  it('leave 対象外 out of the whole', () => {
    const sheet = selfCheckSheet({ 'place-server-room': { value: 'not-applicable', reason: 'ない' } });
    expect(scoreSelfCheck(selfCheckForm, sheet).points).toBe(100);
  });

  it('weigh a grave item more than a slight one', () => {
    const grave = scoreSelfCheck(
      selfCheckForm,
      selfCheckSheet({ 'asset-locked-storage': { value: 'no', reason: 'x' } }),
    );
    const slight = scoreSelfCheck(selfCheckForm, selfCheckSheet({ 'asset-labelling': { value: 'no', reason: 'x' } }));
    expect(grave.gap).toBeGreaterThan(slight.gap);
  });

  it('never improve by a worse answer', () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 30, maxLength: 30 }), fc.nat(29), (answers, index) => {
        const before = Object.fromEntries(ids.map((id, place) => [id, answers[place] ?? { value: 'yes' }]));
        const worse = { ...before, [ids[index] ?? '']: { value: 'no', reason: '未実施' } };
        expect(scoreSelfCheck(selfCheckForm, worse).gap).toBeGreaterThanOrEqual(
          scoreSelfCheck(selfCheckForm, before).gap,
        );
      }),
    );
  });
});

describe('exposure', () => {
  const row = fc.record({
    'asset-kind': fc.constantFrom('public-material', 'contract', 'my-number'),
    medium: fc.subarray(['paper', 'removable', 'terminal']),
    confidentiality: fc.constantFrom('grade-1', 'grade-2', 'grade-3a'),
    amount: fc.constantFrom('none', 'under-100', 'over-10000'),
    frequency: fc.constantFrom('yearly', 'daily'),
    storage: fc.constantFrom('locked-cabinet', 'open-shelf'),
    'taking-out': fc.boolean(),
    outsourced: fc.boolean(),
  });
  const of = (rows: readonly object[]) =>
    exposureOf(surveyForm, surveySheet({ 'asset-table': { value: rows as never } }));

  it('stays between 0 and 1, does not fall by a further asset and does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), row, (rows, further) => {
        const [before, after] = [of(rows), of([...rows, further])];
        for (const { id } of EXPOSURE_FACTORS) {
          expect(before[id]).toBeGreaterThanOrEqual(0);
          expect(after[id]).toBeLessThanOrEqual(1);
          expect(after[id]).toBeGreaterThanOrEqual(before[id]);
        }
        expect(of(rows.toReversed())).toEqual(before);
      }),
    );
  });

  it('reads every factor from the shipped form', () => {
    const worst = {
      ...asset,
      'asset-kind': 'my-number',
      medium: ['removable'],
      confidentiality: 'grade-3a',
      amount: 'over-10000',
      frequency: 'daily',
      storage: 'open-shelf',
      'taking-out': true,
      outsourced: true,
      'outsourced-to': 'A',
    };
    const sheet = surveySheet({
      'asset-table': { value: [worst, worst, worst] },
      'visitor-traffic': { value: 'many' },
      'server-room': { value: 'office' },
      'external-service-use': { value: 'yes' },
      'past-incident': { value: 'several' },
    });
    expect(new Set(Object.values(exposureOf(surveyForm, sheet)))).toEqual(new Set([1]));
  });
});
