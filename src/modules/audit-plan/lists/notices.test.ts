/** Drafts of notices go out as a spreadsheet, are worded anew there and come back; what was sent stays as it was sent. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneChunk } from '../../../kernel/blob.ts';
import { exchangeContract } from '../../exchange/contract.ts';
import exchange from '../../exchange/server.ts';
import { adopt, type PlanTest, startPlan } from '../testing/start-plan.ts';

const LIST = 'audit-plan.audit-notices';
let test: PlanTest;

beforeAll(async () => {
  test = await startPlan('kyoto-2024', '2024-07-01T01:00:00.000Z', [exchange]);
  const programmeId = await adopt(test, 'kyoto-my-number');
  for (const [index, name] of ['住民税の賦課', '生活保護'].entries()) {
    const { id: targetId } = await test.lead.addTarget({
      ...{ programmeId, kind: 'affair', name, system: '' },
      departmentIds: [test.departments[index + 1] ?? ''],
    });
    await test.office.decideTargets({ targets: [{ targetId, version: 1 }] });
    await test.lead.draftNotice({ targetId });
  }
});
afterAll(() => test.close());

const scope = () => ({ list: LIST, engagementId: test.engagementId, subject: null });
const notices = async () => (await test.lead.listNotices({ engagementId: test.engagementId })).notices;
const noticeOf = async (name: string) => {
  const notice = (await notices()).find(({ targetName }) => targetName === name);
  if (notice === undefined) throw new Error(`no notice for ${name}`);
  return notice;
};

/** The list as it goes out, changed as a person changes it, and what its coming back would do. */
async function sendBack(change: (csv: string) => string) {
  const caller = test.caller(['security-office']);
  const client = test.application.client(exchangeContract, caller);
  const csv = new TextDecoder().decode((await client.downloadList({ ...scope(), format: 'csv' })).bytes);
  const bytes = new TextEncoder().encode(change(csv));
  const { id: fileId } = await test.application.upload(caller, '通知.csv', oneChunk(bytes));
  const { basis, ...looked } = await client.previewList({ ...scope(), fileId });
  return {
    looked,
    take: () =>
      client.applyList({
        ...{ ...scope(), fileId, basis, remove: [] },
        accept: looked.changed.map(({ row }) => row),
      }),
  };
}

describe('the drafts of notices', () => {
  it('come back unchanged', async () => {
    const { looked } = await sendBack((csv) => csv);
    expect(looked).toMatchObject({ added: [], changed: [], removed: [], refused: [], unchanged: 2 });
  });

  it('take a number and a wording, of one row only', async () => {
    const other = await noticeOf('生活保護');
    // Only in the text of one notice does the name stand after a space.
    const { looked, take } = await sendBack((csv) =>
      csv.replace('　住民税の賦課', '　住民税の賦課（当初の賦課に限ります。）'),
    );
    expect(looked).toMatchObject({ added: [], refused: [], removed: [] });
    expect(looked.changed.map(({ cells }) => cells.map(({ title }) => title))).toEqual([['本文']]);
    await take();
    expect((await noticeOf('住民税の賦課')).text).toContain('（当初の賦課に限ります。）');
    expect(await noticeOf('生活保護')).toEqual(other);
  });

  it('keep their wording: an empty one is refused at its cell', async () => {
    const { text } = await noticeOf('生活保護');
    const { looked } = await sendBack((csv) => csv.replace(text, ''));
    expect(looked.changed).toEqual([]);
    expect(looked.refused.map(({ title }) => title)).toEqual(['本文']);
  });

  it('are no longer drafts once they were sent: a change is refused with the reason', async () => {
    const { id: noticeId, version, text } = await noticeOf('生活保護');
    await test.office.sendNotice({ noticeId, version });
    const [first = ''] = text.split('\n');
    const { looked } = await sendBack((csv) => csv.replaceAll(first, `${first}（訂正）`));
    expect(looked.refused.map(({ reason }) => reason)).toContain('送った通知は変えられません。');
    expect((await noticeOf('生活保護')).text).toBe(text);
  });
});
