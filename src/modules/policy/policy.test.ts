import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DocumentTree, renderDocx, renderPdf } from '../../documents/index.ts';
import { oneChunk } from '../../kernel/blob.ts';
import type { Caller } from '../../kernel/caller.ts';
import { readFacts } from '../../kernel/journal.ts';
import { startTestApplication, type TestApplication } from '../../kernel/test-application.ts';
import { engagementContract } from '../engagement/contract.ts';
import { policyContract, type Proposal } from './contract.ts';
import { adviceDocument, supportChapter } from './documents/advice.ts';

const UNKNOWN = '00000000-0000-7000-8000-00000000ffff';
const DRAFT = '第12条の改正案のたたき台';
let test: TestApplication;
let office: Caller;
let auditor: Caller;
let foreign: Caller;
let engagementId: string;

beforeAll(async () => {
  test = await startTestApplication({ start: '2026-06-10T00:00:00.000Z' });
  office = test.caller(['security-office']);
  auditor = test.caller(['auditor']);
  foreign = test.caller(['security-office'], { tenantId: await test.addTenant('midori') });
  ({ engagementId } = await test.application.client(engagementContract, office).createEngagement({
    specification: 'chiba-2026',
    contractDate: '2026-06-01',
    contractor: '青空監査法人',
    client: { department: '業務改革推進課', address: '中央区一番1号', tel: '000-000-0000', fax: '', email: '' },
    places: ['市役所'],
  }));
});
afterAll(() => test.close());

const as = (caller: Caller) => test.application.client(policyContract, caller);
const facts = (kind: string) =>
  test.application.parts.database.transaction(test.tenantId, (tx) => readFacts(tx, { engagementId, kinds: [kind] }));
const question = {
  trigger: 'guideline',
  document: '情報セキュリティ対策基準 改正素案',
  content: '外部サービスの章を見直したい。\n国のガイドラインの改定にどこまで合わせるか、助言がほしい。',
} as const;
const ask = (fileId: string | null = null) => as(office).requestSupport({ engagementId, ...question, fileId });
const proposals: Proposal[] = [
  {
    provision: '第12条第2項',
    current: 'パスワードは定期に変更する。',
    proposed: 'パスワードは、漏えいのおそれがある場合に変更する。',
    reason: '定期の変更は推測しやすい文字列を招く。',
    basis: '総務省ポリシーガイドライン',
  },
  {
    provision: '第35条の2',
    current: '',
    proposed: '生成AIの利用は承認を得る。',
    reason: '定めがない。',
    basis: '業界の実践',
  },
];
const advise = (requestId: string, caller: Caller = auditor) =>
  as(caller).advise({ engagementId, requestId, summary: '二つの条項の改正を提案します。', proposals });

let first: string;

describe('requests for advice', () => {
  it('come from the security office only', async () => {
    for (const caller of [auditor, test.caller(['ciso']), test.caller(['department-head']), test.caller(['vendor'])]) {
      await expect(as(caller).requestSupport({ engagementId, ...question, fileId: null })).rejects.toMatchObject({
        code: 'permission.refused',
      });
    }
    await expect(as(foreign).requestSupport({ engagementId, ...question, fileId: null })).rejects.toMatchObject({
      code: 'record.missing',
    });
    for (const broken of [{ trigger: 'rumour' }, { document: '' }, { content: ' \n ' }, { fileId: 'x' }]) {
      await expect(
        test.application.call(
          'policy',
          'requestSupport',
          { engagementId, ...question, fileId: null, ...broken },
          { caller: office },
        ),
      ).rejects.toMatchObject({ code: 'input.invalid' });
    }
    expect(await as(auditor).listSupport({ engagementId })).toEqual({ requests: [], rounds: 0, expected: 3 });
  });

  it('carry the draft that the contractor opens', async () => {
    const file = await test.application.upload(office, '改正素案.txt', oneChunk(new TextEncoder().encode(DRAFT)));
    ({ requestId: first } = await ask(file.id));
    expect((await facts('support.requested')).at(-1)).toMatchObject({
      subject: first,
      data: { trigger: '総務省ガイドライン等の改定', document: question.document },
    });
    const opened = await as(auditor).downloadMaterial({ engagementId, requestId: first });
    expect(new TextDecoder().decode(opened.bytes)).toBe(DRAFT);
    await expect(as(foreign).downloadMaterial({ engagementId, requestId: first })).rejects.toMatchObject({
      code: 'record.missing',
    });
    const { requestId } = await ask();
    await expect(as(auditor).downloadMaterial({ engagementId, requestId })).rejects.toMatchObject({
      code: 'record.missing',
    });
  });

  it('are asked once when the same request is sent twice', async () => {
    const before = (await as(office).listSupport({ engagementId })).requests.length;
    const input = { engagementId, ...question, fileId: null };
    const sent = await as(office).requestSupport(input, { idempotencyKey: 'same-request-sent-twice' });
    expect(await as(office).requestSupport(input, { idempotencyKey: 'same-request-sent-twice' })).toEqual(sent);
    expect((await as(office).listSupport({ engagementId })).requests).toHaveLength(before + 1);
  });
});

describe('advice', () => {
  it('is given by the people of the contractor who may, on a request that exists', async () => {
    for (const caller of [office, test.caller(['assistant']), test.caller(['quality-manager'])]) {
      await expect(advise(first, caller)).rejects.toMatchObject({ code: 'permission.refused' });
    }
    await expect(advise(UNKNOWN)).rejects.toMatchObject({ code: 'record.missing' });
    const stranger = test.caller(['auditor'], { tenantId: foreign.tenantId });
    await expect(advise(first, stranger)).rejects.toMatchObject({ code: 'record.missing' });
    await expect(
      as(auditor).advise({ engagementId, requestId: first, summary: '提案なし', proposals: [] }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(
      as(auditor).advise({
        engagementId,
        requestId: first,
        summary: '根拠なし',
        proposals: [{ provision: '第1条', current: '', proposed: '案', reason: '理由', basis: '' }],
      }),
    ).rejects.toMatchObject({
      code: 'input.invalid',
      detail: { fields: [expect.objectContaining({ path: 'proposals.0.basis' })] },
    });
  });

  it('cannot be closed or made into a letter before it is there', async () => {
    await expect(as(office).closeSupport({ engagementId, requestId: first })).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringContaining('受託者の助言を待って') },
    });
    await expect(as(office).downloadAdvice({ engagementId, requestId: first, format: 'pdf' })).rejects.toMatchObject({
      code: 'state.refused',
    });
    const subjects = await test.application.run(office, async (context) =>
      adviceDocument.subjects?.(context, engagementId),
    );
    expect(subjects).toEqual([]);
    expect(await test.application.run(office, (context) => supportChapter.build(context, engagementId, []))).toEqual(
      [],
    );
  });

  it('counts rounds over all requests and does not refuse a fourth', async () => {
    const { requestId: second } = await ask();
    const rounds = [];
    for (const requestId of [first, first, second, second]) rounds.push((await advise(requestId)).round);
    expect(rounds).toEqual([1, 2, 3, 4]);
    expect(await as(office).listSupport({ engagementId })).toMatchObject({ rounds: 4, expected: 3 });
    expect((await facts('support.advised')).at(-1)?.data).toEqual({
      request: second,
      round: 4,
      provisions: 2,
      basis: ['総務省ポリシーガイドライン', '業界の実践'],
    });
  });

  it('numbers the rounds one after the other when several are given at the same moment', async () => {
    const { requestId } = await ask();
    const given = await Promise.all(Array.from({ length: 5 }, () => advise(requestId)));
    expect(given.map(({ round }) => round).sort()).toEqual([5, 6, 7, 8, 9]);
  });

  it('ends when the city closes the request', async () => {
    await expect(as(auditor).closeSupport({ engagementId, requestId: first })).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await expect(as(foreign).closeSupport({ engagementId, requestId: first })).rejects.toMatchObject({
      code: 'record.missing',
    });
    await as(office).closeSupport({ engagementId, requestId: first });
    expect((await facts('support.closed')).at(-1)).toMatchObject({ subject: first, data: { rounds: 2 } });
    await expect(as(office).closeSupport({ engagementId, requestId: first })).rejects.toMatchObject({
      code: 'state.refused',
    });
    await expect(advise(first)).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringContaining('新しい依頼') },
    });
    const closed = (await as(office).listSupport({ engagementId })).requests.find(({ id }) => id === first);
    expect(closed).toMatchObject({ closedOn: '2026-06-10', advice: [{ round: 1 }, { round: 2 }] });
  });
});

describe('documents', () => {
  it('sets the letter with the comparison of provisions as Word and PDF', async () => {
    const tree = (await test.application.run(auditor, (context) =>
      adviceDocument.build(context, { engagementId, subject: first, format: 'docx' }),
    )) as DocumentTree;
    expect(JSON.stringify(tree)).toContain('（新設）');
    expect((await renderDocx(tree)).length).toBeGreaterThan(1000);
    expect((await renderPdf(tree)).length).toBeGreaterThan(1000);
    const file = await as(office).downloadAdvice({ engagementId, requestId: first, format: 'pdf' });
    expect(new TextDecoder('latin1').decode(file.bytes.slice(0, 5))).toBe('%PDF-');
    await expect(as(foreign).downloadAdvice({ engagementId, requestId: first, format: 'pdf' })).rejects.toMatchObject({
      code: 'record.missing',
    });
  });

  it('fills its chapter of the business report', async () => {
    const blocks = await test.application.run(office, (context) => supportChapter.build(context, engagementId, []));
    const words = JSON.stringify(blocks);
    expect(words).toContain('9回の助言');
    expect(words).toContain(question.document);
  });
});
