import { describe, expect, it } from 'vitest';
import { findIn } from './find.ts';

const deadline = (text: string) => findIn(text, 2026).deadlines[0];
const amount = (text: string) => findIn(text, 2026).quantities[0];

describe('deadlines', () => {
  it.each([
    [
      '契約締結後、１４日以内に提出すること。',
      { n: 14, unit: 'days', from: 'contractDate', side: 'within', first: 'exclusive' },
    ],
    ['会議の翌日から起算して五営業日以内に提出すること。', { n: 5, unit: 'business-days', first: 'exclusive' }],
    ['作業当日から起算して５日以内', { n: 5, unit: 'days', first: 'inclusive' }],
    ['資料は、原則２開庁日前に提出すること。', { n: 2, unit: 'opening-days', side: 'before' }],
    ['実施の１週間前までに報告すること。', { n: 7, unit: 'days', side: 'before' }],
    ['終了後二か月以内に', { n: 2, unit: 'months' }],
    ['令和８年９月末までに提供する。', { day: '2026-09-30' }],
    ['令和九年三月二十六日まで', { day: '2027-03-26' }],
    ['２０２７年２月１０日までに', { day: '2027-02-10' }],
    ['日程　令和9年3月下旬', { day: '2027-03-31', notBefore: '2027-03-21' }],
    ['10月まで', { day: '2026-10-31' }],
    ['2月末まで', { day: '2027-02-28' }],
  ])('%s', (text, expected) => {
    expect(deadline(text)).toMatchObject(expected);
  });

  it.each([
    '令和４年３月版のガイドライン',
    '令和７年３月３１日付の通知',
    '令和3年度から令和7年度までの間',
    '第14条に定める',
    '機密性3以上',
    '令和8年2月30日まで',
  ])('%s names none', (text) => {
    expect(findIn(text, 2026).deadlines).toEqual([]);
  });

  it('points to the words it was read from', () => {
    const text = '受託者は、契約締結後、１４日以内に提出すること。';
    const found = deadline(text);
    expect(found && text.slice(found.start, found.end)).toBe('１４日以内');
  });
});

describe('amounts', () => {
  it.each([
    ['アドバイスを行うこと。（上限１０件／月）', { max: 10, unit: '件', bound: 'cap', per: 'month' }],
    ['対象は最大4つとする。', { max: 4, bound: 'at-most' }],
    ['12～13所属程度とする。', { min: 12, max: 13, unit: '所属', bound: 'about' }],
    ['３０，０００千円以上のもの', { min: 30_000, unit: '千円', bound: 'at-least' }],
    ['正本を２部提出すること。', { min: 2, unit: '部', bound: 'exact' }],
    ['１所属当たり１時間半とする。', { min: 1.5, unit: '時間', per: 'each' }],
    ['十二名以上を選任すること。', { min: 12, unit: '名', bound: 'at-least' }],
  ])('%s', (text, expected) => {
    expect(amount(text)).toMatchObject(expected);
  });

  it.each(['業務の一部を委託する。', '第３回の会議', 'ISO27001の認証', '機密性3の情報資産', '1番1号'])(
    '%s names none',
    (text) => {
      expect(findIn(text, 2026).quantities).toEqual([]);
    },
  );
});

describe('cadences', () => {
  it.each([
    ['月に１回開催すること。', { times: 1, every: 1, unit: 'months' }],
    ['２週間に１度は、打合せを行う。', { times: 1, every: 2, unit: 'weeks' }],
    ['隔週で実施する。', { times: 1, every: 2, unit: 'weeks' }],
    ['年２回実施すること。', { times: 2, every: 1, unit: 'years' }],
    ['３か月に１回', { times: 1, every: 3, unit: 'months' }],
  ])('%s', (text, expected) => {
    expect(findIn(text, 2026).cadences).toMatchObject([expected]);
  });
});
