import { describe, expect, it } from 'vitest';
import { selfCheckForm, surveyForm } from '../../../core/assessment/testing/sheets.ts';
import type { Condition } from '../../../core/content-schema/index.ts';
import { itemsOf } from './client.ts';
import { columnCondition, itemCondition } from './condition-text.ts';
import { answerText, choicesOf, referenceText } from './item-words.ts';

const itemOf = (id: string) => {
  const item = itemsOf(surveyForm).find((candidate) => candidate.id === id);
  if (item === undefined) throw new Error(`the form has no ${id}`);
  return item;
};

describe('conditions in words', () => {
  const words = (rule: Condition) => itemCondition(surveyForm, rule);

  it('name items by their number and values by the words of the form', () => {
    expect(words({ item: 'server-room', in: ['room', 'office'] })).toBe(
      '問3の答えが「専用のサーバ室がある」又は「執務室の中にサーバを置いている」の',
    );
    expect(words({ item: 'server-count', atLeast: 2 })).toBe('問4の答えが2以上の');
  });

  it('keep lists within lists apart', () => {
    const use: Condition = { item: 'external-service-use', equals: 'yes' };
    const noted: Condition = { item: 'survey-note', answered: true };
    expect(words({ all: [use, { any: [noted, { not: use }] }] })).toBe(
      '問5の答えが「ある」のとき、かつ（問9に答えがあるとき、又は「問5の答えが「ある」のとき」に当たらないとき）の',
    );
  });

  it('say so where the item is left out of the version', () => {
    expect(words({ item: 'gone', answered: false })).toBe('この版にない設問に答えがない');
  });

  it('of columns look at the same row', () => {
    const table = itemOf('asset-table');
    if (table.type !== 'table') throw new Error('no table');
    const column = table.columns.find(({ id }) => id === 'outsourced-to');
    if (column?.visibleIf === undefined) throw new Error('no condition');
    expect(columnCondition(table.columns, column.visibleIf)).toBe('「委託・外部サービス」の欄の答えが「はい」の');
  });
});

describe('answers in words', () => {
  it('every item of the shipped forms says how it is answered', () => {
    expect(
      [...itemsOf(surveyForm), ...itemsOf(selfCheckForm)].filter((item) => !answerText(item).endsWith('。')),
    ).toEqual([]);
    expect(answerText(itemOf('asset-table'))).toBe('情報資産を1行に一つずつ、1行以上200行以内で記入します。');
    expect(answerText(itemOf('server-count'))).toBe('1から500までの数を記入します（単位：台）。');
  });

  it('choices say what must be written beside them', () => {
    const [item] = itemsOf(selfCheckForm);
    if (item?.type !== 'yes-no-na') throw new Error('no question');
    expect(choicesOf(item).map(({ label, note }) => [label, note])).toEqual([
      ['はい', undefined],
      ['いいえ', '理由か、代わりに行っている対策を記入します。'],
      ['対象外', '理由を記入します。'],
    ]);
    expect(choicesOf({ ...item, allowNotApplicable: false })).toHaveLength(2);
    expect(choicesOf(itemOf('survey-note'))).toEqual([]);
  });
});

describe('referenceText', () => {
  it.each([
    ['city-standard', 'art17', '対策基準 第17条'],
    ['city-guideline', 'g6-1', '外部サービス利用ガイドライン 6-1'],
    ['mic-policy-guideline', '5.1', '総務省ポリシーガイドライン 対策基準 5.1'],
    ['mic-policy-guideline', 'ch9-self-check', '総務省ポリシーガイドライン 対策基準 9'],
    ['mic-audit-guideline', 'item-1', '総務省監査ガイドライン No.1'],
    ['own-rule', 'annex-b', 'own-rule annex-b'],
  ])('%s %s', (standard, provision, expected) => {
    expect(referenceText({ standard, provision })).toBe(expected);
  });
});
