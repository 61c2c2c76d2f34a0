import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importSpecification } from '../../importers/isolated.ts';
import { pdfOf } from '../../importers/testing.ts';
import { oneChunk } from '../../kernel/blob.ts';
import type { Caller } from '../../kernel/caller.ts';
import { readContent } from '../../kernel/content.ts';
import { createJobRunner } from '../../kernel/job.ts';
import { readFacts } from '../../kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { engagementContract } from '../engagement/contract.ts';
import { type DraftClause, specificationContract } from './contract.ts';

const TEXT = `青葉市情報安全支援業務委託仕様書
１　件名
令和８年度青葉市情報安全支援業務委託
２　委託期間
契約締結日から令和９年３月３１日まで
３　業務の内容
（１）計画の作成
　　受託者は、契約締結後１４日以内に業務計画書を作成し、市の承認を得ること。
（２）相談への対応
　　受託者は、月５件を上限として相談に応じること。回答は、受付後３開庁日以内に行うこと。
４　成果物
ア　業務完了報告書（紙で提出する場合は２部）
イ　相談対応の記録
`;

let test: TestApplication;
let office: Caller;
let auditor: Caller;
let foreign: Caller;

beforeAll(async () => {
  test = await startTestApplication({ start: '2026-06-10T00:00:00.000Z' });
  office = test.caller(['security-office']);
  auditor = test.caller(['auditor']);
  foreign = test.caller(['security-office'], { tenantId: await test.addTenant('midori') });
});
afterAll(() => test.close());

const as = (caller: Caller) => test.application.client(specificationContract, caller);
const upload = async (name: string, bytes: Uint8Array | string, caller = office) => {
  const body = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return (await test.application.upload(caller, name, oneChunk(body))).id;
};
/** Sends a file and lets the background work be done. */
const sent = async (name: string, bytes: Uint8Array | string) => {
  const { importId } = await as(office).uploadDraft({ fileId: await upload(name, bytes) });
  await createJobRunner(test.application.parts).runDue();
  return await as(office).getImport({ importId });
};
const drafted = async (text = TEXT) => {
  const { id, problems } = await sent('仕様書.txt', text);
  expect(problems).toEqual([]);
  return await as(office).getDraft({ draftId: id });
};
const named = async (draftId: string, version: number, id: string) =>
  await as(office).updateHead({
    draftId,
    version,
    head: {
      id,
      title: '令和8年度青葉市情報安全支援業務委託仕様書',
      authority: '青葉市',
      fiscalYear: 2026,
      periodFrom: 'contractDate',
      periodTo: '2027-03-31',
      marking: null,
    },
  });
const clauseOf = (clauses: readonly DraftClause[], id: string): DraftClause => {
  const found = clauses.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no clause ${id}`);
  return found;
};
const message = (words: string) => expect.stringContaining(words) as unknown;

describe('an uploaded specification', () => {
  it('becomes a draft whose suggestions point to the words they come from', async () => {
    const draft = await drafted();
    expect(draft.head).toMatchObject({ authority: '青葉市', fiscalYear: 2026, periodTo: '2027-03-31' });
    expect(draft.clauses.map((one) => one.id)).toEqual(['1', '2', '3(1)', '3(2)-p1', '3(2)-p2', '4ア', '4イ']);
    const plan = clauseOf(draft.clauses, '3(1)');
    expect(plan.suggestions.map((one) => [one.type, one.label, plan.text.slice(one.start, one.end)])).toEqual([
      ['kind', '種類：期限', '１４日以内'],
      ['capability', '担当する機能：業務委託', ''],
      ['deadline', '期限：契約締結日から14日以内', '１４日以内'],
      ['document', '成果物：業務計画書', '業務計画書'],
    ]);
    expect(plan.parts.map((part) => part.line)).toEqual([7, 8]);
    expect(plan.rules).toContain('deliverable.submitted');
    const capped = clauseOf(draft.clauses, '3(2)-p1').suggestions.filter((one) => one.type === 'cap');
    expect(capped).toMatchObject([
      { label: '上限：月5件（上限）', decision: 'open', effects: expect.arrayContaining(['相談の上限5件']) as unknown },
    ]);
    expect(plan).toMatchObject({
      summary: '契約締結後１４日以内に業務計画書を作成し、市の承認を得る。',
      summaryProposed: true,
    });
    const { lines, total } = await as(office).getSource({ draftId: draft.id, from: 8, to: 8 });
    expect(lines).toMatchObject([{ line: 8, text: message('１４日以内') }]);
    expect(total).toBe(TEXT.split('\n').length);
  });

  it('is told what is wrong with it', async () => {
    const refused = async (name: string, bytes: Uint8Array | string, words: string) => {
      expect(await sent(name, bytes)).toMatchObject({ state: 'refused', clauses: null, problems: [message(words)] });
    };
    await refused('スキャン.pdf', pdfOf([[], []]), 'スキャンした画像');
    await refused('壊れ.pdf', '%PDF-1.7\nx', '壊れて');
    await refused('空.docx', zipSync({ 'word/other.xml': strToU8('<a/>') }), 'Word文書として開けません');
    await refused('空白.txt', '\n \n', '文章がありません');
  });

  it('cannot take more memory or time than it is given', async () => {
    const long = new TextEncoder().encode('１　業務\n受託者は、業務を行うこと。\n'.repeat(50_000));
    await expect(
      importSpecification('長文', long, { limits: { seconds: 0.01, megabytes: 256 } }),
    ).rejects.toMatchObject({
      problem: 'too-slow',
    });
    await expect(importSpecification('長文', long, { limits: { seconds: 60, megabytes: 24 } })).rejects.toMatchObject({
      problem: 'too-large',
    });
  });
});

const ROUND = `id: round-2026
title: 見本
authority: 見本市
fiscalYear: 2026
period: { from: contractDate, to: '2027-03-31' }
standards: []
precedence: []
qualifications: []
roles: []
meetings: []
deliverables: []
# 条項は次のとおり。

clauses:
  - id: '1'
    title: 計画
    kind: work
    capability: engagement
    summary: 計画を作る。
    parameters: {}
    statement: true
    wbs: { name: 計画, start: '2026-06-01', end: '2026-06-02', after: ['2'] }
  - id: '2'
    title: 実施
    kind: work
    capability: engagement
    summary: 実施する。
    parameters: {}
    statement: true
    wbs: { name: 実施, start: '2026-06-01', end: '2026-06-02', after: ['1'] }
`;

describe('a specification file of the product', () => {
  const chiba = readContent('specifications/chiba-2026.yaml');

  it('comes back as it was, under another name', async () => {
    const draft = await drafted(chiba.replace('id: chiba-2026', 'id: chiba-copy'));
    expect(draft).toMatchObject({ format: 'yaml', problems: [] });
    const { specification } = await as(office).publish({ draftId: draft.id, version: draft.version });
    const { body } = await as(auditor).readSpecification({ specification });
    const { parse } = await import('yaml');
    const copy = parse(body) as { clauses: unknown[]; deliverables: unknown[] };
    const original = parse(chiba) as { clauses: unknown[]; deliverables: unknown[] };
    expect(copy.clauses).toEqual(original.clauses);
    expect(copy.deliverables).toMatchObject(original.deliverables);
  }, 180_000);

  it('with an unknown rule or a circle is refused with file, line and clause', async () => {
    const broken = chiba.replace('type: without', 'type: hope');
    const line = broken.slice(0, broken.indexOf('type: hope')).split('\n').length;
    expect(await sent('私の仕様書.yaml', broken)).toMatchObject({
      state: 'refused',
      problems: [message(`「私の仕様書.yaml」${line}行目、条項「6-p1」.rules.0.type：その種類の規則はありません`)],
    });
    const twice = await sent('二重.yaml', chiba.replace('id: 6-p2', 'id: 6-p1'));
    const second = chiba.slice(0, chiba.indexOf('id: 6-p2')).split('\n').length;
    expect(twice).toMatchObject({
      state: 'refused',
      problems: expect.arrayContaining([
        message(`「二重.yaml」${second}行目、条項「6-p1」が二つ以上あります`),
      ]) as unknown,
    });
    const round = await sent('循環.yaml', ROUND);
    expect(round.problems).toEqual([
      message('「循環.yaml」15行目、条項「1」：作業の前後関係が循環しています（1 → 2 → 1）'),
    ]);
  });
});

describe('correcting', () => {
  it('changes numbers, splits, joins, moves, adds and removes, and refuses what is stale', async () => {
    const draft = await drafted();
    const { id: draftId } = draft;
    const plan = clauseOf(draft.clauses, '3(1)');
    const change = {
      draftId,
      key: plan.key,
      title: '計画',
      kind: 'deadline',
      capability: 'engagement',
      summary: '計画を作る。',
      rules: '',
    } as const;
    let { version } = await as(office).updateClause({ ...change, version: 1, id: '3-1' });
    await expect(as(office).updateClause({ ...change, version: 1, id: '3-2' })).rejects.toMatchObject({
      code: 'record.stale',
    });
    await expect(as(office).updateClause({ ...change, version, id: '2' })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    const current = await as(office).getDraft({ draftId });
    expect(current.deliverables.find((one) => one.name === '業務計画書')?.clause).toBe('3-1');
    const arrange = async (
      id: string,
      action: Parameters<ReturnType<typeof as>['arrangeClause']>[0]['action'],
      at?: number,
    ) => {
      const now = await as(office).getDraft({ draftId });
      const more = at === undefined ? {} : { at };
      const done = await as(office).arrangeClause({
        draftId,
        version: now.version,
        key: clauseOf(now.clauses, id).key,
        action,
        ...more,
      });
      version = done.version;
      return (await as(office).getDraft({ draftId })).clauses;
    };
    const text = clauseOf(current.clauses, '3(2)-p1').text;
    const split = await arrange('3(2)-p1', 'split', text.indexOf('受託者は'));
    expect(clauseOf(split, '3(2)-p1-2').suggestions).toMatchObject([{ type: 'cap' }]);
    const [capped] = clauseOf(split, '3(2)-p1-2').suggestions;
    expect(clauseOf(split, '3(2)-p1-2').text.slice(capped?.start, capped?.end)).toBe('５件を上限');
    const joined = await arrange('3(2)-p1', 'merge-next');
    expect(clauseOf(joined, '3(2)-p1').text).toBe(text);
    expect((await arrange('4イ', 'move-up')).map((one) => one.id).slice(-2)).toEqual(['4イ', '4ア']);
    expect((await arrange('1', 'add-after'))[1]).toMatchObject({ id: '1-追加', text: '' });
    expect((await arrange('1-追加', 'delete')).map((one) => one.id)).not.toContain('1-追加');
    await expect(arrange('1', 'move-up')).rejects.toMatchObject({ code: 'state.refused' });
    await expect(arrange('1', 'split', 5000)).rejects.toMatchObject({ code: 'state.refused' });
  });

  it('says what must be put right, with clause and line', async () => {
    const draft = await drafted();
    const clause = clauseOf(draft.clauses, '3(2)-p2');
    const { problems, version } = await as(office).updateClause({
      draftId: draft.id,
      version: 1,
      key: clause.key,
      id: clause.id,
      title: clause.title,
      kind: clause.kind,
      capability: clause.capability,
      summary: clause.summary,
      rules: '- type: hope\n  id: x\n  title: y\n',
    });
    expect(problems.filter((one) => one.weight === 'error')).toMatchObject([
      {
        clause: '3(2)-p2',
        line: 10,
        message: message('条項「3(2)-p2」（10行目）：規則の1行目、1番目の規則に誤りがあります'),
      },
    ]);
    await expect(as(office).publish({ draftId: draft.id, version })).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: message('1件') },
    });
  });
});

describe('publishing', () => {
  it('makes revisions that never change and that can be read by all', async () => {
    const draft = await drafted();
    const { version } = await named(draft.id, 1, 'aoba-2026');
    const first = await as(office).publish({ draftId: draft.id, version });
    expect(first).toEqual({ specification: 'aoba-2026', revision: 1 });
    const before = await as(auditor).readSpecification({ specification: first.specification });
    const edited = await as(office).getDraft({ draftId: draft.id });
    expect(edited.publishedAs).toBe('aoba-2026');
    const deliverables = edited.deliverables.map((one) => ({ ...one, due: '2027-03-20' }));
    const saved = await as(office).updateDeliverables({ draftId: draft.id, version: edited.version, deliverables });
    const second = await as(office).publish({ draftId: draft.id, version: saved.version });
    expect(second).toEqual({ specification: 'aoba-2026-r2', revision: 2 });
    expect(await as(auditor).readSpecification({ specification: 'aoba-2026' })).toEqual(before);
    expect((await as(auditor).readSpecification({ specification: 'aoba-2026-r2' })).body).toContain('due: 2027-03-20');
    const listed = (await as(auditor).listSpecifications({})).specifications;
    expect(listed.map((one) => one.id)).toEqual(expect.arrayContaining(['chiba-2026', 'aoba-2026', 'aoba-2026-r2']));
    const facts = await test.application.parts.database.transaction(test.tenantId, (tx) =>
      readFacts(tx, { kinds: ['specification.published'] }),
    );
    expect(facts.map((fact) => fact.subject)).toEqual(expect.arrayContaining(['aoba-2026', 'aoba-2026-r2']));
    expect(JSON.stringify(facts)).not.toContain('青葉');
  });

  it('gives what an engagement is made from', async () => {
    const draft = await drafted();
    const { version } = await named(draft.id, 1, 'engaged-2026');
    const { specification } = await as(office).publish({ draftId: draft.id, version });
    const engagements = test.application.client(engagementContract, office);
    const { engagementId } = await engagements.createEngagement({
      specification,
      contractDate: '2026-06-01',
      contractor: '青空監査法人',
      client: { department: '情報課', address: '一番1号', tel: '000-000-0000', fax: '', email: '' },
      places: ['市役所'],
    });
    const { obligations } = await engagements.listObligations({ engagementId });
    expect(obligations).toMatchObject([{ clause: '3(1)', due: '2026-06-15', title: '業務計画書の提出' }]);
    const { clauses } = await engagements.traceClauses({ engagementId });
    expect(clauses.map((one) => one.id)).toEqual(draft.clauses.map((one) => one.id));
  });

  it('refuses the name of a specification of the product', async () => {
    const draft = await drafted();
    const { version } = await named(draft.id, 1, 'chiba-2026');
    await expect(as(office).publish({ draftId: draft.id, version })).rejects.toMatchObject({ code: 'input.invalid' });
  });
});

describe('permissions', () => {
  it('let only the office and the project manager edit, and nobody see another municipality', async () => {
    const draft = await drafted();
    const fileId = await upload('仕様書.txt', TEXT, auditor);
    await expect(as(auditor).uploadDraft({ fileId })).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(as(auditor).getDraft({ draftId: draft.id })).rejects.toMatchObject({ code: 'permission.refused' });
    await expect(as(foreign).getDraft({ draftId: draft.id })).rejects.toMatchObject({ code: 'record.missing' });
    await expect(as(foreign).readSpecification({ specification: 'aoba-2026' })).rejects.toMatchObject({
      code: 'record.missing',
    });
    expect((await as(foreign).listSpecifications({})).specifications.every((one) => one.bundled)).toBe(true);
  });
});
