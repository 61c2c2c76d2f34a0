import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../kernel/caller.ts';
import { AppError } from '../../kernel/error.ts';
import type { KnowledgeText } from './contract.ts';
import { type City, openCity, plainAnswer } from './testing/city.ts';

let city: City;
beforeAll(async () => {
  city = await openCity('chiba-2026', '2026-06-01');
});
afterAll(() => city.test.close());

const engagement = () => ({ engagementId: city.engagementId });
const text = (title: string, more: Partial<KnowledgeText> = {}): KnowledgeText => ({
  type: 'explanation',
  title,
  summary: `${title}の要点です。`,
  body: `${title}の本文です。`,
  source: '',
  visibility: 'everyone',
  ...more,
});

async function publish(author: Caller, reviewer: Caller, content: KnowledgeText): Promise<string> {
  const { id } = await city.as(author).saveKnowledge({ ...engagement(), text: content });
  await city.as(reviewer).publishKnowledge({ ...engagement(), entryId: id, version: 1, anonymous: true });
  return id;
}

const titles = async (caller: Caller, words: string): Promise<string[]> =>
  (await city.as(caller).searchKnowledge({ ...engagement(), words })).hits.map(({ title }) =>
    title.map((part) => part.text).join(''),
  );

describe('an entry', () => {
  it('is found only after somebody else has reviewed it', async () => {
    const { office, reviewer, auditor, tax } = city.people;
    const { id } = await city.as(auditor).saveKnowledge({ ...engagement(), text: text('持出しの手順') });
    const one = { ...engagement(), entryId: id };
    expect(await titles(auditor, '持出し')).toEqual([]);
    await expect(city.as(tax).getKnowledge(one)).rejects.toMatchObject({ code: 'record.missing' });
    expect((await city.as(office).listKnowledgeDrafts(engagement())).drafts).toMatchObject([{ id, mayReview: true }]);
    expect((await city.as(auditor).getKnowledge(one)).mayReview).toBe(false);
    const publishing = { ...one, version: 1, anonymous: true as const };
    await expect(city.as(city.people.manager).publishKnowledge(publishing)).rejects.toMatchObject({
      code: 'permission.refused',
    });
    await expect(city.as(auditor).publishKnowledge(publishing)).rejects.toMatchObject({ code: 'permission.refused' });
    await city.as(office).publishKnowledge(publishing);
    expect(await city.as(tax).getKnowledge(one)).toMatchObject({
      published: { title: '持出しの手順', edition: 1, publishedOn: '2026-06-01' },
      draft: null,
      waiting: false,
    });
    expect(await titles(tax, '持ち出し')).toEqual(['持出しの手順']);

    // A change stands beside what is published until it is reviewed as well.
    await city.as(auditor).saveKnowledge({ ...one, version: 2, text: text('持出しの新しい手順') });
    expect(await titles(tax, '持出し')).toEqual(['持出しの手順']);
    await expect(city.as(auditor).saveKnowledge({ ...one, version: 2, text: text('あと') })).rejects.toMatchObject({
      code: 'record.stale',
    });
    await city.as(reviewer).publishKnowledge({ ...publishing, version: 3 });
    expect(await titles(tax, '持出し')).toEqual(['持出しの新しい手順']);
    await city.as(office).withdrawKnowledge({ ...one, version: 4 });
    expect(await titles(tax, '持出し')).toEqual([]);
    await expect(city.as(tax).getKnowledge(one)).rejects.toMatchObject({ code: 'record.missing' });
    const facts = await city.facts(['knowledge.published', 'knowledge.withdrawn']);
    expect(facts.map(({ data }) => data)).toEqual([
      { type: 'explanation', visibility: 'everyone', consultation: null, edition: 1 },
      { type: 'explanation', visibility: 'everyone', consultation: null, edition: 2 },
      { visibility: 'everyone' },
    ]);
  });

  it('made from an answer names neither people nor the department that asked', async () => {
    const { office, tax, auditor } = city.people;
    const { id: consultationId } = await city.as(tax).askConsultation({
      ...engagement(),
      title: '私物端末',
      category: 'その他',
      urgent: false,
      questions: 1,
      question: '私物端末でメールを読めますか。',
      fileIds: [],
    });
    const inHand = { ...engagement(), consultationId };
    await city.as(office).triageConsultation({ ...inHand, version: 1, decision: 'contractor', due: null });
    const making = {
      ...engagement(),
      consultationId,
      text: text('私物端末のメール', { body: '市民税課の髙﨑由美が答えた。' }),
    };
    await expect(city.as(auditor).saveKnowledge(making)).rejects.toMatchObject({ code: 'state.refused' });
    await city.as(auditor).issueAnswer({
      ...inHand,
      version: 2,
      answer: plainAnswer('読めません。'),
      channel: '画面',
      occurredOn: '2026-06-01',
      fileIds: [],
    });
    const { id: entryId } = await city.as(auditor).saveKnowledge(making);
    const one = { ...engagement(), entryId };
    await expect(city.as(office).publishKnowledge({ ...one, version: 1, anonymous: true })).rejects.toMatchObject({
      code: 'state.refused',
      detail: { message: expect.stringContaining('髙﨑　由美') },
    });
    await city.as(auditor).saveKnowledge({ ...one, version: 1, text: text('私物端末のメール') });
    await city.as(office).publishKnowledge({ ...one, version: 2, anonymous: true });
    expect((await city.as(city.people.welfare).getKnowledge(one)).consultationId).toBeNull();
    expect((await city.as(tax).getKnowledge(one)).consultationId).toBe(consultationId);
    expect(await titles(city.people.welfare, 'ＢＹＯＤ')).toEqual(['私物端末のメール']);
  });
});

describe('who may not see an entry', () => {
  it('never learns of it: not by searching, counting, reading, writing or the journal', async () => {
    const { office, reviewer, manager, lead, auditor, ciso } = city.people;
    const forCity = await publish(office, reviewer, text('内部だけの見分け印', { visibility: 'city', type: 'notice' }));
    const forContractor = await publish(auditor, lead, text('内部だけの見分け印', { visibility: 'contractor' }));
    for (const [caller, own, other] of [
      [ciso, forCity, forContractor],
      [manager, forContractor, forCity],
    ] as const) {
      const found = await city.as(caller).searchKnowledge({ ...engagement(), words: '見分け印' });
      expect([found.total, found.hits.map(({ id }) => id)]).toEqual([1, [own]]);
      const all = await city.as(caller).searchKnowledge({ ...engagement(), words: '' });
      expect(all.hits.map(({ id }) => id)).not.toContain(other);
      const refusal = (entryId: string) =>
        city
          .as(caller)
          .getKnowledge({ ...engagement(), entryId })
          .then(
            () => null,
            (error: unknown) => (error instanceof AppError ? error.toReply() : null),
          );
      // Exactly what is said of an entry that never was.
      expect(await refusal(other)).toMatchObject({ code: 'record.missing' });
      expect(await refusal(other)).toEqual(await refusal(city.engagementId));
    }
    await expect(
      city.as(manager).withdrawKnowledge({ ...engagement(), entryId: forCity, version: 2 }),
    ).rejects.toMatchObject({ code: 'record.missing' });
    await expect(
      city.as(manager).saveKnowledge({ ...engagement(), entryId: forCity, version: 2, text: text('書換え') }),
    ).rejects.toMatchObject({ code: 'record.missing' });
    await expect(
      city.as(manager).saveKnowledge({ ...engagement(), text: text('市だけ', { visibility: 'city' }) }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
    expect((await city.facts(['knowledge.published'])).map(({ subject }) => subject)).not.toContain(forContractor);
  });

  it('of another municipality finds nothing at all', async () => {
    const tenantId = await city.test.addTenant('minami');
    const found = await city.test.application.parts.database.transaction(tenantId, async (tx) => {
      const { searchKnowledge } = await import('./store-search.ts');
      const { parseQuery } = await import('../../core/text/index.ts');
      const reader = { party: 'city', engagementId: city.engagementId } as const;
      return searchKnowledge(tx, reader, parseQuery('見分け印'), null, { offset: 0, limit: 20 });
    });
    expect(found).toEqual({ total: 0, ids: [] });
  });
});

describe('searching', () => {
  it('puts the title first, shows the place and tells what else was looked for', async () => {
    const { office, reviewer, tax } = city.people;
    await publish(office, reviewer, text('紛失時の連絡', { body: '標的型メールを開いたときも同じ窓口に知らせます。' }));
    await publish(office, reviewer, text('標的型攻撃メールの訓練'));
    const found = await city.as(tax).searchKnowledge({ ...engagement(), words: '標的型メール' });
    expect(found.hits.map(({ title }) => title.map((part) => part.text).join(''))).toEqual([
      '標的型攻撃メールの訓練',
      '紛失時の連絡',
    ]);
    expect(found.alsoSearched).toContain('標的型攻撃メ-ル'.replace('-', 'ー'));
    expect(found.hits[1]?.snippet.filter(({ hit }) => hit)).toEqual([{ text: '標的型メール', hit: true }]);
    expect(await titles(tax, '訓練 標的型')).toEqual(['標的型攻撃メールの訓練']);
    expect(await titles(tax, '連')).toEqual(['紛失時の連絡']);
    expect(await titles(tax, "' & | ! \\ %_ :*")).toEqual([]);
  });

  it('finds an entry by every part of it', async () => {
    const { office, reviewer, tax } = city.people;
    const body = 'ｻｰﾊﾞｰ室の鍵は、入退室管理簿に\n記録してから貸し出す。LGWAN−ASPは対象外（第３条）。𠮷田％_\'"\\';
    const id = await publish(office, reviewer, text('部分の確かめ', { body }));
    const letters = [...new Intl.Segmenter('ja').segment(body)].map(({ segment }) => segment);
    await fc.assert(
      fc.asyncProperty(fc.nat(letters.length - 1), fc.integer({ min: 1, max: 12 }), async (from, length) => {
        const part = letters.slice(from, from + length).join('');
        const { hits } = await city.as(tax).searchKnowledge({ ...engagement(), words: part });
        expect(hits.map((hit) => hit.id)).toContain(id);
      }),
      { numRuns: 60 },
    );
  });

  it('reads its index although rows are guarded', async () => {
    const plan = await city.test.application.parts.database.transaction(city.test.tenantId, async (tx) => {
      const { sql } = await import('kysely');
      // So few rows would be read one by one; what is asked is whether the index can be used at all.
      const db = tx.db<unknown>();
      await sql`set local enable_seqscan = off`.execute(db);
      const { rows } = await sql<{ entry: string }>`select knowledge_candidates(${"'標的'"}::tsquery) as entry`.execute(
        db,
      );
      const scans = await sql<{
        scans: string;
      }>`select pg_stat_get_xact_numscans('knowledge_index_grams'::regclass)::text as scans`.execute(db);
      return { found: rows.length, scans: Number(scans.rows[0]?.scans) };
    });
    expect(plan.found).toBeGreaterThan(0);
    expect(plan.scans).toBeGreaterThan(0);
  });

  it('keeps its index through a backup, whatever characters it holds', async () => {
    const counted = await city.test.application.parts.database.transaction(city.test.tenantId, async (tx) => {
      const { sql } = await import('kysely');
      const { rows } = await sql<{ all: string; same: string }>`
        select count(*) as all, count(*) filter (
          where grams = (json_populate_record(null::knowledge_index, row_to_json(knowledge_index)::text::json)).grams
        ) as same from knowledge_index`.execute(tx.db());
      return rows[0];
    });
    expect(Number(counted?.all)).toBeGreaterThan(3);
    expect(counted?.same).toBe(counted?.all);
  });

  it('refuses what is too long', async () => {
    await expect(
      city.as(city.people.tax).searchKnowledge({ ...engagement(), words: 'あ'.repeat(201) }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
  });
});
