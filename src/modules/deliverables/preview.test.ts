import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditContract } from '../audit/contract.ts';
import { fillAudit } from '../audit/testing/fill-audit.ts';
import { type AuditTest, judgeAll, notify, startAudit } from '../audit/testing/start-audit.ts';
import audit from '../audit/server.ts';
import engagement from '../engagement/server.ts';
import people from '../people/server.ts';
import specification from '../specification/server.ts';
import standards from '../standards/server.ts';
import team from '../team/server.ts';
import templates from '../templates/server.ts';
import type { Role } from '../../kernel/role.ts';
import { deliverablesContract } from './contract.ts';
import deliverables from './server.ts';

let test: AuditTest;
beforeAll(async () => {
  test = await startAudit(undefined, [
    specification,
    people,
    engagement,
    team,
    standards,
    audit,
    templates,
    deliverables,
  ]);
  const [, second, third] = await fillAudit(test);
  await notify(test, second);
  await notify(test, third);
  const [failed = ''] = await judgeAll(test, second, [3]);
  await test.auditor.draftFinding({ auditId: second, from: { kind: 'check', id: failed } });
  await rewrite({ recommendation: '' });
}, 120_000);
afterAll(() => test.close());

const as = (role: Role) => test.application.client(deliverablesContract, test.caller([role]));
const report = () => ({ engagementId: test.engagementId, type: 'business-report', subject: null });
const list = () => ({ engagementId: test.engagementId, type: 'findings-list', subject: null });
const saying = (words: string) => ({ detail: { message: expect.stringContaining(words) as string } });
const text = async (input: { engagementId: string; type: string; subject: null }, edition?: 'public' | 'executive') =>
  Buffer.from((await as('audit-lead').showDocument({ ...input, ...(edition ? { edition } : {}) })).bytes).toString();

/** Gives the draft another title and recommendation, as the auditor would. */
async function rewrite(words: { readonly title?: string; readonly recommendation?: string }): Promise<void> {
  const client = test.application.client(auditContract, test.caller(['auditor']));
  const { findings } = await client.listFindings({ engagementId: test.engagementId });
  const found = findings.find(({ state }) => state === 'draft');
  if (found === undefined) throw new Error('no draft');
  const { title, cause, risk, recommendation, grade, gradeReason, evidenceIds, fact, basis } = found;
  await client.saveFinding({
    findingId: found.id,
    version: found.version,
    text: {
      ...{ title, fact, cause, risk, recommendation, grade, gradeReason, evidenceIds, ...words },
      basis: basis.map(({ standard, provision }) => ({ standard, provision })),
    },
  });
}

describe('a document before it is made', () => {
  it('is a page that is shown, not saved, and names its gaps with the page that fills them', async () => {
    const reply = await as('audit-lead').showDocument(report());
    expect(reply.shown).toBe(true);
    expect(Buffer.from(reply.bytes).toString()).toContain('<html lang="ja">');
    const { gaps, editions, refusals, unavailable } = await as('audit-lead').preview(report());
    expect([editions, refusals, unavailable]).toEqual([['detailed', 'public', 'executive'], [], null]);
    expect(gaps.map(({ message }) => message).join()).toMatch(/記録がまだない章が\d+章あります/u);
    expect(gaps).toContainEqual({
      message: '改善提言が未記入の発見事項が1件あります。',
      href: `/engagements/${test.engagementId}/audit/findings`,
    });
    expect(gaps.filter(({ message }) => /税務課に、判断が未記入の確認項目が\d+件あります。$/u.test(message))).toEqual([
      {
        message: expect.any(String) as string,
        href: expect.stringMatching(/\/departments\/[0-9a-f-]+\/checks$/u) as string,
      },
    ]);
  });

  it('says what must be recorded first where there is nothing to show', async () => {
    const preview = await as('audit-lead')
      .preview({ ...list(), type: 'no-such-paper' })
      .catch((error: Error) => error);
    expect(preview).toBeInstanceOf(Error);
    const notice = await as('audit-lead').preview({
      engagementId: test.engagementId,
      type: 'result-notice',
      subject: test.departments[3],
    });
    expect(notice.unavailable).toContain('先に監査チームが案を作ってください');
  });

  it('is read by the city where the specification has it explained before, told from what the city may see', async () => {
    const page = Buffer.from((await as('security-office').showDocument(report())).bytes).toString();
    expect(page).toContain('2件の発見事項を整理し');
    expect(await text(report())).toContain('3件の発見事項を整理し');
    expect((await as('ciso').preview(report())).unavailable).toBeNull();
  });

  it('waits for the submission where the specification says nothing, and is no file for the city', async () => {
    const { engagementId } = test;
    const notice = { engagementId, type: 'result-notice', subject: test.departments[0] ?? null };
    await expect(as('security-office').preview(notice)).rejects.toMatchObject(saying('提出してから'));
    await expect(as('security-office').showDocument(notice)).rejects.toMatchObject({ code: 'state.refused' });
    await expect(as('security-office').previewDocument({ ...report(), format: 'docx' })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await expect(as('department-head').preview(report())).rejects.toMatchObject({ code: 'permission.refused' });
  });
});

describe('the public edition', () => {
  it('names no department, and lists what it leaves out', async () => {
    const whole = await text(report());
    const open = await text(report(), 'public');
    for (const name of ['窓口課', '税務課', '公共施設予約']) {
      expect(whole).toContain(name);
      expect(open).not.toContain(name);
    }
    expect(open).toContain('対象課1');
    const { removed, refusals } = await as('audit-lead').preview({ ...report(), edition: 'public' });
    expect(refusals).toEqual([]);
    expect(removed).toContainEqual(
      expect.objectContaining({ kind: '表のセル', reason: '監査対象課の名称', instead: '対象課1' }),
    );
  });

  it('is refused with the place while a host stands in it, and made when it is gone', async () => {
    await rewrite({ title: 'ＳＲＶ－ＦＩＬＥ０１の鍵の管理', recommendation: '鍵を管理簿で管理する。' });
    const wanted = { ...list(), edition: 'public' as const };
    const { refusals } = await as('audit-lead').preview(wanted);
    expect(refusals.join()).toMatch(/表の\d+行\d+列目に.*ホスト名「srv-file01」/u);
    await expect(as('audit-lead').produce(wanted)).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(as('audit-lead').previewDocument({ ...wanted, format: 'pdf' })).rejects.toMatchObject(
      saying('公表してはならない語'),
    );
    await rewrite({ title: '鍵の管理' });
    const made = await as('audit-lead').produce(wanted);
    expect([made.edition, made.version, made.title]).toEqual([
      'public',
      1,
      expect.stringContaining('（公表用概要版）'),
    ]);
    expect(made.files.map(({ format }) => format).toSorted()).toEqual(['docx', 'pdf']);
  });

  it('has versions of its own, and is not what the specification asks for', async () => {
    const lead = as('audit-lead');
    const { deliverables: before } = await lead.listDeliverables({ engagementId: test.engagementId });
    const owed = before.find(({ type }) => type === 'findings-list');
    expect(owed?.versions).toEqual([]);
    const version = owed?.editions.find(({ edition }) => edition === 'public')?.versions.at(-1);
    if (version === undefined) throw new Error('no public version');
    const { engagementId } = test;
    const points = (await import('./contract.ts')).REVIEW_POINTS;
    await lead.review({ engagementId, versionId: version.id, checked: [...points], comment: '' });
    await lead.submit({ engagementId, versionId: version.id, form: 'electronic', paper: null, copies: 1 });
    const [fact] = await test.facts('deliverable.submitted');
    expect(fact?.data['type']).toBe('findings-list:public');
    const detailed = await lead.produce(list());
    expect([detailed.version, detailed.deliverableId === version.deliverableId]).toEqual([1, false]);
  });

  it('does not exist where the provider has none', async () => {
    const wanted = { engagementId: test.engagementId, type: 'checklist', subject: null, edition: 'public' as const };
    await expect(as('audit-lead').produce(wanted)).rejects.toMatchObject({ code: 'record.missing' });
  });
});

it('executives read the outline and what was found, not how the papers went', async () => {
  const page = await text(report(), 'executive');
  expect(page).toContain('（要約版）');
  expect(page).toContain('発見事項を整理し');
  expect(page).toContain('改善提言</th>');
  expect(page).not.toContain('市への提出日');
});

it('wording that reads like assurance is refused in papers of the audit', async () => {
  await rewrite({ title: '対策が適切に実施されていると認められる' });
  const { refusals } = await as('audit-lead').preview(list());
  expect(refusals.join()).toContain('保証と受け取られる表現');
  await expect(as('audit-lead').produce(list())).rejects.toMatchObject(saying('助言型の監査'));
  await rewrite({ title: '鍵の管理' });
  expect((await as('audit-lead').preview(list())).refusals).toEqual([]);
});
