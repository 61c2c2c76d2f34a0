import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillAudit } from './testing/fill-audit.ts';
import { type AuditTest, notify, startAudit } from './testing/start-audit.ts';

let test: AuditTest;
let audits: readonly [string, string, string, string];

beforeAll(async () => {
  test = await startAudit();
  // The first department holds the audit notice; its result notice is issued to the city and not sent.
  audits = await fillAudit(test);
}, 120_000);
afterAll(() => test.close());

const own = (
  index: number,
  auditId: string,
  notice: 'audit-notice' | 'result-notice',
  format: 'docx' | 'pdf' = 'docx',
) => test.head(index).downloadOwnNotice({ auditId, notice, format });

const wordsOf = (bytes: Uint8Array): string =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/gu, '');

describe('the notices of a department', () => {
  it('holds the audit notice in the words as sent, addressed to the department', async () => {
    const file = await own(0, audits[0], 'audit-notice');
    expect(file.name).toBe('監査通知書.docx');
    const words = wordsOf(file.bytes);
    expect(words).toContain('窓口課長　様');
    const [audit] = (await test.head(0).listOwnAudits({ engagementId: test.engagementId })).audits;
    const [first] = audit?.notice?.text.split('\n').filter((line) => line.trim() !== '') ?? [];
    expect(words).toContain(first?.trim());
  });

  it('comes as PDF as well', async () => {
    const { bytes, mediaType } = await own(0, audits[0], 'audit-notice', 'pdf');
    expect(mediaType).toBe('application/pdf');
    expect(new TextDecoder('latin1').decode(bytes.slice(0, 4))).toBe('%PDF');
  });

  it('stays unknown to another department, as if it did not exist', async () => {
    for (const notice of ['audit-notice', 'result-notice'] as const)
      await expect(own(1, audits[0], notice)).rejects.toMatchObject({ code: 'record.missing' });
  });

  it('does not exist before the city has sent it', async () => {
    await expect(own(1, audits[1], 'audit-notice')).rejects.toMatchObject({ code: 'record.missing' });
    await expect(own(1, audits[1], 'result-notice')).rejects.toMatchObject({ code: 'record.missing' });
    // Issued by the contractor, read by the city, not sent yet.
    await expect(own(0, audits[0], 'result-notice')).rejects.toMatchObject({
      code: 'record.missing',
      detail: { message: expect.stringContaining('まだ届いていません') },
    });
  });

  it('is not for the audit team, which has the working document', async () => {
    const asked = { auditId: audits[0], notice: 'audit-notice', format: 'pdf' } as const;
    await expect(test.auditor.downloadOwnNotice(asked)).rejects.toMatchObject({ code: 'permission.refused' });
    const strange = test.as(['department-head'], { tenantId: await test.addTenant('みどり市') });
    await expect(strange.downloadOwnNotice(asked)).rejects.toMatchObject({ code: 'record.missing' });
  });

  it('holds the result notice once the city has sent it, no longer as a draft', async () => {
    const { notices } = await test.office.listResultNotices({ auditId: audits[0] });
    const notice = notices.at(-1);
    await test.office.sendResultNotice({
      noticeId: notice?.id ?? '',
      version: notice?.version ?? 0,
      number: '総情第12号',
    });
    const words = wordsOf((await own(0, audits[0], 'result-notice')).bytes);
    expect(words).toContain('総情第12号');
    expect(words).toContain('書庫の施錠について徹底が望まれる');
    expect(words).not.toContain('（通知）案');
  });
});

describe('the grounds of a finding', () => {
  it('are all accepted as grounds, the standards of the city before the national ones', async () => {
    const { standards } = await test.auditor.listGrounds({});
    expect(standards.map(({ tier }) => tier)).toEqual(standards.map(({ tier }) => tier).sort());
    expect(standards[0]?.tier).toBe(1);
    await notify(test, audits[2]);
    const drafted = await test.auditor.draftFinding({
      auditId: audits[2],
      from: { kind: 'other', source: '9(1)イ' },
      text: { title: '根拠' },
    });
    let { version } = drafted;
    for (const { code, provisions } of standards) {
      const chosen = [provisions[0], provisions.at(-1)].filter((one) => one !== undefined);
      const saved = await test.auditor.saveFinding({
        findingId: drafted.id,
        version,
        text: {
          title: '根拠',
          ...{ fact: '', cause: '', risk: '', recommendation: '', grade: null, gradeReason: '', evidenceIds: [] },
          basis: chosen.map(({ id }) => ({ standard: code, provision: id })),
        },
      });
      ({ version } = saved);
      const { findings } = await test.auditor.listFindings({ engagementId: test.engagementId, auditId: audits[2] });
      const cited = findings.find(({ id }) => id === drafted.id)?.basis.map(({ citation }) => citation);
      expect(cited).toEqual(chosen.map(({ citation }) => citation));
    }
  });

  it('are shown to those who write findings only', async () => {
    await expect(test.head(0).listGrounds({})).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(test.as(['ciso']).listGrounds({})).rejects.toMatchObject({ code: 'permission.refused' });
    // The office writes findings where the city's own auditors audit.
    expect((await test.office.listGrounds({})).standards).not.toEqual([]);
  });
});
