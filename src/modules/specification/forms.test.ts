import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfOf } from '../../importers/testing.ts';
import { oneChunk } from '../../kernel/blob.ts';
import type { Caller } from '../../kernel/caller.ts';
import { createJobRunner } from '../../kernel/job.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { type Draft, specificationContract } from './contract.ts';
import { EVENTS } from './web/form/events.ja.ts';

const TEXT = `若葉市情報安全支援業務委託仕様書
１　件名
令和８年度若葉市情報安全支援業務委託
２　委託期間
契約締結日から令和９年３月３１日まで
３　業務の内容
（１）計画
　　受託者は、契約締結後１４日以内に業務計画書を作成し、市の承認を得ること。
（２）相談
　　受託者は、月５件を上限として相談に応じること。
（３）定例会
　　受託者は、月に１回、市と定例会議を開催すること。
（４）従事者
　　従事者には、情報処理安全確保支援士の資格を有する者を１名以上含むこと。
`;

let test: TestApplication;
let office: Caller;
let member: Caller;

beforeAll(async () => {
  test = await startTestApplication({ start: '2026-06-10T00:00:00.000Z' });
  office = test.caller(['security-office']);
  member = test.caller(['auditor']);
});
afterAll(() => test.close());

const as = (caller: Caller) => test.application.client(specificationContract, caller);
const send = async (name: string, bytes: Uint8Array | string) => {
  const body = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const { id } = await test.application.upload(office, name, oneChunk(body));
  return (await as(office).uploadDraft({ fileId: id })).importId;
};
const work = () => createJobRunner(test.application.parts).runDue();
const drafted = async (): Promise<Draft> => {
  const draftId = await send('仕様書.txt', TEXT);
  await work();
  return await as(office).getDraft({ draftId });
};
const clauseOf = (draft: Draft, id: string) => {
  const found = draft.clauses.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no clause ${id}`);
  return found;
};
const words = (text: string) => expect.stringContaining(text) as unknown;

describe('a file on its way to a draft', () => {
  it('waits, is read in the background, and can be followed', async () => {
    const importId = await send(
      '長い仕様書.pdf',
      pdfOf(Array.from({ length: 500 }, (_, at) => [`${at + 1} Chapter`, 'The contractor reports to the city.'])),
    );
    expect(await as(office).getImport({ importId })).toMatchObject({ state: 'waiting', clauses: null });
    expect((await as(office).listImports({})).imports.map((one) => one.id)).toContain(importId);
    await expect(as(office).getDraft({ draftId: importId })).rejects.toMatchObject({ code: 'record.missing' });
    await work();
    const read = await as(office).getImport({ importId });
    expect(read).toMatchObject({ state: 'done', pages: 500, pagesRead: 500, problems: [] });
    // Numbers of three digits are no numbers of clauses; what stands under them is not lost.
    expect(read.clauses).toBe(99);
    expect((await as(office).listImports({})).imports.map((one) => one.id)).not.toContain(importId);
    await expect(as(member).getImport({ importId })).rejects.toMatchObject({ code: 'permission.refused' });
  }, 120_000);

  it('is told what is wrong with it, whatever it is', async () => {
    const refused = async (name: string, bytes: Uint8Array | string, message: string) => {
      const importId = await send(name, bytes);
      await work();
      expect(await as(office).getImport({ importId })).toMatchObject({ state: 'refused', problems: [words(message)] });
    };
    await refused('紙.pdf', pdfOf([[], [], []]), 'スキャンした画像');
    await refused('鍵.pdf', encryptedPdf(), 'パスワードで保護されたPDF');
    await refused(
      '爆弾.docx',
      zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'word/document.xml': new Uint8Array(80 * 1024 * 1024) }),
      '大きすぎて',
    );
    await refused('古い.doc', compoundFile('WordDocument'), '古い形式');
    await refused('鍵.doc', compoundFile('EncryptedPackage'), 'パスワードで保護されたWord文書');
    // A document with a password is no archive any more, although its name says so.
    await expect(send('鍵.docx', compoundFile('EncryptedPackage'))).rejects.toMatchObject({
      code: 'file.lying',
      detail: { message: words('パスワードで保護された文書') },
    });
  }, 120_000);
});

describe('forms', () => {
  it('add, change and remove a rule, which the YAML text shows as well', async () => {
    const draft = await drafted();
    const { key } = clauseOf(draft, '3(3)');
    const own = clauseOf(draft, '3(3)').ruleList?.length ?? 0;
    const rule = {
      type: 'by',
      id: 'rule-9',
      title: '定例会の日程の決定',
      fact: { fact: 'meeting.scheduled' },
      due: { from: 'contractDate', span: { n: 10, unit: 'days' } },
    };
    const added = await as(office).updateRule({ draftId: draft.id, version: draft.version, key, at: null, rule });
    const seen = clauseOf(await as(office).getDraft({ draftId: draft.id }), '3(3)');
    expect(seen.ruleList?.at(-1)).toEqual(rule);
    expect(seen.rules).toContain('title: 定例会の日程の決定');
    const remark = await as(office).updateRules({
      draftId: draft.id,
      version: added.version,
      key,
      rules: `# 市と確認済み\n${seen.rules}`,
    });
    const changed = await as(office).updateRule({
      draftId: draft.id,
      version: remark.version,
      key,
      at: own,
      rule: { ...rule, due: '2026-07-31' },
    });
    const after = clauseOf(await as(office).getDraft({ draftId: draft.id }), '3(3)');
    expect(after.rules).toContain('# 市と確認済み');
    expect(after.rules).toContain('due: 2026-07-31');
    await expect(
      as(office).updateRule({
        draftId: draft.id,
        version: changed.version,
        key,
        at: null,
        rule: { ...rule, type: 'hope' },
      }),
    ).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ path: 'rule', message: words('「type: hope」という規則はありません') }] },
    });
    await as(office).updateRule({ draftId: draft.id, version: changed.version, key, at: own, rule: null });
    expect(clauseOf(await as(office).getDraft({ draftId: draft.id }), '3(3)').ruleList).toHaveLength(own);
  });

  it('name the line of a YAML text that cannot be read', async () => {
    const draft = await drafted();
    const { key } = clauseOf(draft, '3(1)');
    const { problems } = await as(office).updateRules({
      draftId: draft.id,
      version: draft.version,
      key,
      rules: '- type: by\n  id: x\n title: [',
    });
    expect(problems).toContainEqual(
      expect.objectContaining({ clause: '3(1)', message: words('規則の3行目をYAMLとして読み取れません') }),
    );
    expect(clauseOf(await as(office).getDraft({ draftId: draft.id }), '3(1)').ruleList).toBeNull();
  });

  it('edit meetings, team, cap and report, and refuse what is wrong under its field', async () => {
    const draft = await drafted();
    const { id: draftId } = draft;
    expect(draft.proposedParts).toEqual(expect.arrayContaining(['meetings', 'team', 'consultation']));
    expect(draft.parts.consultation).toMatchObject({ cap: { max: 5, per: 'month', clause: '3(2)' } });
    expect(draft.parts.team).toMatchObject({ people: [{ clause: '3(4)', min: 1 }] });
    const meeting = {
      type: 'meeting-1',
      name: '定例会',
      clause: '3(3)',
      cadence: { n: 1, unit: 'months' },
      modes: ['対面'],
    };
    await expect(
      as(office).updatePart({ draftId, version: draft.version, part: 'meetings', value: [{ ...meeting, name: '' }] }),
    ).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ path: 'value.0.name', message: '入力してください。' }] },
    });
    let { version } = await as(office).updatePart({
      draftId,
      version: draft.version,
      part: 'meetings',
      value: [meeting],
    });
    const saved = await as(office).updatePart({
      draftId,
      version,
      part: 'meeting-conditions',
      value: { regular: ['weekly'] },
    });
    expect(saved.problems).toContainEqual(
      expect.objectContaining({ weight: 'error', part: 'meeting-conditions', message: words('「weekly」') }),
    );
    ({ version } = await as(office).updatePart({
      draftId,
      version: saved.version,
      part: 'meeting-conditions',
      value: { regular: ['meeting-1'] },
    }));
    const twice = [
      { clause: '3(2)', type: 'internal', techniques: ['ヒアリング'] },
      { clause: '3(4)', type: 'internal', techniques: ['現場確認'] },
    ];
    await expect(
      as(office).updatePart({ draftId, version, part: 'follow-up', value: { audits: twice } }),
    ).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [{ path: 'value.audits', message: words('同じ種類の監査が二度') }] },
    });
    const astray = await as(office).updatePart({
      draftId,
      version,
      part: 'follow-up',
      value: { support: { clause: '9(9)', channels: ['電話'] } },
    });
    expect(astray.problems).toContainEqual(
      expect.objectContaining({ weight: 'error', part: 'follow-up', message: words('9(9)') }),
    );
    ({ version } = await as(office).updatePart({
      draftId,
      version: astray.version,
      part: 'follow-up',
      value: {
        audits: [{ clause: '3(4)', type: 'internal', techniques: ['再実施'], evaluated: true }],
        support: { clause: '3(2)', channels: ['電話'], recordWithin: { n: 5, unit: 'days', first: 'inclusive' } },
      },
    }));
    ({ version } = await as(office).updatePart({
      draftId,
      version,
      part: 'report',
      value: { chapters: [{ clause: '3(2)', title: '相談', topics: ['consultations'] }] },
    }));
    ({ version } = await as(office).updateWork({
      draftId,
      version,
      key: clauseOf(draft, '3(1)').key,
      work: {
        name: '計画',
        start: { from: 'contractDate' },
        end: { from: 'contractDate', span: { n: 14, unit: 'days' } },
      },
    }));
    ({ version } = await as(office).updateHead({
      draftId,
      version,
      head: {
        id: 'wakaba-2026',
        title: '支援業務',
        authority: '若葉市',
        fiscalYear: 2026,
        periodFrom: 'contractDate',
        periodTo: '2027-03-31',
        marking: null,
      },
    }));
    const { specification } = await as(office).publish({ draftId, version });
    const { body } = await as(office).readSpecification({ specification });
    for (const text of ['name: 定例会', 'max: 5', 'topics:', 'wbs:', '再実施', 'recordWithin:'])
      expect(body).toContain(text);
  });

  it('offer only records that a module of the product makes', () => {
    const known = new Set(test.application.parts.modules.flatMap((module) => Object.keys(module.facts)));
    expect(EVENTS.map((one) => one.kind).filter((kind) => !known.has(kind))).toEqual([]);
  });
});

describe('a proposal', () => {
  it('that is refused leaves nothing behind, and comes back when it is taken up again', async () => {
    const draft = await drafted();
    const plan = clauseOf(draft, '3(1)');
    const document = plan.suggestions.find((one) => one.type === 'document');
    expect(document?.effects).toEqual(['成果物「業務計画書」', '規則「業務計画書の提出」']);
    const decide = async (
      version: number,
      decision: 'open' | 'accepted' | 'refused',
      key = plan.key,
      id = document?.id ?? '',
    ) => await as(office).decideSuggestion({ draftId: draft.id, version, key, suggestion: id, decision });
    let { version } = await decide(draft.version, 'refused');
    const without = await as(office).getDraft({ draftId: draft.id });
    expect(without.deliverables.map((one) => one.name)).not.toContain('業務計画書');
    expect(clauseOf(without, '3(1)').ruleList).toEqual([]);
    ({ version } = await decide(version, 'accepted'));
    const again = await as(office).getDraft({ draftId: draft.id });
    expect(again.deliverables).toEqual(draft.deliverables);
    expect(clauseOf(again, '3(1)').ruleList).toEqual(plan.ruleList);
    const consultation = clauseOf(draft, '3(2)');
    const cap = consultation.suggestions.find((one) => one.type === 'cap');
    await decide(version, 'refused', consultation.key, cap?.id);
    const uncapped = await as(office).getDraft({ draftId: draft.id });
    expect(uncapped.parts.consultation).not.toHaveProperty('cap');
    expect(clauseOf(uncapped, '3(2)')).toMatchObject({ ruleList: [], parameters: {} });
  });
});

/** The start of a container of Word's old kind whose directory names a stream. */
function compoundFile(stream: string): Uint8Array {
  const name = Buffer.from(stream, 'utf16le');
  return Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    name,
    Buffer.alloc(512),
  ]);
}

/** A PDF that asks for a password which nobody knows. */
function encryptedPdf(): Uint8Array {
  const plain = Buffer.from(pdfOf([['text that nobody can read without the key']])).toString('latin1');
  const key = `<${'00'.repeat(32)}>`;
  return Buffer.from(
    plain.replace(
      'trailer\n<< ',
      `trailer\n<< /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -44 >> `,
    ),
    'latin1',
  );
}
