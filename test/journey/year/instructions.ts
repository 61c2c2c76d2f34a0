/** What the city said in the meeting reaches everybody on the team, and they confirm it (8(1)). */
import { field, group, main, press, section } from '../harness/hand.ts';
import type { Stage } from './stage.ts';

const TITLE = '年明けの確認作業についての指示';

export async function passOnInstruction(stage: Stage): Promise<void> {
  const lead = await stage.open('lead', 'team/instructions');
  const form = section(main(lead), '指示を伝える');
  await field(form, '件名').fill(TITLE);
  await field(form, '内容').fill('追加の書類は1月8日までに情報セキュリティ課を通じて依頼すること。');
  await field(form, '受けた方法').selectOption({ index: 1 });
  for (const name of ['小林 美咲', '岡田 直樹']) {
    await group(form, '伝える担当者')
      .getByRole('checkbox', { name: new RegExp(name) })
      .check();
  }
  await press(lead, 'team/issueInstruction', '伝える', form);
  for (const key of ['assistant', 'quality']) {
    const member = await stage.open(key, 'team/instructions');
    await press(member, 'team/confirmInstruction', '読んだことを確認する', section(main(member), TITLE));
  }
}
