import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasOffice } from '../../documents/testing/office.ts';
import { part } from '../../documents/testing/ooxml.ts';
import { settleAll } from '../../documents/testing/settle.ts';
import { wordVersion } from '../../documents/testing/word-changes.ts';
import { agreePolicy, type AuditTest, openFour, POLICY, startAudit } from './testing/start-audit.ts';

let test: AuditTest;
let first: string;
let second: string;
beforeAll(async () => {
  test = await startAudit();
  await openFour(test);
  first = await agreePolicy(test);
  const { engagementId } = test;
  ({ id: second } = await test.auditor.draftPolicy({
    engagementId,
    fields: { purpose: '外部サービスの対策の問題点を明らかにし、実効性を高める。', requests: ['台帳の写しの提出'] },
  }));
}, 120_000);
afterAll(() => test.close());

const textOf = (bytes: Uint8Array, version: 'after' | 'before'): string =>
  wordVersion(part(bytes, 'word/document.xml'), version).join('\n');

describe('the changes of a version of the policy', () => {
  it('are the contractor’s until the version is laid before the city, and the first version has none', async () => {
    const wanted = { policyId: second, format: 'docx' as const };
    await expect(test.office.downloadPolicyChanges(wanted)).rejects.toMatchObject({ code: 'record.missing' });
    await expect(test.auditor.downloadPolicyChanges({ ...wanted, policyId: first })).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: '初版の方針には、比べる前の版がありません。' },
    });
  });

  it('are what the city reads, accepts and refuses in its word processor', async () => {
    const proposed = await test.lead.proposePolicy({ policyId: second, version: 1 });
    const returned = await test.office.returnPolicy({
      ...{ policyId: second, version: proposed.version, remark: '依頼の範囲を改めること。' },
    });
    await test.lead.proposePolicy({ policyId: second, version: returned.version });
    const { bytes, name } = await test.office.downloadPolicyChanges({ policyId: second, format: 'docx' });
    expect(name).toBe('情報セキュリティ監査方針_第2版_見え消し.docx');
    const comments = part(bytes, 'word/comments.xml');
    expect(comments).toContain('差し戻した理由：依頼の範囲を改めること。');
    expect(textOf(bytes, 'after')).toContain('外部サービスの対策の問題点を明らかにし');
    expect(textOf(bytes, 'before')).toContain(POLICY.purpose);
    expect(textOf(bytes, 'before')).not.toContain('台帳の写しの提出');
    if (!hasOffice) return;
    const [settled] = settleAll([bytes]);
    if (settled === undefined) throw new Error('a settled file');
    expect(textOf(settled.after, 'after')).toContain('台帳の写しの提出');
    expect(textOf(settled.after, 'after')).not.toContain('管理簿の写しの提出');
    expect(textOf(settled.before, 'before')).toContain('管理簿の写しの提出');
    expect(textOf(settled.before, 'before')).not.toContain('外部サービスの対策の問題点');
  }, 60_000);

  it('come as PDF too', async () => {
    const { bytes } = await test.office.downloadPolicyChanges({ policyId: second, format: 'pdf' });
    expect(new TextDecoder('latin1').decode(bytes.subarray(0, 5))).toBe('%PDF-');
  });
});
