import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../kernel/contract.ts';
import { agreeChecklist, decideTarget, startTarget, type TargetTest } from '../audit/testing/start-target.ts';
import { verificationContract } from './contract.ts';
import verification from './server.ts';

let test: TargetTest;
let lead: Client<typeof verificationContract>;
let office: Client<typeof verificationContract>;
let targetId: string;

const client = (...given: Parameters<TargetTest['caller']>) =>
  test.application.client(verificationContract, test.caller(...given));

beforeAll(async () => {
  test = await startTarget('fukuoka-2025', [verification]);
  lead = client(['audit-lead']);
  office = client(['security-office']);
  targetId = await decideTarget(test, 'fukuoka-external', { kind: 'system', name: '文書管理', at: [0] });
});
afterAll(() => test.close());

const PLAN = {
  subject: '文書管理システムの公開サーバ一台',
  purpose: '既知の脆弱性の有無を確かめる。',
  method: '認証の要らない範囲を、道具で走査する。',
  tool: '検査の道具',
  windowFrom: '2025-10-01T20:00',
  windowTo: '2025-10-01T22:00',
  stopConditions: '応答が3秒を超えたとき\n利用者から連絡があったとき',
  contact: '情報課　夜間の電話',
  precautions: '',
};
const RUN = {
  startedAt: '2025-10-01T20:05',
  endedAt: '2025-10-01T21:30',
  tool: '検査の道具',
  toolVersion: '9.2',
  targets: '公開サーバ一台',
  vulnerabilities: { high: 1, medium: 2, low: 4 },
  summary: '更新の遅れによるものが多い。',
  files: [],
};

describe('a technical verification', () => {
  let verificationId: string;
  const one = async () => ({ verificationId, version: (await lead.getVerification({ verificationId })).version });

  it('is planned only for a target for which the city has decided it, in a window that makes sense', async () => {
    await expect(lead.draftVerification({ targetId, ...PLAN })).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringContaining('市の判断') },
    });
    const { version } = await test.plan.lead.getTarget({ targetId });
    await test.plan.office.decideVendorCheck({
      ...{ targetId, version, vendorCheck: true, siteVisit: false, verification: true, reason: '公開しているため' },
    });
    expect((await lead.listVerifications({ engagementId: test.engagementId })).targets).toMatchObject([
      { id: targetId },
    ]);
    await expect(lead.draftVerification({ targetId, ...PLAN, windowTo: '2025-10-01T19:00' })).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ path: 'windowTo' }] },
    });
    await expect(lead.draftVerification({ targetId, ...PLAN, windowFrom: '2024-10-01T20:00' })).rejects.toMatchObject({
      detail: { fields: [{ path: 'windowFrom' }] },
    });
    await expect(office.draftVerification({ targetId, ...PLAN })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    ({ id: verificationId } = await lead.draftVerification({ targetId, ...PLAN }));
  });

  it('is not run before the city has approved it', async () => {
    await expect(lead.recordRun({ ...(await one()), ...RUN })).rejects.toMatchObject({ code: 'state.refused' });
    await lead.submitVerification(await one());
    expect((await test.facts('verification.planned'))[0]?.data).toMatchObject({
      ...{ target: targetId, window: '2025-10-01T20:00/2025-10-01T22:00', stopConditions: 2, contact: true },
    });
    await expect(lead.recordRun({ ...(await one()), ...RUN })).rejects.toMatchObject({ code: 'state.refused' });
    await expect(lead.approveVerification({ ...(await one()), conditions: '' })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await office.returnVerification({ ...(await one()), remark: '連絡先に夜間の担当を加えてください。' });
    await lead.saveVerification({ ...(await one()), ...PLAN, contact: '情報課　夜間の担当' });
    await lead.submitVerification(await one());
    await office.approveVerification({ ...(await one()), conditions: '開始の前に電話する。' });
    expect((await test.facts('verification.approved'))[0]).toMatchObject({
      ...{ actor: { party: 'city' }, data: { target: targetId } },
    });
    await expect(lead.saveVerification({ ...(await one()), ...PLAN })).rejects.toMatchObject({
      code: 'state.refused',
    });
  });

  it('is recorded within its window, with what the tool left behind as evidence of the audit', async () => {
    await expect(lead.recordRun({ ...(await one()), ...RUN, endedAt: '2025-10-01T23:00' })).rejects.toMatchObject({
      detail: { fields: [{ path: 'endedAt', message: expect.stringContaining('承認した時間') }] },
    });
    const caller = test.caller(['auditor']);
    const auditor = test.application.client(verificationContract, caller);
    const files = async () => {
      const bytes = new TextEncoder().encode('high 1');
      const report = await test.application.upload(
        caller,
        'report.txt',
        (async function* () {
          yield bytes;
        })(),
      );
      return [{ fileId: report.id, title: '検査の報告' }];
    };
    await expect(auditor.recordRun({ ...(await one()), ...RUN, files: await files() })).rejects.toMatchObject({
      detail: { fields: [{ path: 'files' }] },
    });
    await agreeChecklist(test, targetId);
    const opened = await test.lead.openAuditOfTarget({ targetId });
    await test.lead.beginAudit({ auditId: opened.id, version: opened.version });
    await auditor.recordRun({ ...(await one()), ...RUN, files: await files() });
    const { run, state } = await lead.getVerification({ verificationId });
    expect(state).toBe('run');
    const { evidence } = await test.auditor.listEvidence({ auditId: opened.id });
    expect(evidence).toMatchObject([{ title: '検査の報告', technique: 're-performance' }]);
    expect(run?.byProducts).toMatchObject([{ evidenceId: evidence[0]?.id }]);
    expect((await test.facts('verification.run'))[0]?.data).toMatchObject({
      ...{ target: targetId, tool: '検査の道具', toolVersion: '9.2', vulnerabilities: 7, byProducts: 1 },
    });
    await expect(lead.recordRun({ ...(await one()), ...RUN })).rejects.toMatchObject({ code: 'state.refused' });
  });

  it('stops at a disturbance, which either side reports', async () => {
    const told = {
      ...{ at: '2025-10-01T21:00', what: '応答が止まった。', affected: '職員の検索', action: '走査を止めた。' },
      ...{ reportedTo: '情報課の担当', recoveredAt: '2025-10-01T20:00' },
    };
    await expect(office.reportDisturbance({ ...(await one()), ...told })).rejects.toMatchObject({
      detail: { fields: [{ path: 'recoveredAt' }] },
    });
    await office.reportDisturbance({ ...(await one()), ...told, recoveredAt: '2025-10-01T21:20' });
    expect(await lead.getVerification({ verificationId })).toMatchObject({ state: 'stopped' });
    expect((await test.facts('verification.disturbed'))[0]?.data).toMatchObject({ target: targetId, recovered: true });
    await expect(lead.cancelVerification({ ...(await one()), reason: '不要' })).rejects.toMatchObject({
      code: 'state.refused',
    });
    for (const kind of ['verification-plan', 'verification-record'])
      for (const format of ['docx', 'pdf'] as const) {
        const file = await lead.downloadDocument({
          ...{ engagementId: test.engagementId, kind, subject: verificationId, format },
        });
        expect(file.bytes.length).toBeGreaterThan(1000);
      }
  });

  it('is unknown to another municipality, to departments and to vendors', async () => {
    const tenantId = await test.addTenant('みどり市');
    await expect(client(['audit-lead'], { tenantId }).getVerification({ verificationId })).rejects.toMatchObject({
      code: 'record.missing',
    });
    for (const role of ['department-head', 'vendor', 'administrator'] as const)
      await expect(client([role]).getVerification({ verificationId })).rejects.toMatchObject({
        code: 'permission.refused',
      });
  });
});
