import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFacts } from '../../kernel/journal.ts';
import type { TestApplication } from '../../kernel/test-application.ts';
import { questionnaireContract } from '../questionnaire/contract.ts';
import { selfCheckContract } from './contract.ts';
import { type City, createCity, startApplication } from './testing/city.ts';

let test: TestApplication;
let city: City;

beforeAll(async () => {
  test = await startApplication();
  city = await createCity(test, await test.addTenant('designs'), 9);
});
afterAll(() => test.close());

const office = () => test.application.client(questionnaireContract, city.office);
const own = (role: 'audit-lead' | 'security-office') =>
  test.application.client(selfCheckContract, test.caller([role], { tenantId: city.tenantId }));

async function draft(content: string) {
  return office().importFromContent({ content });
}

const designed = () =>
  test.application.parts.database.transaction(city.tenantId, (tx) => readFacts(tx, { kinds: ['self-check.designed'] }));

describe('the contractor presents the form of the self-check', () => {
  it('which is measured by the form itself, once for every version, the newest in place of the older', async () => {
    const { engagementId } = city;
    const { id: questionnaireId, version } = await draft('self-check-segments-2026');
    const lead = own('audit-lead');
    await expect(lead.presentDesign({ engagementId, questionnaireId })).rejects.toMatchObject({
      code: 'record.missing',
    });
    const { version: renamed } = await office().buildDraft({
      questionnaireId,
      version,
      edits: [
        {
          kind: 'describe',
          title: '令和8年度情報セキュリティ自己点検',
          introduction: '事実のとおりに答えてください。',
          respondent: '職員一人一人が記入してください。',
          subjects: ['情報セキュリティ意識', '区セキュリティポリシーの理解'],
        },
      ],
    });
    await office().publish({ questionnaireId, version: renamed });
    await expect(own('security-office').presentDesign({ engagementId, questionnaireId })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    const shown = await lead.presentDesign({ engagementId, questionnaireId });
    const design = {
      segments: ['一般職員', 'システム担当者', '保護担当者'],
      subjects: ['情報セキュリティ意識', '区セキュリティポリシーの理解'],
      items: 51,
      withoutSubject: 0,
      riskItems: 9,
      riskWithoutExplanation: 0,
    };
    expect(shown).toMatchObject(design);
    expect((await designed()).map(({ data }) => data)).toEqual([{ ...design, questionnaire: questionnaireId }]);
    await expect(lead.presentDesign({ engagementId, questionnaireId })).rejects.toMatchObject({
      code: 'state.refused',
    });
    const { designs } = await own('security-office').listDesigns({ engagementId });
    expect(designs).toMatchObject([{ questionnaireId, presentedBy: shown.presentedBy }]);
  });

  it('and no other kind of form', async () => {
    const { engagementId } = city;
    const { id: questionnaireId, version } = await draft('my-number-self-check-2026');
    await office().publish({ questionnaireId, version });
    await expect(own('audit-lead').presentDesign({ engagementId, questionnaireId })).rejects.toMatchObject({
      code: 'state.refused',
    });
    expect((await own('audit-lead').listDesigns({ engagementId })).designs).toHaveLength(1);
  });

  it('a subject that is written anew keeps its items, one that is taken away leaves them without', async () => {
    const { id: questionnaireId, version } = await draft('self-check-segments-2026');
    const describeWith = (subjects: string[], at: number) =>
      office().buildDraft({
        questionnaireId,
        version: at,
        edits: [{ kind: 'describe', title: '点検', introduction: '点検です。', respondent: '職員です。', subjects }],
      });
    const measured = (form: Awaited<ReturnType<typeof describeWith>>['form']) =>
      form.sections.flatMap(({ items }) => items).filter(({ subject }) => subject !== undefined).length;
    const renamed = await describeWith(['意識', 'ポリシーの理解'], version);
    expect(measured(renamed.form)).toBe(51);
    const fewer = await describeWith(['ポリシーの理解'], renamed.version);
    expect(measured(fewer.form)).toBeGreaterThan(15);
    expect(measured(fewer.form)).toBeLessThan(51);
    expect(measured((await describeWith([], fewer.version)).form)).toBe(0);
  });
});
