import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFacts, verifyJournal } from '../../kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { questionnaireContract } from './contract.ts';
import module from './server.ts';

let test: TestApplication;
beforeAll(async () => {
  test = await startTestApplication({ modules: [module] });
});
afterAll(() => test.close());

const as = (...[roles, options]: Parameters<TestApplication['caller']>) =>
  test.application.client(questionnaireContract, test.caller(roles, options));
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('questionnaire', () => {
  it('goes from content over edits to a version that never changes', async () => {
    const office = as(['security-office']);
    const { contents } = await office.listContent({});
    expect(contents.find(({ content }) => content === 'self-check-2026')).toMatchObject({
      items: 30,
      type: 'self-check',
    });
    const draft = await office.importFromContent({ content: 'self-check-2026' });
    const edits = [{ kind: 'remove-item' as const, item: 'asset-labelling' }];
    const edited = await office.buildDraft({ questionnaireId: draft.id, version: draft.version, edits });
    expect(edited).toMatchObject({ items: 29, leftOut: [{ id: 'asset-labelling' }], version: 2 });
    const stale = office.buildDraft({ questionnaireId: draft.id, version: 1, edits });
    await expect(stale).rejects.toMatchObject({ code: 'record.stale', detail: { current: { version: 2, items: 29 } } });
    const published = await office.publish({ questionnaireId: draft.id, version: 2 });
    expect(published).toMatchObject({ state: 'published', items: 29 });
    await expect(office.buildDraft({ questionnaireId: draft.id, version: 3, edits })).rejects.toEqual(
      code('state.refused'),
    );
    await expect(office.discardDraft({ questionnaireId: draft.id, version: 3 })).rejects.toEqual(code('state.refused'));
    const facts = await test.application.parts.database.transaction(test.tenantId, async (tx) => ({
      entries: await readFacts(tx, { kinds: ['questionnaire.published'] }),
      verdict: await verifyJournal(tx),
    }));
    expect(facts.verdict.broken).toBeNull();
    expect(facts.entries.map((entry) => [entry.subject, entry.data['items']])).toEqual([[draft.id, 29]]);
  });

  it('refuses a change of a published version also in the database', async () => {
    const office = as(['security-office']);
    const draft = await office.importFromContent({ content: 'preliminary-survey-2026' });
    await office.publish({ questionnaireId: draft.id, version: draft.version });
    const change = test.application.parts.database.transaction(test.tenantId, (tx) =>
      tx
        .db<{ questionnaire: { tenant_id: number; id: string; title: string } }>()
        .updateTable('questionnaire')
        .set({ title: '別の題' })
        .where('tenant_id', '=', tx.tenantId)
        .where('id', '=', draft.id)
        .execute(),
    );
    await expect(change).rejects.toMatchObject({ code: '42501' });
  });

  it('numbers versions and starts the next year with the same items', async () => {
    const office = as(['security-office']);
    const draft = await office.importFromContent({ content: 'self-check-2026' });
    await expect(
      office.startNextEdition({ questionnaireId: draft.id, fiscalYear: 2027, title: '令和9年度自己点検' }),
    ).rejects.toEqual(code('state.refused'));
    await office.publish({ questionnaireId: draft.id, version: draft.version });
    const next = await office.startNextEdition({
      questionnaireId: draft.id,
      fiscalYear: 2027,
      title: '令和9年度自己点検',
    });
    expect(next).toMatchObject({ edition: '2027', number: 1, state: 'draft', items: 30 });
    const { items } = await office.compareQuestionnaires({ fromId: draft.id, toId: next.id });
    expect(new Set(items.map((item) => item.comparison))).toEqual(new Set(['same']));
  });

  it('shows drafts to the office only', async () => {
    const draft = await as(['security-office']).importFromContent({ content: 'self-check-2026' });
    for (const reader of [as(['department-staff']), as(['auditor'])]) {
      const { questionnaires } = await reader.listQuestionnaires({});
      expect(questionnaires.map(({ id }) => id)).not.toContain(draft.id);
      await expect(reader.getQuestionnaire({ questionnaireId: draft.id })).rejects.toEqual(code('record.missing'));
    }
  });

  it('refuses wrong roles, other tenants, unknown content and malformed input', async () => {
    const office = as(['security-office']);
    const draft = await office.importFromContent({ content: 'self-check-2026' });
    await expect(as(['audit-lead']).publish({ questionnaireId: draft.id, version: 1 })).rejects.toEqual(
      code('permission.refused'),
    );
    await expect(as(['vendor']).listQuestionnaires({})).rejects.toEqual(code('permission.refused'));
    const other = as(['security-office'], { tenantId: await test.addTenant('みどり市') });
    await expect(other.getQuestionnaire({ questionnaireId: draft.id })).rejects.toEqual(code('record.missing'));
    await expect(other.publish({ questionnaireId: draft.id, version: 1 })).rejects.toEqual(code('record.missing'));
    await expect(office.importFromContent({ content: '../specifications/chiba-2026' })).rejects.toEqual(
      code('input.invalid'),
    );
    await expect(
      office.buildDraft({ questionnaireId: draft.id, version: 1, edits: [{ kind: 'remove-item', item: '../x' }] }),
    ).rejects.toEqual(code('input.invalid'));
  });

  it('lets a draft go', async () => {
    const office = as(['security-office']);
    const draft = await office.importFromContent({ content: 'self-check-2026' });
    await office.discardDraft({ questionnaireId: draft.id, version: draft.version });
    await expect(office.getQuestionnaire({ questionnaireId: draft.id })).rejects.toEqual(code('record.missing'));
  });
});
