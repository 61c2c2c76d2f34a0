import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../kernel/role.ts';
import { auditContract } from './contract.ts';
import { agreePolicy, type AuditTest, notify, openFour, startAudit } from './testing/start-audit.ts';

let test: AuditTest;
let audits: [string, string, string, string];

beforeAll(async () => {
  test = await startAudit();
  audits = await openFour(test);
  await agreePolicy(test);
  await notify(test, audits[0]);
});
afterAll(() => test.close());

const operations = Object.entries(auditContract.operations);
const usedBy = (role: Role) =>
  operations
    .filter(([, { permission }]) => (auditContract.permissions[permission].roles as readonly Role[]).includes(role))
    .map(([name]) => name)
    .sort();

describe('the permission table', () => {
  it('leaves vendors, administrators and system owners outside', () => {
    for (const role of ['vendor', 'administrator'] as const) expect(usedBy(role)).toEqual([]);
    // Somebody in charge of a system may be one of the city's auditors; for the assigned targets only.
    expect(usedBy('system-owner')).toEqual(['getAssignedAudit']);
  });

  it('gives a department its own page and its own answers, nothing else', () => {
    for (const role of ['department-head', 'department-staff'] as const)
      expect(usedBy(role)).toEqual([
        'answerFinding',
        'answerHearing',
        'answerOwnPapers',
        'answerRequest',
        'downloadOwnFile',
        'downloadOwnNotice',
        'getAssignedAudit',
        'listOwnAudits',
      ]);
  });

  it('lets only the city speak to departments', () => {
    for (const role of ['audit-lead', 'auditor', 'assistant', 'quality-manager', 'project-manager'] as const) {
      const sending = ['sendAuditNotice', 'sendRequest', 'sendHearing', 'showFinding', 'sendResultNotice'];
      expect(usedBy(role).filter((name) => sending.includes(name))).toEqual([]);
    }
  });

  it('says why, for every row', () => {
    for (const row of Object.values(auditContract.permissions)) expect(row.because).toMatch(/。$/u);
  });
});

describe('other people', () => {
  it('of another tenant find nothing', async () => {
    const tenantId = await test.addTenant('みどり市');
    const stranger = test.as(['audit-lead'], { tenantId });
    await expect(stranger.getAudit({ auditId: audits[0] })).rejects.toMatchObject({ code: 'record.missing' });
    await expect(stranger.issueFindings({ auditId: audits[0] })).rejects.toMatchObject({ code: 'record.missing' });
    await expect(stranger.listFindings({ engagementId: test.engagementId })).resolves.toEqual({ findings: [] });
  });

  it('of another department see neither the audit nor its files', async () => {
    expect((await test.head(1).listOwnAudits({ engagementId: test.engagementId })).audits).toEqual([]);
    const prepared = await test.auditor.prepareRequest({
      auditId: audits[0],
      title: '依頼',
      due: '2026-11-30',
      items: [{ title: '書類' }],
    });
    await test.office.sendRequest({ requestId: prepared.id, version: prepared.version });
    const fileId = await test.upload(0);
    await test
      .head(0)
      .answerRequest({ requestId: prepared.id, itemId: prepared.itemIds[0] ?? '', fileIds: [fileId], comment: '' });
    await expect(test.head(1).downloadOwnFile({ requestId: prepared.id, fileId })).rejects.toMatchObject({
      code: 'record.missing',
    });
  });

  it('cannot use a file that somebody else uploaded', async () => {
    const fileId = await test.upload('office');
    await expect(
      test.auditor.addEvidence({
        auditId: audits[0],
        title: '他人のファイル',
        source: '市',
        technique: 'document-review',
        description: '',
        from: { kind: 'upload', fileId },
      }),
    ).rejects.toMatchObject({ code: 'file.missing' });
  });
});

describe('an upload', () => {
  it('becomes evidence with its own hash, and its way from hand to hand is on record', async () => {
    const fileId = await test.upload('auditor', '写真の説明.txt', '鍵箱の写真の説明');
    const added = await test.auditor.addEvidence({
      auditId: audits[0],
      title: '鍵箱',
      source: '執務室',
      technique: 'site-visit',
      description: '',
      from: { kind: 'upload', fileId },
    });
    const custody = { evidenceId: added.id, version: added.version, note: '' };
    await expect(
      test.auditor.recordCustody({ ...custody, kind: 'handed-over', counterpart: '' }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    const handed = await test.auditor.recordCustody({ ...custody, kind: 'handed-over', counterpart: '市の担当課' });
    expect(handed.state).toBe('handed-over');
    const [evidence] = (await test.auditor.listEvidence({ auditId: audits[0] })).evidence;
    expect(evidence?.sha256).toBe(createHash('sha256').update('鍵箱の写真の説明').digest('hex'));
    expect(evidence?.custody.map(({ kind }) => kind)).toEqual(['received', 'handed-over']);
  });
});

describe('malformed input', () => {
  it.each([
    ['judgeCheck', { checkId: 'x', version: 1, judgement: 'adequate', techniques: [], fact: '', evidenceIds: [] }],
    [
      'judgeCheck',
      {
        checkId: '00000000-0000-7000-8000-0000000000aa',
        version: 1,
        judgement: '可',
        techniques: [],
        fact: '',
        evidenceIds: [],
      },
    ],
    [
      'saveIssues',
      {
        auditId: '00000000-0000-7000-8000-0000000000aa',
        version: 1,
        issues: [{ issue: 'あ'.repeat(10_001), source: 'other', items: [], approach: '' }],
      },
    ],
    [
      'chooseMethod',
      {
        auditId: '00000000-0000-7000-8000-0000000000aa',
        version: 1,
        documents: 'yes',
        hearing: false,
        visit: false,
        reason: '理由',
      },
    ],
    [
      'addEvidence',
      {
        auditId: '00000000-0000-7000-8000-0000000000aa',
        title: 'a\u0000b',
        source: '市',
        technique: 'interview',
        description: '',
        from: { kind: 'note', text: '' },
      },
    ],
    ['getAudit', { auditId: '00000000-0000-7000-8000-0000000000aa', more: true }],
  ] as const)('%s is refused', async (name, input) => {
    const call = test.auditor[name] as (given: unknown) => Promise<unknown>;
    await expect(call(input)).rejects.toMatchObject({ code: 'input.invalid' });
  });

  it('leaves nothing behind when a later step of the same command fails', async () => {
    const before = (await test.office.getProgramme({ engagementId: test.engagementId })).audits.length;
    const facts = (await test.facts()).length;
    await expect(
      test.office.openAudits({
        engagementId: test.engagementId,
        departments: [test.departments[0]],
        theme: {
          theme: '別のテーマ',
          article: '第1条',
          guideline: '別',
          guidelineVersion: '1',
        },
      }),
    ).rejects.toMatchObject({ code: 'record.duplicate' });
    const after = await test.office.getProgramme({ engagementId: test.engagementId });
    expect(after.audits).toHaveLength(before);
    expect(after.theme?.theme).not.toBe('別のテーマ');
    expect((await test.facts()).length).toBe(facts);
  });
});
