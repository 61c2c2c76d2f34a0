/** The third round of advice on the city's rules (9(2)). */
import { confirm, field, main, pick, press, section, unfold } from '../harness/hand.ts';
import type { Stage } from './stage.ts';

const DOCUMENT = '外部サービス利用に係るガイドライン（改正案）';

export async function requestSupport(stage: Stage): Promise<void> {
  const office = await stage.open('office', 'policy');
  const page = main(office);
  await unfold(page, '助言を求める');
  await pick(page, '見直しのきっかけ', '情報セキュリティ監査の結果');
  await field(page, '対象の資料').fill(DOCUMENT);
  await field(page, '助言を求める内容').fill('監査で見つかった課題を踏まえた改正案について助言をお願いします。');
  await press(office, 'policy/requestSupport', '依頼を送る');
}

/** Two proposals; the second row is added on the page. The office closes the request. */
export async function advise(stage: Stage): Promise<void> {
  const lead = await stage.open('lead', 'policy');
  const request = main(lead).getByRole('article').filter({ hasText: DOCUMENT });
  await field(request, '助言の要旨').fill('契約書に記載する項目の例を付けることで、所属での記載漏れを防げます。');
  await request.getByRole('button', { name: '提案を追加する', exact: true }).click();
  for (const [number, provision, proposed] of [
    [1, '別紙　契約書に記載する項目', '情報の保存場所、事故時の連絡及び利用終了時の消去について、記載例を示す。'],
    [2, '第5条（利用の終了）', '利用を終えるときは、消去の証明を受け取り、台帳に記録する。'],
  ] as const) {
    await field(request, `提案${number}の条項`).fill(provision);
    await field(request, `提案${number}の改正案`).fill(proposed);
    await field(request, `提案${number}の理由`).fill('監査した契約に共通して、記載が見当たらなかったため。');
    await field(request, `提案${number}の根拠`).fill('令和8年度情報セキュリティ監査の結果');
  }
  await press(lead, 'policy/advise', '助言を登録する', request);
  const office = await stage.open('office', 'policy');
  const open = section(main(office), DOCUMENT).last();
  await confirm(office, 'policy/closeSupport', 'この依頼を終える', open);
}
