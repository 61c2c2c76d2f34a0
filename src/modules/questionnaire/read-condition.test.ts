import { describe, expect, it } from 'vitest';
import { everyForm } from '../../core/assessment/testing/forms.ts';
import type { Condition } from '../../core/content-schema/index.ts';
import { itemCondition } from './condition-words.ts';
import { readCondition } from './read-condition.ts';

const CONDITIONS: readonly Condition[] = [
  { item: 'pledge', equals: 'yes' },
  { item: 'pledge', in: ['yes', 'not-applicable'] },
  { item: 'kind', in: ['general', 'system'] },
  { item: 'level', equals: 3 },
  { item: 'count', atLeast: 10 },
  { item: 'note', answered: true },
  { item: 'media', answered: false },
  { not: { item: 'pledge', equals: 'no' } },
  {
    all: [
      { item: 'pledge', equals: 'yes' },
      { item: 'count', atLeast: 2 },
    ],
  },
  {
    any: [
      { item: 'pledge', equals: 'no' },
      {
        all: [
          { item: 'kind', equals: 'system' },
          { item: 'level', atLeast: 4 },
        ],
      },
    ],
  },
  {
    not: {
      any: [
        { item: 'pledge', equals: 'no' },
        { item: 'note', answered: true },
      ],
    },
  },
];

describe('a condition in words', () => {
  it.each(CONDITIONS.map((rule) => [`${itemCondition(everyForm, rule)}とき`, rule] as const))('%s', (words, rule) => {
    expect(readCondition(everyForm, words)).toEqual(rule);
  });

  it('is none where nothing is written, and understands what people write', () => {
    expect(readCondition(everyForm, '　')).toBeNull();
    expect(readCondition(everyForm, '問２の答えが「はい」のとき。')).toEqual({ item: 'pledge', equals: 'yes' });
  });

  it.each([
    ['問2がはい', '条件を読み取れません'],
    ['問99の答えが「はい」のとき', '問99は、この調査票にありません'],
    ['問2の答えが「たぶん」のとき', '「たぶん」という答えがありません'],
    ['はいのとき', '条件を読み取れません'],
    ['問2の答えが「はい」のとき、かつ問8に答えがあるとき、又は問7に答えがあるとき', '混ざっています'],
  ])('%s is refused with what to do', (words, message) => {
    expect(readCondition(everyForm, words)).toMatchObject({
      message: expect.stringContaining(message.slice(0, 8)) as string,
    });
  });
});
