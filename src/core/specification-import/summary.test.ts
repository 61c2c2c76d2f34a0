import { describe, expect, it } from 'vitest';
import { summaryOf } from './summary.ts';

describe('a proposed summary', () => {
  it.each([
    [
      '受託者は、契約締結後１４日以内に業務計画書を作成し、市の承認を得ること。',
      '計画',
      '契約締結後１４日以内に業務計画書を作成し、市の承認を得る。',
    ],
    ['計画の作成\n受注者は、計画を作成するものとする。', '計画の作成', '計画を作成する。'],
    ['なお、乙は第三者に漏らしてはならない。', '秘密', '第三者に漏らしてはならない。'],
    ['受託者は、知り得た情報を目的外に利用してはならない。', '秘密', '知り得た情報を目的外に利用しない。'],
    ['業務計画書（紙で提出する場合は２部）', '業務計画書', '業務計画書。'],
    ['市民課、税務課及び福祉課', '対象', '市民課、税務課及び福祉課。'],
    ['', '件名', '件名'],
  ])('%s', (text, title, summary) => expect(summaryOf(text, title)).toBe(summary));

  it('drops the parts that carry no number and stays within sixty letters', () => {
    const text =
      '受託者は、市の情報資産を守り、職員が安心して仕事を進められるようにするため、国の指針及び市の規程を踏まえ、担当課と十分に協議した上で、年度内に２回以上の点検を行い、結果を報告書に取りまとめて提出すること。';
    const summary = summaryOf(text, '点検');
    expect([...summary].length).toBeLessThanOrEqual(60);
    expect(summary).toContain('２回以上の点検を行い');
    expect(summary).toContain('提出する。');
    expect(summary).not.toContain('受託者');
  });

  it('of one endless word is cut and shown as cut', () => {
    const summary = summaryOf('あ'.repeat(400), '長い');
    expect([...summary].length).toBeLessThanOrEqual(60);
    expect(summary).toContain('…');
  });
});
