import { describe, expect, test } from 'vitest';
import {
  bold,
  bulletList,
  type ConfidentialWord,
  document,
  figure,
  findAssurance,
  findLeaks,
  heading,
  type LeakCheck,
  paragraph,
  refuseAssurance,
  refuseLeaks,
  table,
} from '../index.ts';
import { sampleSvg } from '../testing/sample.ts';
import { ASSURANCE_WORDS } from './assurance-words.ts';

const list: readonly ConfidentialWord[] = [
  { kind: 'person', word: '髙﨑　由美' },
  { kind: 'system', word: '住民記録システムＡ' },
  { kind: 'host', word: 'AOBA-FS 01' },
  { kind: 'department', word: '市民課' },
];
const PUBLIC: LeakCheck = { reader: 'public', list };
const of = (text: string) => findLeaks(document({ title: '題' }, [paragraph(text)]), PUBLIC).map(({ what }) => what);

describe('words of the list are found', () => {
  test.each([
    ['高崎由美が答えた', '氏名'],
    ['髙 﨑 由 美', '氏名'],
    ['高崎課長に聞いた', '氏名'],
    ['住民記録ｼｽﾃﾑaの画面', 'システムの名称'],
    ['ａｏｂａ－ｆｓ０１', '機器又はホストの名称'],
    ['本市民課の窓口', '所属の名称'],
    ['市\n民課', '所属の名称'],
  ])('%s', (text, what) => expect(of(text)).toContain(what));

  test('and similar words are not', () => {
    for (const text of [
      '高崎市の例による',
      '住民記録',
      '市民の課題',
      '第9(1)イ',
      '令和8.12.18',
      '10:30:00',
      '報告書.docx',
      '版1.2.3',
    ])
      expect(of(text)).toEqual([]);
  });
});

describe('addresses that nobody listed are found', () => {
  test.each([
    ['接続先は192.0.2.10であった', 'IPアドレス'],
    ['１９２．０．２．１０／２４', 'IPアドレス'],
    ['192 . 0 . 2 . 10', 'IPアドレス'],
    ['2001:db8::1に届く', 'IPアドレス'],
    ['FE80:0:0:0:202:b3ff:fe1e:8329', 'IPアドレス'],
    ['00-00-5E-00-53-01', 'MACアドレス'],
    ['taro.aoba@city.example.jp', 'メールアドレス'],
    ['intra.city.aoba.lg.jpを見る', 'ホスト名'],
    ['SRV-FILE01の設定', 'ホスト名'],
    ['ＤＢ０２', 'ホスト名'],
    ['\\\\server\\share\\秘', '共有フォルダーの場所'],
  ])('%s', (text, what) => expect(of(text)).toEqual([what]));

  test('but not numbers that only look alike', () => {
    for (const text of ['300.1.2.3', '1.2.3', '192.0.2', '12:30', 'A4', 'ISO/IEC 27001:2022', '第3.1.2節', '::'])
      expect(of(text)).toEqual([]);
  });
});

test('every place is searched, pieces of one text together', () => {
  const leaks = findLeaks(
    document({ title: '市民課の報告', running: 'db01', author: '髙﨑由美', sender: ['市', 'a@b.example'] }, [
      heading(1, '市民課'),
      paragraph(['市', bold('民'), '課']),
      bulletList([{ content: '一', children: [{ content: '192.0.2.1' }] }]),
      table({ caption: '市民課', columns: [{ width: '1fr' }], header: ['db02'], rows: [['一'], ['192.0.2.2']] }),
      figure({
        svg: sampleSvg.replace('業務責任者', '市民課'),
        alt: '市民課の図',
        width: 10,
        height: 10,
        caption: 'db03',
      }),
    ]),
    PUBLIC,
  );
  expect(leaks.map(({ place }) => place)).toEqual([
    '文書の題名',
    '差出人',
    'ページ上部の表記',
    'ファイルのプロパティの作成者',
    '第1「市民課」の見出し',
    '第1「市民課」の段落',
    '第1「市民課」の箇条書き1番目の1番目',
    '第1「市民課」の表「市民課」の題',
    '第1「市民課」の表「市民課」の見出し',
    '第1「市民課」の表「市民課」の2行1列目',
    '第1「市民課」の図の題',
    '第1「市民課」の図の説明文（代替テキスト）',
    '第1「市民課」の図の中の文字',
  ]);
});

test('the refusal names the place', () => {
  const tree = document({ title: '題' }, [heading(1, '結果'), paragraph('192.0.2.10')]);
  expect(() => refuseLeaks(tree, PUBLIC)).toThrow('第1「結果」の段落にIPアドレス「192.0.2.10」');
  expect(() => refuseLeaks(document({ title: '題' }, [paragraph('公開')]), PUBLIC)).not.toThrow();
});

test("a department's edition may hold addresses and the department's own words, not those of the others", () => {
  const check: LeakCheck = { reader: 'department', list, own: ['市民課分室'] };
  const of2 = (text: string) =>
    findLeaks(document({ title: '題' }, [paragraph(text)]), check).map(({ found }) => found);
  expect(of2('市民課分室の192.0.2.10')).toEqual([]);
  expect(of2('市民課分室と市民課')).toEqual(['市民課']);
  expect(() => refuseLeaks(document({ title: '題' }, [paragraph('市民課の話')]), check)).toThrow(
    '所属ごとの版に、ほかの所属についての語が残っているため、作成できません（段落に所属の名称「市民課」）',
  );
});

describe('assurance-like wording', () => {
  const found = (text: string) => findAssurance(document({ title: '題' }, [paragraph(text)])).length;
  test.each([
    '安全性を保証する。',
    '基準に適合していると認める。',
    '運用に問題がないことを確認した。',
    '問題となる点は認められなかったと判断する',
    '対策は適切に実施されていると認める。',
    '対策は万全である。',
    '脆弱性は存在しないことを確認した。',
    '限定的保証を与える',
    '全ての業務が適正である。',
    '安全を請け合う',
    '管理体制が適正であることを証明する。',
    '問題がないことを保証する。',
    '漏えいが な い こ と を確認した',
  ])('%s', (text) => expect(found(text)).toBeGreaterThan(0));

  test.each([
    '対策の状況を保証するものではありません。',
    '全ての業務を対象に対策の状況を請け合うものではありません。',
    '基準に適合していると認めることはできない。',
    '確認した範囲では、指摘とする事項はなかった。',
    '保証型の監査とは異なる。',
    '保証人の氏名',
    '事業者に品質保証の書類を求める。',
    '問題がないか確かめた。',
    '基準に沿った手順があることを確かめた。',
  ])('%s is no promise', (text) => expect(found(text)).toBe(0));

  test('is refused with reason and suggestion; every entry of the list can be found', () => {
    const tree = document({ title: '題' }, [heading(1, '総評'), paragraph('対策は万全である。')]);
    expect(() => refuseAssurance(tree)).toThrow(
      /第1「総評」の段落の「万全である」：対策に絶対はなく.*残るリスクを書いてください/u,
    );
    for (const { reason, suggestion } of ASSURANCE_WORDS) expect(`${reason}${suggestion}`).toMatch(/。.*。$/u);
  });
});
