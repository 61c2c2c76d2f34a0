import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillAudit } from '../audit/testing/fill-audit.ts';
import { type AuditTest, judgeAll, notify, startAudit } from '../audit/testing/start-audit.ts';
import audit from '../audit/server.ts';
import engagement from '../engagement/server.ts';
import people from '../people/server.ts';
import specification from '../specification/server.ts';
import team from '../team/server.ts';
import { templatesContract } from '../templates/contract.ts';
import templates from '../templates/server.ts';
import { docx, p, wordsOfDocx } from '../../documents/testing/forms.ts';
import { oneChunk } from '../../kernel/blob.ts';
import type { Role } from '../../kernel/role.ts';
import { type DeliverableVersion, deliverablesContract, REVIEW_POINTS } from './contract.ts';
import deliverables from './server.ts';

let test: AuditTest;
beforeAll(async () => {
  test = await startAudit(undefined, [specification, people, engagement, team, audit, templates, deliverables]);
  const [, second, third] = await fillAudit(test);
  await notify(test, second);
  await notify(test, third);
  const [failed = ''] = await judgeAll(test, third, [5]);
  await test.auditor.draftFinding({ auditId: third, from: { kind: 'check', id: failed } });
}, 120_000);
afterAll(() => test.close());

const as = (role: Role, departmentIds: readonly string[] = []) =>
  test.application.client(deliverablesContract, test.caller([role], { departmentIds }));
const lead = () => as('audit-lead');
const list = (index: number) => ({
  engagementId: test.engagementId,
  type: 'findings-list',
  subject: null,
  edition: 'department' as const,
  departmentId: test.departments[index] ?? null,
});
const page = async (index: number): Promise<string> =>
  Buffer.from((await lead().showDocument(list(index))).bytes).toString();

async function handIn(version: DeliverableVersion, accept: boolean): Promise<void> {
  const one = { engagementId: test.engagementId, versionId: version.id };
  await lead().review({ ...one, checked: [...REVIEW_POINTS], comment: '' });
  await lead().submit({ ...one, form: 'electronic', paper: null, copies: 1 });
  if (accept) await as('security-office').accept({ ...one, comment: '' });
}

describe("a department's edition", () => {
  it('holds the rows and counts of the department alone', async () => {
    const [counter, tax] = [await page(0), await page(2)];
    expect(counter).toContain('窓口課分）');
    expect(counter).toContain('発見事項は2件');
    expect(tax).toContain('発見事項は1件');
    expect(tax).not.toContain('窓口課');
    expect(counter).not.toContain('税務課');
    const whole = await lead().preview({ ...list(0), edition: 'detailed', departmentId: null });
    expect(whole.departments.map(({ name }) => name)).toHaveLength(4);
    const { removed } = await lead().preview(list(2));
    expect(removed).toContainEqual(
      expect.objectContaining({ kind: '表の行', reason: 'ほかの所属に関する記載', instead: null }),
    );
    // The outlines of the other departments were never in the detailed edition.
    expect(removed.filter(({ kind }) => kind === '段落')).toHaveLength(1);
  });

  it('stands beside one for executives: the counts of each department and the grave findings', async () => {
    const wanted = { ...list(0), edition: 'executive' as const, departmentId: null };
    const short = Buffer.from((await lead().showDocument(wanted)).bytes).toString();
    expect(short).toContain('（要約版）');
    expect(short).toContain('監査対象課ごとの件数');
    expect(short).not.toContain('監査対象課の認識');
    const whole = Buffer.from((await lead().showDocument({ ...wanted, edition: 'detailed' })).bytes).toString();
    expect(whole).toContain('監査対象課の認識');
    expect(whole).not.toContain('監査対象課ごとの件数');
  });

  it('is refused, with the place and the word, while another department is named in it', async () => {
    const { findings } = await test.auditor.listFindings({ engagementId: test.engagementId });
    const found = findings.find(({ state }) => state === 'draft');
    if (found === undefined) throw new Error('no draft');
    const { title, fact, cause, risk, recommendation, grade, gradeReason, evidenceIds, basis } = found;
    const save = (version: number, words: string) =>
      test.auditor.saveFinding({
        findingId: found.id,
        version,
        text: {
          ...{ title, fact: words, cause, risk, recommendation, grade, gradeReason, evidenceIds },
          basis: basis.map(({ standard, provision }) => ({ standard, provision })),
        },
      });
    await save(found.version, '窓口課と同じ鍵を使っていた。');
    const { refusals } = await lead().preview(list(2));
    expect(refusals.join()).toMatch(/ほかの所属についての語.*表の1行3列目に所属の名称「窓口課」/u);
    await expect(lead().produce(list(2))).rejects.toMatchObject({ code: 'input.invalid' });
    const { deliverables: owed } = await lead().listDeliverables({ engagementId: test.engagementId });
    expect(owed.flatMap(({ editions }) => editions.flatMap(({ versions }) => versions))).toEqual([]);
    await save(found.version + 1, fact);
  });

  it('does not exist for a department that is not audited, nor without a department', async () => {
    for (const wanted of [{ departmentId: '00000000-0000-7000-8000-000000000000' }, { departmentId: null }]) {
      await expect(lead().produce({ ...list(0), ...wanted })).rejects.toMatchObject({ code: 'record.missing' });
    }
    const report = { ...list(0), type: 'business-report' };
    await expect(lead().produce(report)).rejects.toMatchObject({ code: 'record.missing' });
    const mixed = { ...list(0), edition: 'public' as const };
    await expect(lead().produce(mixed)).rejects.toMatchObject({ code: 'record.missing' });
  });
});

describe("the city's form of an edition", () => {
  const form = docx(
    [p('{{文書名}}／{{取扱区分}}'), p('{{前文}}'), p('{{#一覧}}{{発見事項（確認した事実）}}／{{/一覧}}')].join(''),
  );
  async function inUse(edition: 'public' | 'department'): Promise<string> {
    const office = test.caller(['security-office']);
    const forms = test.application.client(templatesContract, office);
    const { id: fileId } = await test.application.upload(office, `${edition}.docx`, oneChunk(form));
    const { engagementId } = test;
    const registered = await forms.registerTemplate({
      engagementId,
      kind: 'findings-list',
      edition,
      fileId,
      comment: '',
    });
    expect(registered).toMatchObject({ edition, problems: [] });
    await forms.activateTemplate({ engagementId, templateId: registered.id });
    return registered.id;
  }
  async function wordsIn(version: DeliverableVersion): Promise<string> {
    const file = version.files.find(({ format }) => format === 'docx');
    if (file?.template === null || file === undefined) throw new Error('not in the form');
    const one = { engagementId: test.engagementId, versionId: version.id, fileId: file.fileId };
    return wordsOfDocx((await lead().downloadFile(one)).bytes).join('');
  }

  it('is filled with what the edition says and nothing else, and serves no other edition', async () => {
    const publicForm = await inUse('public');
    const departmentForm = await inUse('department');
    const { findings } = await test.auditor.listFindings({ engagementId: test.engagementId });
    const open = { ...list(0), edition: 'public' as const, departmentId: null };
    const words = await wordsIn(await lead().produce(open));
    expect(words).toContain('（公表用概要版）');
    for (const { title, fact } of findings.filter(({ state }) => state !== 'withdrawn')) {
      expect(words).toContain(title);
      expect(words).not.toContain(fact);
    }
    const own = await wordsIn(await lead().produce(list(2)));
    expect(own).toContain('税務課分');
    expect(own).not.toContain('窓口課');
    const detailed = await lead().produce({ ...list(0), edition: 'detailed', departmentId: null });
    expect(detailed.files.map(({ template }) => template)).toEqual([null, null, null]);
    const forms = test.application.client(templatesContract, test.caller(['security-office']));
    const preview = await forms.previewTemplate({
      engagementId: test.engagementId,
      templateId: departmentForm,
      subject: null,
      departmentId: test.departments[0],
      values: 'records',
    });
    expect(wordsOfDocx(preview.bytes).join('')).not.toContain('税務課');
    for (const templateId of [publicForm, departmentForm]) {
      await forms.retireTemplate({ engagementId: test.engagementId, templateId });
    }
  });

  it('is refused for an edition that the document has not', async () => {
    const office = test.caller(['security-office']);
    const { id: fileId } = await test.application.upload(office, 'a.docx', oneChunk(form));
    const wanted = {
      engagementId: test.engagementId,
      kind: 'checklist',
      edition: 'executive' as const,
      fileId,
      comment: '',
    };
    await expect(test.application.client(templatesContract, office).registerTemplate(wanted)).rejects.toMatchObject({
      code: 'input.invalid',
    });
  });
});

describe('a version of an edition', () => {
  it('keeps what it leaves out, and the city reads that too once it is handed in', async () => {
    const version = await lead().produce(list(0));
    expect(version).toMatchObject({ edition: 'department', departmentId: test.departments[0], version: 1 });
    const one = { engagementId: test.engagementId, versionId: version.id };
    const { removed } = await lead().listRemoved(one);
    expect(removed.length).toBe(version.removed);
    expect(removed.length).toBeGreaterThan(0);
    await expect(as('security-office').listRemoved(one)).rejects.toMatchObject({ code: 'record.missing' });
    await handIn(version, false);
    expect((await as('security-office').listRemoved(one)).removed).toEqual(removed);
    await expect(as('department-head', [test.departments[0]]).listRemoved(one)).rejects.toMatchObject({
      code: 'permission.refused',
    });
    const [fact] = await test.facts('deliverable.submitted');
    expect(fact?.data).toMatchObject({ type: 'findings-list:department', department: test.departments[0] });
  });

  it('is read by its own department once the city has accepted it, and by no other', async () => {
    const { engagementId } = test;
    const [first, , third] = test.departments;
    const head = as('department-head', [first]);
    expect((await head.listOwn({ engagementId })).versions).toEqual([]);
    const { deliverables: owed } = await as('security-office').listDeliverables({ engagementId });
    const waiting = owed
      .find(({ type }) => type === 'findings-list')
      ?.editions.find(({ department }) => department?.id === first)
      ?.versions.at(-1);
    if (waiting === undefined) throw new Error('no version');
    await as('security-office').accept({ engagementId, versionId: waiting.id, comment: '' });
    await handIn(await lead().produce(list(2)), true);
    const { versions } = await head.listOwn({ engagementId });
    expect(versions.map(({ departmentId, version }) => [departmentId, version])).toEqual([[first, 1]]);
    const [own] = versions;
    const file = own?.files.find(({ format }) => format === 'docx');
    if (own === undefined || file === undefined) throw new Error('no file');
    const one = { engagementId, versionId: own.id, fileId: file.fileId };
    const words = wordsOfDocx((await head.downloadOwn(one)).bytes).join('');
    expect(words).toContain('窓口課');
    expect(words).not.toContain('税務課');
    await expect(as('department-staff', [third]).downloadOwn(one)).rejects.toMatchObject({ code: 'file.missing' });
    await expect(as('vendor').listOwn({ engagementId })).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(head.listDeliverables({ engagementId })).rejects.toMatchObject({ code: 'permission.refused' });
    // Both departments' heads of one bureau read both.
    expect((await as('department-head', [first, third]).listOwn({ engagementId })).versions).toHaveLength(2);
  });

  it('goes into the package beside the deliverable, is not bound with it, and is not missed where there is none', async () => {
    const { engagementId } = test;
    const detailed = await lead().produce({ ...list(0), edition: 'detailed', departmentId: null });
    await handIn(detailed, true);
    const { entries, gaps } = await lead().getPackage({ engagementId });
    expect(gaps).toEqual([]);
    const titles = [...new Set(entries.map(({ title }) => title))];
    expect(titles).toHaveLength(3);
    expect(titles.join()).toMatch(/発見事項一覧,発見事項一覧（.*窓口課分）,発見事項一覧（.*税務課分）/u);
  });
});
