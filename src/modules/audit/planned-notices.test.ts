import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeRows, openTarget, rowsOf, startTarget, type TargetTest } from './testing/start-target.ts';

let test: TargetTest;
let auditId: string;
const engagementId = () => test.engagementId;

beforeAll(async () => {
  test = await startTarget('kyoto-2024');
  // A second audit of the department: its notice is not this one's.
  await openTarget(test, 'kyoto-my-number', { kind: 'affair', name: '児童手当', at: [1] });
  auditId = await openTarget(test, 'kyoto-my-number', { kind: 'affair', name: '生活保護', at: [1] });
  await judgeRows(test, auditId, ['inadequate']);
  await issueNotice();
}, 120_000);
afterAll(() => test.close());

/** From the first item to the notice that the contractor issues. */
async function issueNotice(): Promise<void> {
  const [row] = await rowsOf(test, auditId);
  const finding = await test.auditor.draftFinding({
    ...{ auditId, from: { kind: 'check', id: row?.id ?? '' } },
    text: {
      ...{
        cause: '鍵を返す手順がない。',
        risk: '持ち出されても分からない。',
        recommendation: '鍵を返す手順を定める。',
      },
      ...{ importance: 'high', ease: 'easy', cost: '費用はかからない。' },
      constraints: { physical: 'なし', organisational: 'なし', affair: 'なし' },
    },
  });
  await test.lead.reviewFinding({ findingId: finding.id, version: finding.version });
  await test.lead.closeFieldwork({ auditId, version: (await test.lead.getAudit({ auditId })).version });
  await test.lead.issueFindings({ auditId });
  const versionOf = async () =>
    (await test.office.listFindings({ engagementId: engagementId(), auditId })).findings[0]?.version ?? 0;
  await test.office.confirmFinding({ findingId: finding.id, version: await versionOf() });
  await test.office.showFinding({ findingId: finding.id, version: await versionOf() });
  await test.head(1).answerFinding({ findingId: finding.id, view: 'agreed', text: '相違ない。' });
  await test.office.recordFindingView({
    ...{ findingId: finding.id, version: await versionOf(), view: 'agreed', sectionText: '相違ない。' },
  });
  const drafted = await test.auditor.draftResultNotice({ auditId, summary: 'おおむね適切に行われている。' });
  await test.lead.issueResultNotice({ noticeId: drafted.id, version: drafted.version });
}

const wordsOf = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/gu, '');
const paper = async () =>
  wordsOf(
    (
      await test.office.downloadDocument({
        ...{ engagementId: engagementId(), kind: 'result-notice', subject: auditId, format: 'docx' },
      })
    ).bytes,
  );
const own = (who: number) => test.head(who).downloadOwnNotice({ auditId, notice: 'result-notice', format: 'docx' });

it('asks the city for nothing of the focus theme while a planned target is audited', async () => {
  const { entries } = await test.office.listInbox({ engagementId: engagementId() });
  expect(entries.map(({ kind }) => kind)).toEqual(['result']);
});

describe('the result notice of a planned target', () => {
  it('is a paper to the department in charge of the target, with the grades of the programme', async () => {
    const words = await paper();
    expect(words).toContain('税務課長　様');
    expect(words).toContain('改善すべき事項1件');
    expect(words).not.toContain('意見0件');
  });

  it('reaches the department when the city has sent it, and no other', async () => {
    await expect(own(1)).rejects.toMatchObject({ detail: { message: expect.stringContaining('まだ届いていません') } });
    const { notices } = await test.office.listResultNotices({ auditId });
    await test.office.sendResultNotice({
      ...{ noticeId: notices[0]?.id ?? '', version: notices[0]?.version ?? 0, number: '6総情第3号' },
    });
    expect(wordsOf((await own(1)).bytes)).toContain('6総情第3号');
    await expect(own(0)).rejects.toMatchObject({ code: 'record.missing' });
    // The notice that it will be audited is among the papers of the preparation.
    await expect(
      test.head(1).downloadOwnNotice({ auditId, notice: 'audit-notice', format: 'docx' }),
    ).rejects.toMatchObject({ code: 'record.missing' });
    expect((await test.head(1).listOwnAudits({ engagementId: engagementId() })).audits.at(-1)?.programme).not.toBe('');
  });
});
