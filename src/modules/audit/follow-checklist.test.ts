import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../kernel/contract.ts';
import { checklistContract } from '../checklist/contract.ts';
import { agreeChecklist, decideTarget, rowsOf, startTarget, type TargetTest } from './testing/start-target.ts';

let test: TargetTest;
let lead: Client<typeof checklistContract>;
let office: Client<typeof checklistContract>;
let auditId: string;
let checklistId: string;

beforeAll(async () => {
  test = await startTarget('fukuoka-2025');
  lead = test.application.client(checklistContract, test.caller(['audit-lead']));
  office = test.application.client(checklistContract, test.caller(['security-office']));
});
afterAll(() => test.close());

const versionOf = async () => (await test.lead.getAudit({ auditId })).version;

describe('an audit whose programme wants the checklist agreed first', () => {
  it('is not opened before the agreement, and then with the agreed items that suit the target', async () => {
    const target = { kind: 'system', name: '文書管理', at: [0] } as const;
    const targetId = await decideTarget(test, 'fukuoka-external', target);
    await expect(test.lead.openAuditOfTarget({ targetId })).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringContaining('合意するまで') },
    });
    await agreeChecklist(test, targetId);
    const [head] = (await lead.listChecklists({ engagementId: test.engagementId })).checklists;
    checklistId = head?.id ?? '';
    const byHand = { targetId, items: [{ catalogue: 'information-system', items: [] }] };
    await expect(test.lead.openAuditOfTarget(byHand)).rejects.toMatchObject({
      detail: { message: expect.stringContaining('合意した項目で') },
    });
    const opened = await test.lead.openAuditOfTarget({ targetId });
    auditId = opened.id;
    // 45 for systems; the 30 for websites are not asked here.
    expect(opened).toMatchObject({ items: 45, warning: null });
    expect(head?.items).toBe(75);
    expect((await test.lead.getAudit({ auditId })).checklist).toEqual({ id: checklistId, position: 1 });
  });
});

describe('an item that leaves the checklist while somebody works on it', () => {
  it('keeps what was found, and goes where nothing was', async () => {
    await test.lead.beginAudit({ auditId, version: await versionOf() });
    const [answered, untouched] = await rowsOf(test, auditId);
    if (answered === undefined || untouched === undefined) throw new Error('no items');
    await test.auditor.judgeCheck({
      ...{ checkId: answered.id, version: answered.version, judgement: 'adequate', techniques: ['interview'] },
      ...{ fact: '記録により確認した。', evidenceIds: [] },
    });
    // What was added to this audit alone is no business of the checklist.
    const alone = { auditId, catalogue: 'vendor-site', items: ['vs-approved-site'], reason: '協議による追加' };
    expect(await test.lead.addCatalogueChecks(alone)).toEqual({ added: 1 });
    const before = await rowsOf(test, auditId);

    const { id } = await lead.changeChecklist({ checklistId, reason: '対象の構成が変わったため' });
    const draft = await lead.getChecklist({ checklistId: id });
    const { checks } = await test.auditor.listChecks({ auditId });
    for (const row of [answered, untouched]) {
      const key = checks.find((check) => check.id === row.id)?.key;
      const item = draft.rows.find((one) => one.key === key);
      if (item === undefined) throw new Error('no such item');
      await lead.leaveOutItem({ itemId: item.id, version: item.version, reason: '使わない機能' });
    }
    const proposed = await lead.proposeChecklist({ checklistId: id, version: draft.version });
    // Nothing changes before the city agrees.
    expect((await test.lead.compareWithChecklist({ auditId })).dropped).toEqual([]);
    await office.agreeChecklist({ checklistId: id, version: proposed.version });
    expect(await test.auditor.compareWithChecklist({ auditId })).toMatchObject({
      ...{ used: 1, newest: 2, added: [] },
      dropped: [
        { checkId: answered.id, kept: true },
        { checkId: untouched.id, kept: false },
      ],
    });
    const followed = await test.lead.followChecklist({ auditId, version: await versionOf() });
    expect(followed).toMatchObject({ added: 0, leftOut: 1, kept: 1 });
    const after = (await test.auditor.listChecks({ auditId })).checks;
    expect(after).toHaveLength(before.length);
    expect(after.find((check) => check.id === answered.id)).toMatchObject({
      ...{ state: 'in-scope', judgement: 'adequate', fact: '記録により確認した。' },
      dropped: { position: 2, reason: '使わない機能' },
    });
    expect(after.find((check) => check.id === untouched.id)).toMatchObject({
      ...{ state: 'left-out', leftOutReason: expect.stringContaining('使わない機能') },
    });
    expect((await test.facts('audit.checklist-followed'))[0]?.data).toMatchObject({ version: 2, leftOut: 1, kept: 1 });
    await expect(test.lead.followChecklist({ auditId, version: await versionOf() })).rejects.toMatchObject({
      code: 'state.refused',
    });
  });

  it('tells the person in the field who answers it that it is out, and that the words are kept', async () => {
    const { checks } = await test.auditor.listChecks({ auditId });
    const gone = checks.find(({ state }) => state === 'left-out');
    if (gone === undefined) throw new Error('nothing left out');
    const answer = {
      ...{ checkId: gone.id, version: gone.version, fact: '現地で確かめた。', evidenceIds: [] },
      judgement: 'adequate' as const,
      techniques: ['interview' as const],
    };
    await expect(test.auditor.judgeCheck(answer)).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringMatching(/使わない機能.*残っています/u) },
    });
    const { version } = await test.lead.bringBackCheck({ checkId: gone.id, version: gone.version });
    await test.auditor.judgeCheck({ ...answer, version });
  });
});
