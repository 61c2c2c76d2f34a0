import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedText } from './changed-text.ts';
import { allText, runsOf, versionOf } from './inline.ts';

const revision = { author: '総務課', at: '2026-06-01T00:00:00Z' };
const text = fc
  .array(
    fc.constantFrom('情報', '資産', 'は', '、', '毎年', '3年', 'ごとに', '見直す', '。', '\n', '𠮷野', 'ＩＤ', ' '),
    {
      maxLength: 20,
    },
  )
  .map((words) => words.join(''));
const anyText = fc.oneof(text, fc.string({ unit: 'grapheme' }));

test('with all changes accepted it is the new text, with all refused the old one', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const changed = changedText(before, after, revision);
      expect(allText(versionOf(changed, 'after'))).toBe(after);
      expect(allText(versionOf(changed, 'before'))).toBe(before);
    }),
  );
});

test('a text that stays bears no change', () => {
  fc.assert(
    fc.property(anyText, (same) => {
      expect(runsOf(changedText(same, same, revision))).toEqual(same === '' ? [] : [{ text: same }]);
    }),
  );
});

test('Japanese is compared by words, what was struck out stands first', () => {
  const changed = runsOf(changedText('台帳は3年ごとに見直す。', '台帳は毎年見直す。', revision));
  expect(changed.map((run) => ['text' in run ? run.text : '', run.change?.kind])).toEqual([
    ['台帳は', undefined],
    ['3年ごとに', 'deleted'],
    ['毎年', 'inserted'],
    ['見直す。', undefined],
  ]);
});

test('a text too long for words is compared by sentences, one too long for those is replaced', () => {
  const long = Array.from({ length: 900 }, (_, index) => `第${index}条の規定を適用する。`);
  const before = ['初め。', ...long, '終わり。'].join('');
  const after = ['新しい初め。', ...long, '新しい終わり。'].join('');
  const changed = changedText(before, after, revision);
  expect(runsOf(changed).map((run) => run.change?.kind)).toEqual([
    'deleted',
    'inserted',
    undefined,
    'deleted',
    'inserted',
  ]);
  const [one, other] = ['あ。い。', 'う。え。'].map((words) => words.repeat(3000));
  expect(runsOf(changedText(one ?? '', other ?? '', revision))).toHaveLength(2);
});
