import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneChunk } from '../../kernel/blob.ts';
import type { Caller } from '../../kernel/caller.ts';
import { createJobRunner } from '../../kernel/job.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { type Draft, specificationContract } from './contract.ts';
import type { Json } from './rules/stored.ts';

const TEXT = `若葉市情報安全支援業務委託仕様書
１　件名
令和８年度若葉市情報安全支援業務委託
２　業務の内容
（１）報告
　　受託者は、業務の結果を市に報告すること。
（２）基準
　　受託者は、市の規程と国の指針に従うこと。
`;

let test: TestApplication;
let office: Caller;

beforeAll(async () => {
  test = await startTestApplication({ start: '2026-06-10T00:00:00.000Z' });
  office = test.caller(['security-office']);
});
afterAll(() => test.close());

const client = () => test.application.client(specificationContract, office);
async function drafted(): Promise<Draft> {
  const { id: fileId } = await test.application.upload(office, '仕様書.txt', oneChunk(new TextEncoder().encode(TEXT)));
  const { importId } = await client().uploadDraft({ fileId });
  await createJobRunner(test.application.parts).runDue();
  return await client().getDraft({ draftId: importId });
}
const keyOf = (draft: Draft, id: string): string => draft.clauses.find((one) => one.id === id)?.key ?? id;
const words = (text: string) => expect.stringContaining(text) as unknown;
const refusedAt = (path: string, text: string) => ({
  code: 'input.invalid',
  detail: { fields: [{ path, message: words(text) }] },
});

/** Saves one thing after the other, each on the version of the one before. */
async function editing() {
  const draft = await drafted();
  let { version } = draft;
  const draftId = draft.id;
  const saved = <T extends { version: number }>(result: T): T => {
    ({ version } = result);
    return result;
  };
  return {
    draftId,
    part: async (part: Parameters<ReturnType<typeof client>['updatePart']>[0]['part'], value: Json) =>
      saved(await client().updatePart({ draftId, version, part, value })),
    clausePart: async (id: string, part: 'openPoints' | 'evidence' | 'parameters', value: Json) =>
      saved(await client().updateClausePart({ draftId, version, key: keyOf(draft, id), part, value })),
    rule: async (id: string, rule: Json) =>
      saved(await client().updateRule({ draftId, version, key: keyOf(draft, id), at: null, rule })),
    party: async (id: string, party: 'city' | 'contractor') =>
      saved(
        await client().updateClause({
          draftId,
          version,
          key: keyOf(draft, id),
          id,
          title: '報告',
          kind: 'work',
          capability: 'engagement',
          summary: '結果を報告する。',
          party,
        }),
      ),
    deliverables: async (deliverables: Draft['deliverables']) =>
      saved(await client().updateDeliverables({ draftId, version, deliverables })),
    head: async (departments: Draft['head']['departments']) =>
      saved(
        await client().updateHead({
          draftId,
          version,
          head: {
            id: `wakaba-${draftId.slice(0, 8)}`,
            title: '支援業務',
            authority: '若葉市',
            fiscalYear: 2026,
            periodFrom: 'contractDate',
            periodTo: '2027-03-31',
            marking: null,
            departments,
          },
        }),
      ),
    read: () => client().getDraft({ draftId }),
    published: async () => {
      const { specification } = await client().publish({ draftId, version });
      ({ version } = await client().getDraft({ draftId }));
      return (await client().readSpecification({ specification })).body;
    },
  };
}

const STANDARD = {
  code: 'city-policy',
  name: '若葉市の規程',
  clause: '2(2)',
  issuer: '若葉市',
  public: false,
  tier: 1,
};
const GUIDELINE = { ...STANDARD, code: 'mic-guideline', name: '国の指針', issuer: '総務省', public: true, tier: 2 };
const POINT = {
  id: 'report-month',
  question: 'いつまでに報告するか',
  reading: '年度末とする。',
  options: [
    { id: 'march', label: '年度末', value: '2027-03-31' },
    { id: 'end-of-term', label: '期間の末日', value: { from: 'periodTo' } },
  ],
  default: 'march',
};
const COUNTS = {
  id: 'report-size',
  question: '何を何部出すか',
  reading: '紙で二部とする。',
  options: [
    { id: 'paper', label: '紙で二部', values: { copies: 2, form: 'paper' } },
    { id: 'file', label: '電子データ', values: { copies: 1, form: 'electronic' } },
  ],
};
const RULE = {
  type: 'by',
  id: 'report',
  title: '結果の報告',
  fact: { fact: 'work.recorded', where: { form: { $reading: 'report-size.form' } } },
  due: { $reading: 'report-month' },
};

describe('standards, roles and delivery', () => {
  it('are saved by forms, and refused under the field that is wrong', async () => {
    const edit = await editing();
    await expect(
      edit.part('standards', { standards: [{ ...STANDARD, name: '' }], precedence: [] }),
    ).rejects.toMatchObject(refusedAt('value.standards.0.name', '入力してください'));
    await expect(edit.part('standards', { standards: [STANDARD], precedence: [[]] })).rejects.toMatchObject(
      refusedAt('value.precedence', '各段に、基準を一つ以上'),
    );
    await expect(edit.part('roles', [{ id: 'role-1', name: '責任者', clause: '2(1)', min: 0 }])).rejects.toMatchObject(
      refusedAt('value.0.min', '0より大きい'),
    );
    await expect(edit.part('delivery', { note: { clause: '2(1)' }, bound: { clause: '2(1)' } })).rejects.toMatchObject(
      refusedAt('value.bound.copies', '入力してください'),
    );
  });

  it('reach the file, and what refers to nothing is named', async () => {
    const edit = await editing();
    const faulty = await edit.part('standards', {
      standards: [STANDARD, { ...GUIDELINE, clause: '9' }],
      precedence: [['city-policy'], ['unknown']],
    });
    await edit.head({ bureaus: 12, sections: 80 });
    const { problems } = await edit.read();
    expect(faulty.problems.filter((one) => one.weight === 'error').length).toBeGreaterThan(0);
    expect(problems).toContainEqual(
      expect.objectContaining({ part: 'standards', message: words('基準「国の指針」が、存在しない条項「9」') }),
    );
    expect(problems).toContainEqual(
      expect.objectContaining({ part: 'standards', message: words('優先順位の基準「unknown」がありません') }),
    );
    await edit.part('standards', {
      standards: [STANDARD, GUIDELINE],
      precedence: [['city-policy'], ['mic-guideline']],
    });
    await edit.part('roles', [{ id: 'role-1', name: '責任者', clause: '2(1)', min: 1 }]);
    await edit.part('delivery', { note: { clause: '2(1)', form: '市の様式' }, bound: { clause: '2(1)', copies: 2 } });
    const body = await edit.published();
    for (const text of ['name: 国の指針', '- - city-policy', 'name: 責任者', 'form: 市の様式', 'bureaus: 12'])
      expect(body).toContain(text);
  });
});

describe('the open points of a clause', () => {
  it('give values, one or several by name, to rules and parts', async () => {
    const edit = await editing();
    await expect(edit.rule('2(1)', RULE)).rejects.toMatchObject(
      refusedAt('rule.fact.where.form', '論点の読み方「report-size.form」は、この下書きにありません'),
    );
    await edit.clausePart('2(1)', 'openPoints', [POINT, COUNTS]);
    await edit.rule('2(1)', RULE);
    await edit.part('delivery', { bound: { clause: '2(1)', copies: { $reading: 'report-size.copies' } } });
    // What a reading gives is checked like what is typed.
    await expect(
      edit.part('delivery', { bound: { clause: '2(1)', copies: { $reading: 'report-size.form' } } }),
    ).rejects.toMatchObject(refusedAt('value.bound.copies', '。'));
    await edit.head(null);
    const body = await edit.published();
    for (const text of ['question: 何を何部出すか', '$reading: report-month', '$reading: report-size.copies'])
      expect(body).toContain(text);
  });

  it('are refused under the field that is wrong', async () => {
    const edit = await editing();
    const refused = async (point: Json, path: string, text: string, id = '2(1)') =>
      await expect(edit.clausePart(id, 'openPoints', [point])).rejects.toMatchObject(refusedAt(path, text));
    await refused({ ...POINT, question: '' }, 'value.0.question', '入力してください');
    await refused({ ...POINT, options: POINT.options.slice(0, 1) }, 'value.0.options', '2件以上');
    await refused({ ...POINT, default: 'april' }, 'value.0.default', '選択肢の中から');
    await refused(
      { ...POINT, options: [{ id: 'a', label: 'あ' }, POINT.options[1] ?? null] },
      'value.0.options.0',
      '一方',
    );
    const others = { ...COUNTS.options[1], values: { copies: 1, paper: 'A4' } };
    await refused({ ...COUNTS, options: [COUNTS.options[0] ?? null, others] }, 'value.0', '同じ名前の values');
    await edit.clausePart('2(1)', 'openPoints', [POINT]);
    await refused(POINT, 'value.0.id', '条項「2(1)」の論点が使っています', '2(2)');
  });

  it('that are taken away are missed with clause and field', async () => {
    const edit = await editing();
    await edit.clausePart('2(1)', 'openPoints', [POINT, COUNTS]);
    await edit.rule('2(1)', RULE);
    await edit.head(null);
    const { problems } = await edit.clausePart('2(1)', 'openPoints', [COUNTS]);
    expect(problems).toContainEqual(
      expect.objectContaining({
        clause: '2(1)',
        line: 5,
        message: words('rules.0.due：読み方「report-month」が参照されていますが、定義がありません'),
      }),
    );
  });
});

describe('the rest of a clause', () => {
  it('is edited by forms: evidence, party, numbers, and the date of a document', async () => {
    const edit = await editing();
    await expect(edit.clausePart('2(2)', 'evidence', [{ fact: '' }])).rejects.toMatchObject({ code: 'input.invalid' });
    await edit.clausePart('2(2)', 'evidence', [{ fact: 'work.recorded', min: 2 }]);
    await edit.clausePart('2(2)', 'parameters', { times: 2, subjects: ['規程', '指針'] });
    await edit.party('2(1)', 'city');
    await edit.deliverables([
      {
        type: 'report',
        name: '報告書',
        clause: '2(1)',
        due: null,
        forms: ['paper'],
        formats: ['pdf'],
        copies: 2,
        approval: false,
        more: { due: { from: 'periodTo', span: { n: -5, unit: 'business-days' } }, per: 'month', papers: ['A4'] },
      },
    ]);
    await edit.head(null);
    const body = await edit.published();
    for (const text of ['party: city', 'fact: work.recorded', 'times: 2', 'n: -5', 'per: month'])
      expect(body).toContain(text);
    await edit.party('2(1)', 'contractor');
    expect((await edit.read()).clauses.find((one) => one.id === '2(1)')?.more).not.toHaveProperty('party');
  });

  it('names the field of a rule that is wrong', async () => {
    const edit = await editing();
    await expect(
      edit.rule('2(1)', {
        type: 'respond',
        id: 'answer',
        title: '報告',
        trigger: { fact: 'meeting.held' },
        response: { fact: 'minutes.submitted' },
        within: { n: 5, unit: 'weeks' },
      }),
    ).rejects.toMatchObject(refusedAt('rule.within.unit', '選択肢の中から'));
  });
});
