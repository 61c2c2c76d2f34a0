import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeRows, openTarget, rowsOf, startTarget, type TargetTest } from './testing/start-target.ts';

let test: TargetTest;
beforeAll(async () => {
  test = await startTarget('kyoto-2024');
});
afterAll(() => test.close());

const versionOf = async (auditId: string) => (await test.lead.getAudit({ auditId })).version;

describe('working papers', () => {
  let auditId: string;

  beforeAll(async () => {
    auditId = await openTarget(test, 'kyoto-my-number', { kind: 'affair', name: '後期高齢者医療', at: [0] });
    await judgeRows(test, auditId, ['inadequate', 'minor']);
  });

  const chosen = async (state: 'draft' | 'submitted' | 'reviewed' | null) =>
    (await rowsOf(test, auditId))
      .filter(({ paper }) => paper === state)
      .map(({ id, paperVersion }) => ({ checkId: id, version: paperVersion }));

  it('are begun by one of two auditors at once; the other is shown what the first wrote', async () => {
    const [row] = await rowsOf(test, auditId);
    const written = { checkId: row?.id ?? '', version: 0, conclusion: '', crossReferences: [] };
    const results = await Promise.allSettled([
      test.auditor.savePaper({ ...written, procedure: '書庫を見た。' }),
      test.second.savePaper({ ...written, procedure: '鍵の台帳を見た。' }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((result) => result.status === 'rejected');
    expect(lost?.reason).toMatchObject({
      code: 'record.stale',
      detail: { current: { procedure: expect.any(String) } },
    });
  });

  it('are reviewed by somebody who did not write them, and locked by that', async () => {
    await test.auditor.submitPapers({ auditId, papers: [...(await chosen('draft')), ...(await chosen(null))] });
    const submitted = await chosen('submitted');
    expect(submitted).toHaveLength(30);
    const [one] = submitted;
    if (one === undefined) throw new Error('nothing was submitted');
    const returned = await test.quality.returnPaper({ ...one, remark: '手続を書いてください。' });
    await test.auditor.submitPapers({ auditId, papers: [{ checkId: one.checkId, version: returned.version }] });
    await test.quality.reviewPapers({ auditId, papers: await chosen('submitted') });
    const [row] = await rowsOf(test, auditId);
    const judged = {
      judgement: 'minor' as const,
      techniques: ['site-visit' as const],
      fact: '直した。',
      evidenceIds: [],
    };
    await expect(
      test.auditor.judgeCheck({ checkId: row?.id ?? '', version: row?.version ?? 0, ...judged }),
    ).rejects.toMatchObject({ detail: { message: expect.stringMatching(/査閲済み/u) } });
  });

  it('are not reviewed by the one who judged the item', async () => {
    const other = await openTarget(test, 'kyoto-my-number', { kind: 'affair', name: '児童扶養手当', at: [2] });
    const [row] = await rowsOf(test, other);
    const checkId = row?.id ?? '';
    await test.lead.judgeCheck({
      ...{ checkId, version: row?.version ?? 0, judgement: 'adequate', techniques: ['interview'], fact: '確認した。' },
      evidenceIds: [],
    });
    await test.lead.submitPapers({ auditId: other, papers: [{ checkId, version: 0 }] });
    await expect(test.lead.reviewPapers({ auditId: other, papers: [{ checkId, version: 2 }] })).rejects.toMatchObject({
      detail: { message: expect.stringMatching(/書いた本人/u) },
    });
    await expect(
      test.auditor.submitPapers({
        auditId: other,
        papers: [{ checkId: (await rowsOf(test, other))[1]?.id ?? '', version: 0 }],
      }),
    ).rejects.toMatchObject({ detail: { message: expect.stringMatching(/判断/u) } });
  });

  it('are changed after the review only with a reason, which leaves before and after, and reviewed again', async () => {
    const [row] = await rowsOf(test, auditId);
    const checkId = row?.id ?? '';
    const { check } = await test.lead.getPaper({ checkId });
    const amended = {
      checkId,
      version: check.version,
      judgement: 'minor' as const,
      techniques: check.techniques,
      evidenceIds: check.evidenceIds,
    };
    await expect(
      test.second.amendPaper({ ...amended, judgement: check.judgement, fact: check.fact, reason: '変更なし' }),
    ).rejects.toMatchObject({ code: 'state.refused' });
    await test.second.amendPaper({
      ...amended,
      fact: '書庫の一つが施錠されていなかった。',
      reason: '所属の説明により',
    });
    const { paper } = await test.lead.getPaper({ checkId });
    expect(paper?.state).toBe('submitted');
    expect(paper?.changes).toHaveLength(1);
    expect(paper?.changes[0]).toMatchObject({
      reason: '所属の説明により',
      before: { judgement: 'inadequate', fact: '書庫が施錠されていなかった。' },
      after: { judgement: 'minor', fact: '書庫の一つが施錠されていなかった。' },
    });
  });

  it('go to the city only when all are reviewed, and are confirmed when every remark is answered', async () => {
    await expect(test.lead.draftPaperSet({ auditId, version: await versionOf(auditId) })).rejects.toMatchObject({
      detail: { message: expect.stringMatching(/査閲を終えていない調書が1件/u) },
    });
    await test.quality.reviewPapers({ auditId, papers: await chosen('submitted') });
    expect((await test.office.listCheckRows({ auditId })).visible).toBe(false);
    await test.lead.draftPaperSet({ auditId, version: await versionOf(auditId) });
    expect((await test.office.listCheckRows({ auditId })).rows).toHaveLength(30);
    const at = async () => ({ auditId, version: await versionOf(auditId) });
    const own = async (index: number) =>
      (await test.head(index).listOwnAudits({ engagementId: test.engagementId })).audits.find(
        ({ id }) => id === auditId,
      );
    expect((await own(0))?.papers ?? null).toBeNull();
    await expect(test.head(0).answerOwnPapers({ auditId, remarks: [] })).rejects.toMatchObject({
      code: 'record.missing',
    });
    await test.office.showPaperSet(await at());
    const shown = (await own(0))?.papers;
    expect(shown?.items).toHaveLength(30);
    expect(JSON.stringify(shown)).not.toContain('inadequate');
    await expect(test.head(1).answerOwnPapers({ auditId, remarks: [] })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    const checkId = shown?.items[0]?.checkId ?? '';
    await test.head(0).answerOwnPapers({ auditId, remarks: [{ checkId, text: '鍵は掛かっていた。' }] });
    await expect(test.office.confirmPaperSet(await at())).rejects.toMatchObject({ code: 'state.refused' });
    const theirs = (await test.lead.getAudit({ auditId })).papers?.remarks[0]?.id ?? '';
    await test.auditor.resolvePaperRemark({ ...(await at()), remarkId: theirs, text: '写真で確かめた。' });
    // Both texts stay.
    expect((await own(0))?.papers?.remarks).toMatchObject([
      { text: '鍵は掛かっていた。', resolution: '写真で確かめた。' },
    ]);
    await test.head(0).answerOwnPapers({ auditId, remarks: [] });
    await expect(test.head(0).answerOwnPapers({ auditId, remarks: [] })).rejects.toMatchObject({
      code: 'state.refused',
    });
    expect((await test.facts('working-paper.answered')).map(({ data }) => data['agreed'])).toEqual([false, true]);
    await test.office.remarkPaperSet({ ...(await at()), checkId: null, text: '書庫は7月に施錠を改めた。' });
    await expect(test.office.confirmPaperSet(await at())).rejects.toMatchObject({
      detail: { message: expect.stringMatching(/1件/u) },
    });
    const remarkId = (await test.lead.getAudit({ auditId })).papers?.remarks[1]?.id ?? '';
    await test.auditor.resolvePaperRemark({ ...(await at()), remarkId, text: '監査の日の状態として書いた。' });
    await test.office.confirmPaperSet(await at());
    expect((await test.facts('working-paper.confirmed'))[0]).toMatchObject({ data: { type: 'my-number', version: 1 } });
  });
});
