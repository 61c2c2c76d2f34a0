import { type CellValue, Workbook } from '@cj-tech-master/excelts';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneChunk } from '../../kernel/blob.ts';
import type { Caller } from '../../kernel/caller.ts';
import { readFacts } from '../../kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { engagementContract } from '../engagement/contract.ts';
import { meetingsContract } from '../meetings/contract.ts';
import { exchangeContract } from './contract.ts';

let test: TestApplication;
let office: Caller;
let lead: Caller;
let engagementId: string;

const exchange = (caller: Caller = office) => test.application.client(exchangeContract, caller);
const meetings = (caller: Caller = office) => test.application.client(meetingsContract, caller);
const issues = async () => (await meetings().listIssues({ engagementId })).issues;
const factsOf = (kinds: string[]) =>
  test.application.parts.database.transaction(test.tenantId, (tx) => readFacts(tx, { engagementId, kinds }));
const chosen = () => ({ list: 'meetings.issues', engagementId, subject: null });

/** The list as it goes out, changed as a person would, and sent. */
async function edited(
  change: (cell: (row: number, title: string) => { value: CellValue }) => void,
  name = '課題.xlsx',
) {
  const { bytes } = await exchange().downloadList({ ...chosen(), format: 'xlsx' });
  const book = new Workbook();
  await book.xlsx.load(bytes);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('a sheet');
  let header = 0;
  const columns = new Map<string, number>();
  sheet.eachRow((row, number) => {
    const titles: [string, number][] = [];
    row.eachCell((cell, column) => titles.push([cell.text, column]));
    if (header > 0 || !titles.some(([title]) => title === '課題')) return;
    header = number;
    for (const [title, column] of titles) columns.set(title, column);
  });
  change((row, title) => sheet.getCell(header + row, columns.get(title) ?? 99));
  return send(new Uint8Array(await book.xlsx.writeBuffer()), name);
}
const send = async (bytes: Uint8Array, name: string, caller: Caller = office): Promise<string> =>
  (await test.application.upload(caller, name, oneChunk(bytes))).id;
const sendText = (text: string, name = '課題.csv') => send(new TextEncoder().encode(text), name);
const textOf = async (): Promise<string> =>
  new TextDecoder().decode((await exchange().downloadList({ ...chosen(), format: 'csv' })).bytes);

beforeAll(async () => {
  test = await startTestApplication({ start: '2026-06-10T00:00:00.000Z' });
  office = test.caller(['security-office']);
  lead = test.caller(['audit-lead']);
  ({ engagementId } = await test.application.client(engagementContract, office).createEngagement({
    specification: 'chiba-2026',
    contractDate: '2026-06-01',
    contractor: '青空監査法人',
    client: { department: '情報課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
    places: ['市役所'],
  }));
  for (const content of ['=1+1 から始まる課題', '対象課の予定を確かめる', '機器の持込みの手続き']) {
    await meetings().openIssue({ engagementId, meetingId: null, content, owner: 'city', due: '2026-07-01' });
  }
});
afterAll(() => test.close());

describe('a list of the product', () => {
  it('is named to those who may see it, with what they may do', async () => {
    const { lists } = await exchange().listLists({ engagementId });
    expect(lists.find(({ list }) => list === 'meetings.issues')).toMatchObject({ title: '課題管理表', editable: true });
    const ciso = await exchange(test.caller(['ciso'])).listLists({ engagementId });
    expect(ciso.lists.find(({ list }) => list === 'meetings.issues')).toMatchObject({ editable: false });
    const staff = await exchange(test.caller(['department-staff'])).listLists({ engagementId });
    expect(staff.lists.map(({ list }) => list)).not.toContain('meetings.issues');
  });

  it('comes back unchanged, as Excel and as CSV', async () => {
    const unchanged = { added: [], changed: [], removed: [], refused: [], unchanged: 3 };
    expect(await exchange().previewList({ ...chosen(), fileId: await edited(() => undefined) })).toMatchObject(
      unchanged,
    );
    expect(await exchange().previewList({ ...chosen(), fileId: await sendText(await textOf()) })).toMatchObject(
      unchanged,
    );
  });

  it('shows what a file would change, and changes nothing yet', async () => {
    const fileId = await edited((cell) => {
      cell(1, '期限').value = '令和８年７月２０日';
      cell(2, '期限').value = '令和八年五月一日';
      cell(3, '番号').value = 9;
      cell(4, '課題').value = '新しい課題　';
      cell(4, '担当').value = '受託者';
      cell(5, '課題').value = '担当のない課題';
    });
    const preview = await exchange().previewList({ ...chosen(), fileId });
    expect(preview.changed).toMatchObject([
      { name: '=1+1 から始まる課題', cells: [{ title: '期限', before: '令和8年7月1日', after: '令和8年7月20日' }] },
    ]);
    expect(preview.added).toMatchObject([{ name: '新しい課題' }]);
    expect(preview.refused.map(({ title, reason }) => [title, reason])).toEqual([
      ['期限', '期限は、課題が挙がった日以後の日付にしてください。'],
      ['番号', '番号は登録した順に付き、変えられません。'],
      ['担当', expect.stringContaining('空です')],
    ]);
    expect((await issues()).map(({ due }) => due)).toEqual(['2026-07-01', '2026-07-01', '2026-07-01']);
    expect(await factsOf(['issue.opened'])).toHaveLength(3);
  });

  it('is taken in as accepted, with the facts of single edits, once looked at', async () => {
    const fileId = await edited((cell) => {
      cell(2, '対応の状況').value = '総務課に照会した';
      cell(2, '完了日').value = new Date('2026-06-10T00:00:00.000Z');
      cell(4, '課題').value = '加える課題';
      cell(4, '担当').value = '受託者';
      cell(5, '課題').value = '加えない課題';
      cell(5, '担当').value = '受託者';
    });
    const { basis, changed, added } = await exchange().previewList({ ...chosen(), fileId });
    const accept = [...changed, ...added.slice(0, 1)].map(({ row }) => row);
    await expect(exchange(lead).applyList({ ...chosen(), fileId, basis, accept, remove: [] })).rejects.toMatchObject({
      code: 'file.missing',
    });
    const counts = await exchange().applyList({ ...chosen(), fileId, basis, accept, remove: [] });
    expect(counts).toEqual({ added: 1, changed: 1, removed: 0 });
    expect((await issues()).map(({ content, closedOn }) => [content, closedOn])).toEqual([
      ['=1+1 から始まる課題', null],
      ['対象課の予定を確かめる', '2026-06-10'],
      ['機器の持込みの手続き', null],
      ['加える課題', null],
    ]);
    expect(await factsOf(['issue.closed', 'list.imported'])).toMatchObject([
      { kind: 'issue.closed' },
      { kind: 'list.imported', data: { list: 'meetings.issues', added: 1, changed: 1, removed: 0 } },
    ]);
    // The same file again: what it was looked at against is no longer so.
    await expect(exchange().applyList({ ...chosen(), fileId, basis, accept, remove: [] })).rejects.toMatchObject({
      detail: { message: expect.stringContaining('確かめた後に') },
    });
  });

  it('refuses a row that somebody has changed meanwhile', async () => {
    const [first] = await issues();
    if (first === undefined) throw new Error('an issue');
    const old = await textOf();
    const { content, owner, due, version } = first;
    await meetings(lead).changeIssue({
      engagementId,
      issueId: first.id,
      content,
      owner,
      due,
      response: '着手',
      version,
    });
    const fileId = await sendText(old.replace('2026/07/01', '2026/08/01'));
    const preview = await exchange().previewList({ ...chosen(), fileId });
    expect(preview.changed).toEqual([]);
    expect(preview.refused[0]?.reason).toContain('取り出した後に');
  });

  it('removes nothing that is not named', async () => {
    const information = { list: 'meetings.information', engagementId, subject: null };
    const entry = { kind: 'notice' as const, summary: '概要', source: '国', publishedOn: '2026-06-01' };
    for (const title of ['通知一', '通知二']) await meetings().addInformation({ engagementId, title, ...entry });
    const { bytes } = await exchange().downloadList({ ...information, format: 'csv' });
    const text = new TextDecoder()
      .decode(bytes)
      .split('\r\n')
      .filter((line) => !line.includes('通知一'))
      .join('\r\n');
    const fileId = await sendText(text, '情報.csv');
    const { removed, basis } = await exchange().previewList({ ...information, fileId });
    expect(removed.map(({ name }) => name)).toEqual(['通知一']);
    const apply = { ...information, fileId, basis, accept: [] };
    await exchange().applyList({ ...apply, remove: [] });
    expect((await meetings().listInformation({ engagementId })).entries).toHaveLength(2);
    await exchange().applyList({ ...apply, remove: removed.map(({ id }) => id) });
    expect((await meetings().listInformation({ engagementId })).entries.map(({ title }) => title)).toEqual(['通知二']);
  });

  it('is closed to those who may not edit it, and to other municipalities', async () => {
    const fileId = await sendText(await textOf());
    await expect(exchange(test.caller(['ciso'])).previewList({ ...chosen(), fileId })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    const stranger = test.caller(['security-office'], { tenantId: await test.addTenant('kita') });
    await expect(exchange(stranger).downloadList({ ...chosen(), format: 'csv' })).rejects.toMatchObject({
      code: 'record.missing',
    });
    await expect(
      exchange().downloadList({ ...chosen(), list: 'meetings.nothing', format: 'csv' }),
    ).rejects.toMatchObject({
      code: 'record.missing',
    });
  });
});

describe('a hostile or broken file', () => {
  const refusal = async (bytes: Uint8Array, name = '課題.xlsx'): Promise<unknown> => {
    const fileId = await send(bytes, name);
    return exchange()
      .previewList({ ...chosen(), fileId })
      .then(
        () => null,
        (error: { detail: { message: string } }) => error.detail.message,
      );
  };
  const withPart = async (name: string, content: string): Promise<Uint8Array> => {
    const { bytes } = await exchange().downloadList({ ...chosen(), format: 'xlsx' });
    return zipSync({ ...unzipSync(bytes), [name]: strToU8(content) });
  };

  it('is refused with a sentence that says what to do', async () => {
    expect(await refusal(await withPart('xl/vbaProject.bin', 'x'))).toContain('マクロ');
    expect(await refusal(await withPart('xl/externalLinks/externalLink1.xml', '<a/>'))).toContain('参照を値に');
    const dtd = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';
    expect(await refusal(await withPart('xl/sharedStrings.xml', dtd))).toContain('DOCTYPE');
    expect(await refusal(await withPart('xl/media/zero.bin', '0'.repeat(70_000_000)))).toContain('大きすぎ');
    expect(await refusal(strToU8('件名だけ\nの表\n'), 'a.csv')).toContain('表が見つかりません');
    const cut = (await withPart('a', 'b')).slice(0, 3000);
    expect(await refusal(cut)).toContain('開けません');
  });
});
