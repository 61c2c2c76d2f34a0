/** Rows that people add in a spreadsheet reach the operations of every module, and the list then comes back unchanged. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneChunk } from '../../kernel/blob.ts';
import type { Caller } from '../../kernel/caller.ts';
import type { Role } from '../../kernel/role.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { engagementContract } from '../engagement/contract.ts';
import { teamContract } from '../team/contract.ts';
import { exchangeContract } from './contract.ts';

let test: TestApplication;
let engagementId: string;

beforeAll(async () => {
  test = await startTestApplication({ start: '2026-06-10T00:00:00.000Z' });
  engagementId = await engagementOf('chiba-2026', '2026-06-01');
  elsewhere.set('duty.supervisor', await engagementOf('fukuoka-2025', '2025-04-21'));
  elsewhere.set('duty.eco', await engagementOf('koganei-2023', '2023-04-03'));
  const kyoto = await engagementOf('kyoto-2024', '2024-05-01');
  for (const list of ['duty.report-request', 'duty.third-party-work', 'duty.disclosure']) elsewhere.set(list, kyoto);
}, 120_000);
afterAll(() => test.close());

/** An engagement; that of the running year with one member, who is the lead. */
async function engagementOf(specification: string, contractDate: string): Promise<string> {
  const manager = test.caller(['project-manager']);
  const { engagementId: made } = await test.application.client(engagementContract, manager).createEngagement({
    ...{ specification, contractDate, contractor: '青空監査法人', places: ['市役所'] },
    client: { department: '情報課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
  });
  // The other specifications' years are over: nobody begins to work under them.
  if (specification !== 'chiba-2026') return made;
  const team = test.application.client(teamContract, manager);
  const { roles } = await team.getTeam({ engagementId: made });
  const { id: memberId } = await team.assignMember({
    ...{ engagementId: made, name: '髙﨑　薫', firm: '青空監査法人', department: '監査部', roles: [...roles] },
    ...{ handlesMyNumber: false, accountId: null },
  });
  await team.appointLead({ engagementId: made, memberId });
  return made;
}

type Values = Readonly<Record<string, string>>;

const people = new Map<Role, Caller>();
function as(role: Role): Caller {
  const caller = people.get(role) ?? test.caller([role]);
  people.set(role, caller);
  return caller;
}
const exchange = (role: Role) => test.application.client(exchangeContract, as(role));
/** Engagements of other specifications, for what only they ask. */
const elsewhere = new Map<string, string>();
const quote = (value: string): string => `"${value.replaceAll('"', '""')}"`;
const scope = (list: string) => ({
  list,
  engagementId: list.startsWith('questionnaire.') ? null : (elsewhere.get(list) ?? engagementId),
  subject: null,
});

async function csvOf(role: Role, list: string): Promise<string> {
  return new TextDecoder().decode((await exchange(role).downloadList({ ...scope(list), format: 'csv' })).bytes);
}
async function preview(role: Role, list: string, text: string) {
  const sent = await test.application.upload(as(role), '一覧.csv', oneChunk(new TextEncoder().encode(text)));
  const looked = await exchange(role).previewList({ ...scope(list), fileId: sent.id });
  return { ...looked, fileId: sent.id };
}
/** The titles stand in the line that has all of them. */
function titlesOf(csv: string): string[] {
  const [header = ''] = csv.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  return header.split(',').map((title) => title.replaceAll('"', ''));
}
async function withRow(role: Role, list: string, row: Values): Promise<string> {
  const csv = await csvOf(role, list);
  const titles = titlesOf(csv);
  const unknown = Object.keys(row).filter((title) => !titles.includes(title));
  if (unknown.length > 0) throw new Error(`${list} has no ${unknown.join()}: ${titles.join()}`);
  return `${csv.trimEnd()}\r\n${titles.map((title) => quote(row[title] ?? '')).join(',')}\r\n`;
}

/** What the specification of the year wants to be read before work begins. */
const RULES = ['情報セキュリティ対策基本方針', '情報セキュリティ関連規程', 'ガイドライン等'];

const ROWS: readonly (readonly [list: string, role: Role, row: Values])[] = [
  [
    'deliverables.preexisting-works',
    'audit-lead',
    { 著作物: '点検票の原型', 権利者: '青空監査法人', 使ったところ: '調査票' },
  ],
  ['deliverables.after-care', 'security-office', { 種類: '問い合わせ', 内容: '報告書の図を直せますか。' }],
  [
    'deliverables.rest-materials',
    'project-manager',
    { 資料: '作業用の写し', 納める: '', 納めない理由: '写しである。' },
  ],
  [
    'consultation.consultations',
    'security-office',
    {
      ...{ 件名: '画面の共有', 相談の内容: '画面を共有してよいか。', 分類: 'その他', 受付の方法: '電話' },
      ...{ 相談した者: '市民課', 受付の日: '2026-06-09' },
    },
  ],
  [
    'engagement.agreed-points',
    'security-office',
    { 条項: '9(1)ア-p1', 事項: '部数', 決定: '2部とする。', 決めた日: '令和8年6月9日' },
  ],
  [
    'policy.support',
    'security-office',
    { 文書: '外部サービス利用基準', きっかけ: 'ガイドラインの改定', 依頼の内容: '改定案を求める。' },
  ],
  ['team.instructions', 'audit-lead', { 題名: '持出し', 内容: '持ち出さないこと。', 方法: '書面', 相手: '髙﨑　薫' }],
  ['questionnaire.questionnaires', 'security-office', { 名称: '令和8年度の点検', 種類: '自己点検', 年度: '2026' }],
  [
    'standards.standards',
    'security-office',
    {
      記号: 'local-guide',
      名称: '庁内の手引',
      定めた者: '情報課',
      版: '令和8年4月',
      適用する範囲: '全ての課',
      機密性: '2',
      受領の日: '2026-06-02',
    },
  ],
  [
    'meetings.meetings',
    'project-manager',
    { 種類: '個別の打合せ', 会議: '持込機器の打合せ', 日: '2026-06-24', 時刻: '10:00', 方法: '対面', 場所: '市役所' },
  ],
  [
    'meetings.messages',
    'project-manager',
    { 日: '2026-06-09', 向き: '市へ', 手段: '電話', 相手: '情報課', 件名: '日程', 内容: '日程を伝えた。' },
  ],
  ['duty.measure', 'project-manager', { 措置: '施錠', 防ぐもの: '盗難', 担当者: '髙﨑　薫' }],
  ['duty.security-document', 'security-office', { 書類: '体制図', 期限: '2026-06-30' }],
  ['duty.information-manager', 'project-manager', { 担当者: '髙﨑　薫' }],
  [
    'duty.workplace',
    'project-manager',
    { 名称: '本社', 所在地: 'あおば市', 理由: '資料の整理', 安全管理の措置: '施錠' },
  ],
  ['duty.copy', 'project-manager', { 文書: '仕様書', 範囲: '全部', 理由: '会議で使う。', 部数: '3' }],
  [
    'duty.incident',
    'project-manager',
    { 事故等: '誤送信のおそれ', 種類: 'その他', 知った日: '2026-06-09', 内容: '宛先を誤りかけた。' },
  ],
  ['duty.inspection', 'security-office', { 求めの内容: '保管の状況を見たい。' }],
  ['duty.breach', 'project-manager', { 種類: '違反', 原因: '記録の遅れ' }],
  [
    'duty.third-party-work',
    'project-manager',
    { 名称: '図集', 権利者: '図の会', 許諾: '利用許諾', 費用の負担: '受託者' },
  ],
  ['duty.report-request', 'security-office', { 事項: '保管', 求めの内容: '保管の方法を報告されたい。' }],
  ['duty.disclosure', 'project-manager', { 行為: '閲覧', 対象: '報告書', 相手: '都道府県', 理由: '照会があった。' }],
  [
    'duty.subcontract',
    'project-manager',
    {
      ...{ 再委託先: '若葉情報', 業務の内容: '議事録の清書', 理由: '繁忙のため', 取り扱う情報: '会議の録音' },
      ...{ 監督の方法: '毎週の報告', 安全管理の水準: '市の基準と同じ' },
    },
  ],
  ['duty.oath', 'project-manager', { 誓約した者: '従事者', 従事者: '髙﨑　薫' }],
  ['duty.acknowledgement', 'audit-lead', { 担当者: '髙﨑　薫', 確認した規程: RULES.join('\n') }],
  ['duty.confidentiality', 'audit-lead', { 担当者: '髙﨑　薫', 日: '2026-06-09' }],
  ['duty.supervisor', 'security-office', { 氏名: '佐々木　翼', 所属: '情報課' }],
  ['duty.eco', 'project-manager', { 取組: '両面印刷' }],
];

describe('a row added in a spreadsheet', () => {
  it.each(ROWS)('%s takes it in, and then has nothing to change', async (list, role, row) => {
    const { fileId, basis, ...looked } = await preview(role, list, await withRow(role, list, row));
    expect(looked).toMatchObject({ refused: [], changed: [], added: [{}] });
    const accept = looked.added.map(({ row: number }) => number);
    await exchange(role).applyList({ ...scope(list), fileId, basis, accept, remove: [] });
    const again = await preview(role, list, await csvOf(role, list));
    expect(again).toMatchObject({ refused: [], added: [], changed: [], removed: [] });
    expect(again.unchanged).toBeGreaterThan(0);
  });

  it('is refused from the other party, which may do something else to the rows', async () => {
    const add = await withRow('project-manager', 'deliverables.after-care', { 種類: '問い合わせ', 内容: 'もう一つ' });
    const { refused, added } = await preview('project-manager', 'deliverables.after-care', add);
    expect(added).toEqual([]);
    expect(refused.map(({ reason }) => reason)).toEqual(['この一覧に行を加えられるのは、契約の相手方です。']);
    const answered = (await csvOf('project-manager', 'deliverables.after-care')).replace(
      /(報告書の図を直せますか。[^,]*,[^,]*,)[^,]*/u,
      '$1"直して提出します。"',
    );
    const looked = await preview('project-manager', 'deliverables.after-care', answered);
    expect(looked).toMatchObject({ refused: [], added: [], changed: [{}] });
    const city = await preview('security-office', 'deliverables.after-care', answered);
    expect(city.changed).toEqual([]);
    expect(city.refused.map(({ reason }) => reason)).toEqual(['この一覧の行を変えられるのは、契約の相手方です。']);
  });

  it('asks for a waiver, and the city decides in the same row', async () => {
    const { obligations } = await test.application
      .client(engagementContract, as('project-manager'))
      .listObligations({ engagementId });
    const own = obligations.find(
      ({ state, clause, title }) =>
        (state === 'not-due' || state === 'due') &&
        obligations.filter((it) => it.clause === clause && it.title === title).length === 1,
    );
    if (own === undefined) throw new Error('a duty that stands alone');
    const list = 'engagement.waiver-requests';
    const twice = obligations.find(({ key, clause, title }) =>
      obligations.some((it) => it.key !== key && it.clause === clause && it.title === title),
    );
    const unclear = { 条項: twice?.clause ?? '', 義務: twice?.title ?? '', 申出の理由: '不要のため。' };
    const refusal = await preview('project-manager', list, await withRow('project-manager', list, unclear));
    expect(refusal.refused.map(({ title }) => title)).toEqual(['義務の期限']);
    const row = { 条項: own.clause, 義務: own.title, 申出の理由: '市が自ら行うため。' };
    const asked = await preview('project-manager', list, await withRow('project-manager', list, row));
    expect(asked).toMatchObject({ refused: [], added: [{}] });
    const accept = asked.added.map(({ row: number }) => number);
    const { fileId, basis } = asked;
    await exchange('project-manager').applyList({ ...scope(list), fileId, basis, accept, remove: [] });
    const decided = (await csvOf('security-office', list)).replace('申出中', '認めなかった');
    const without = await preview('security-office', list, decided);
    expect(without.refused.map(({ title }) => title)).toEqual(['決定の内容']);
    const titles = titlesOf(decided);
    const lines = decided.trimEnd().split('\r\n');
    const cells = (lines[1] ?? '').split(',');
    cells[titles.indexOf('決定の内容')] = quote('受託者が行うこととする。');
    const answer = await preview('security-office', list, [lines[0], cells.join(',')].join('\r\n'));
    expect(answer).toMatchObject({ refused: [], changed: [{}] });
    await exchange('security-office').applyList({
      ...{ ...scope(list), fileId: answer.fileId, basis: answer.basis, remove: [] },
      accept: answer.changed.map(({ row: number }) => number),
    });
    const { requests } = await test.application
      .client(engagementContract, as('security-office'))
      .listWaivers({ engagementId });
    expect(requests).toMatchObject([{ state: 'refused', decision: '受託者が行うこととする。' }]);
  });

  it('decides a change of members in the row of the request', async () => {
    const subject = '00000000-0000-7000-8000-00000000ffff';
    await test.application.run(as('security-office'), async (context) =>
      context.append({ engagementId, kind: 'plan.approved', subject, data: { version: 1 } }),
    );
    const team = test.application.client(teamContract, as('project-manager'));
    const { members, roles } = await team.getTeam({ engagementId });
    const person = { firm: '青空監査法人', department: '監査部', handlesMyNumber: false, accountId: null };
    await team.requestChange({
      ...{ engagementId, outgoing: members[0]?.id ?? '', becomesLead: true, reason: '異動のため。' },
      ...{ qualification: '公認情報システム監査人', career: '監査の実務15年' },
      incoming: { ...person, name: '千葉　三郎', roles: [...roles] },
    });
    const list = 'team.changes';
    const asked = await csvOf('security-office', list);
    expect(asked).toContain('千葉　三郎');
    const bare = await preview('security-office', list, asked.replace('申請中', '不承認'));
    expect(bare.refused.map(({ title }) => title)).toEqual(['決定の理由']);
    const decided = await preview('security-office', list, asked.replace('申請中', '承認'));
    expect(decided).toMatchObject({ refused: [], changed: [{}] });
    await expect(preview('project-manager', list, asked)).rejects.toMatchObject({ code: 'permission.refused' });
    const accept = decided.changed.map(({ row: number }) => number);
    const { fileId, basis } = decided;
    await exchange('security-office').applyList({ ...scope(list), fileId, basis, accept, remove: [] });
    expect((await team.listChanges({ engagementId })).changes).toMatchObject([{ state: 'approved' }]);
  });

  it('names the cell that the operation refuses', async () => {
    const row = { 条項: '9(1)ア-p1', 事項: '部数', 決定: '2部とする。', 決めた日: '2027-06-09' };
    const text = await withRow('security-office', 'engagement.agreed-points', row);
    const { added, refused } = await preview('security-office', 'engagement.agreed-points', text);
    expect(added).toEqual([]);
    expect(refused.map(({ title }) => title)).toEqual(['決めた日']);
  });
});
