import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneChunk } from '../../kernel/blob.ts';
import type { Client } from '../../kernel/contract.ts';
import { agreePolicy, type AuditTest, notify, openFour, startAudit } from '../audit/testing/start-audit.ts';
import audit from '../audit/server.ts';
import checklist from '../checklist/server.ts';
import engagement from '../engagement/server.ts';
import people from '../people/server.ts';
import questionnaire from '../questionnaire/server.ts';
import { questionnaireContract } from '../questionnaire/contract.ts';
import selfCheck from '../self-check/server.ts';
import specification from '../specification/server.ts';
import { standardsContract } from '../standards/contract.ts';
import standards from '../standards/server.ts';
import { FIRST_EDITION, SECOND_EDITION } from '../standards/testing/catalogues.ts';
import team from '../team/server.ts';
import { revisionContract } from './contract.ts';
import revision from './server.ts';

const CODE = 'aoba-controls';
let test: AuditTest;
let audits: [string, string, string, string];
let basis: Client<typeof standardsContract>;
let revisions: Client<typeof revisionContract>;
let second: string;
let auditor: ReturnType<AuditTest['caller']>;
let revisionId: string;

beforeAll(async () => {
  test = await startAudit(undefined, [
    ...[specification, people, engagement, team, standards, checklist, audit, questionnaire, selfCheck, revision],
  ]);
  audits = await openFour(test);
  await agreePolicy(test);
  for (const auditId of audits) await notify(test, auditId);
  auditor = test.caller(['auditor']);
  basis = test.application.client(standardsContract, auditor);
  revisions = test.application.client(revisionContract, auditor);
  const load = async (content: string, edition: string): Promise<string> => {
    const bytes = oneChunk(new TextEncoder().encode(content));
    const file = await test.application.upload(auditor, 'catalog.json', bytes);
    const { engagementId } = test;
    const { importId } = await basis.readCatalogueFile({ engagementId, fileId: file.id });
    const saved = await basis.saveCatalogue({
      ...{ engagementId, importId, version: 1, code: CODE, name: '青葉の例の管理策集', issuer: '研究会', edition },
      ...{ publishedOn: null, licence: '', source: '', public: true },
    });
    return saved.editionId;
  };
  await load(FIRST_EDITION, '第1版');
  second = await load(SECOND_EDITION, '第2版');
  const { engagementId } = test;
  await basis.draftItems({ engagementId, code: CODE, controls: ['ac-1', 'ac-2', 'ac-3', 'au-1'] });
  const { items } = await basis.listItems({ engagementId, code: CODE });
  await basis.confirmItems({ engagementId, items: items.map(({ id, version }) => ({ itemId: id, version })) });
});
afterAll(() => test.close());

const checksOf = async (auditId: string) =>
  (await test.auditor.listChecks({ auditId })).checks.filter(({ references }) =>
    references.some(({ standard }) => standard === CODE),
  );
const judge = async (auditId: string, key: string) => {
  const check = (await checksOf(auditId)).find((one) => one.key === key);
  await test.auditor.judgeCheck({
    ...{ checkId: check?.id ?? '', version: check?.version ?? 0, judgement: 'adequate', evidenceIds: [] },
    ...{ techniques: ['document-review'], fact: '規程と記録を確かめた。', note: '控えあり。' },
  });
};
const state = async () => {
  const checks = (await Promise.all(audits.map(checksOf))).flat();
  return checks.map(({ version: _version, revised: _revised, ...check }) => check);
};

describe('audit items of a standard that was brought along', () => {
  it('are a catalogue like those of the product: proposed, agreed, judged, cited', async () => {
    const { engagementId } = test;
    const { catalogues } = await test.auditor.listItemCatalogues({ engagementId });
    expect(catalogues.at(-1)).toMatchObject({ code: `standard.${CODE}`, items: 4, edition: '第1版' });
    const catalogue = await test.auditor.getItemCatalogue({ engagementId, code: `standard.${CODE}` });
    const keys = catalogue.chapters.flatMap(({ sections }) =>
      sections.flatMap(({ items }) => items.map(({ id }) => id)),
    );
    expect(keys).toEqual(['ac-1', 'ac-2', 'ac-3', 'au-1'].map((id) => `${CODE}.${id}`));
    for (const auditId of audits.slice(0, 2)) {
      await test.auditor.proposeCatalogueItems({
        ...{ auditId, catalogue: `standard.${CODE}`, items: keys, reason: '新しい基準による。' },
      });
      const { proposals } = await test.office.listProposals({ auditId });
      const open = proposals.filter(({ state: own }) => own === 'proposed');
      const chosen = open.map(({ id, version }) => ({ proposalId: id, version }));
      await test.office.agreeCheckItems({ proposals: chosen, note: '' });
    }
    const [check] = await checksOf(audits[0]);
    expect(check?.citations).toEqual(['青葉の例の管理策集 AC-1（利用者の登録）']);
    const { standards: grounds } = await test.auditor.listGrounds({ engagementId });
    expect(grounds.find(({ code }) => code === CODE)?.provisions.some(({ id }) => id === 'au-3')).toBe(true);
    for (const id of ['ac-1', 'ac-2', 'ac-3', 'au-1']) await judge(audits[0], `${CODE}.${id}`);
  });
});

describe('the revision', () => {
  it('shows beforehand what reopens, what only changes its name, and what stays', async () => {
    const { engagementId } = test;
    ({ revisionId } = await basis.startRevision({ engagementId, code: CODE, edition: second }));
    const { checks } = await revisions.previewRevision({ engagementId, revisionId });
    expect(
      checks.filter(({ auditId }) => auditId === audits[0]).map(({ provisions, effect }) => [provisions[0], effect]),
    ).toEqual([
      ['ac-1', 'carried'],
      ['ac-2', 'reopened'],
      ['ac-3', 'reopened'],
    ]);
  });

  it('reopens exactly these, says why in their notes, and taken back leaves everything as it was', async () => {
    const { engagementId } = test;
    const before = await state();
    expect(await revisions.applyRevision({ engagementId, revisionId, version: 1 })).toEqual({
      carried: 6,
      reopened: 2,
    });
    const after = await checksOf(audits[0]);
    expect(
      after.map(({ key, judgement, references }) => [
        key.slice(CODE.length + 1),
        judgement,
        references.map(({ provision }) => provision),
      ]),
    ).toEqual([
      ['ac-1', 'adequate', ['ac-10']],
      ['ac-2', 'unconfirmed', ['ac-2']],
      ['ac-3', 'unconfirmed', ['ac-3', 'ac-4']],
      ['au-1', 'adequate', ['au-1']],
    ]);
    expect(after[1]?.note).toBe(
      '控えあり。\n基準の改定（第2版）により、判断を見直す。改定前の判断は「適切」であった。',
    );
    expect(after[1]?.fact).toBe('規程と記録を確かめた。');
    await revisions.undoRevision({ engagementId, revisionId, version: 2 });
    expect(await state()).toEqual(before);
  });

  it('stays when somebody has judged a reopened check since; nothing of it is taken back then', async () => {
    const { engagementId } = test;
    ({ revisionId } = await basis.startRevision({ engagementId, code: CODE, edition: second }));
    await revisions.applyRevision({ engagementId, revisionId, version: 1 });
    await judge(audits[0], `${CODE}.ac-2`);
    await expect(revisions.undoRevision({ engagementId, revisionId, version: 2 })).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringContaining('確認項目の判断') },
    });
    const used = await basis.getCatalogue({ engagementId, code: CODE });
    expect(used.edition).toBe('第2版');
    expect((await checksOf(audits[0]))[0]?.references[0]?.provision).toBe('ac-10');
  });

  it('names the forms that cite a changed provision of a standard of the product', async () => {
    const { engagementId } = test;
    const office = test.application.client(questionnaireContract, test.caller(['security-office']));
    for (const { content } of (await office.listContent({})).contents) await office.importFromContent({ content });
    const file = await test.application.upload(
      auditor,
      'catalog.json',
      oneChunk(new TextEncoder().encode(FIRST_EDITION)),
    );
    const { importId } = await basis.readCatalogueFile({ engagementId, fileId: file.id });
    const { editionId } = await basis.saveCatalogue({
      ...{
        engagementId,
        importId,
        version: 1,
        code: 'city-standard',
        name: '対策基準',
        issuer: '青葉市',
        edition: '次の版',
      },
      ...{ publishedOn: null, licence: '', source: '', public: false },
    });
    const started = await basis.startRevision({ engagementId, code: 'city-standard', edition: editionId });
    const asOffice = test.application.client(revisionContract, test.caller(['security-office']));
    const { forms, checks } = await asOffice.previewRevision({ engagementId, revisionId: started.revisionId });
    expect(forms.length).toBeGreaterThan(0);
    expect(forms[0]?.items[0]?.provisions.length).toBeGreaterThan(0);
    expect(checks.length).toBeGreaterThan(50);
  });

  it('is for the city and the audit team of the own municipality', async () => {
    const { engagementId } = test;
    const input = { engagementId, revisionId, version: 2 };
    const as = (caller: ReturnType<typeof test.caller>) => test.application.client(revisionContract, caller);
    for (const role of ['assistant', 'department-head', 'vendor'] as const) {
      await expect(as(test.caller([role])).applyRevision(input)).rejects.toMatchObject({ code: 'permission.refused' });
    }
    const foreign = test.caller(['security-office'], { tenantId: await test.addTenant('midori') });
    await expect(as(foreign).undoRevision(input)).rejects.toMatchObject({ code: 'record.missing' });
    await expect(as(foreign).previewRevision({ engagementId, revisionId })).rejects.toMatchObject({
      code: 'record.missing',
    });
  });
});
