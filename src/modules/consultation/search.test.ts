import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hit, normalise, parseQuery, type Query, rank, type TermHit } from '../../core/text/index.ts';
import type { Tx } from '../../kernel/database.ts';
import { newId } from '../../kernel/identifier.ts';
import type { KnowledgeText } from './contract.ts';
import { indexKnowledge, insertKnowledge, type Reader, updateKnowledge } from './store-knowledge.ts';
import { searchKnowledge } from './store-search.ts';
import { type City, openCity } from './testing/city.ts';

let city: City;
let entries: readonly Entry[];
beforeAll(async () => {
  city = await openCity('chiba-2026', '2026-06-01');
  entries = await inCity(async (tx) => {
    const written: Entry[] = [];
    for (let index = 0; index < 90; index += 1) written.push(await publish(tx, index));
    return written;
  });
});
afterAll(() => city.test.close());

const inCity = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  city.test.application.parts.database.transaction(city.test.tenantId, work);

interface Entry {
  readonly id: string;
  readonly day: string;
  readonly text: KnowledgeText;
}

const WORDS = ['鍵', '持出し', '印影', '申請', '情報', 'VPN', '無害化', 'ab'] as const;
const FIELDS = ['title', 'summary', 'body'] as const;

/** A row of words with gaps between them, from a seeded row of numbers; many entries are alike, so that much is equal. */
async function publish(tx: Tx, index: number): Promise<Entry> {
  let seed = index * 7919 + 17;
  const next = (length: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * length);
  };
  const some = (most: number): string =>
    Array.from({ length: next(most + 1) }, () => `${WORDS[next(WORDS.length)] ?? ''}${'の'.repeat(next(30))}`).join(
      '。',
    );
  const text: KnowledgeText = {
    type: next(3) === 0 ? 'notice' : 'explanation',
    title: `題${some(2)}`,
    summary: `要点${some(3)}`,
    body: `本文${some(6)}`,
    source: '',
    visibility: (['everyone', 'everyone', 'city', 'contractor'] as const)[next(4)] ?? 'everyone',
  };
  const at = city.test.clock.now();
  const id = newId(at);
  const day = `2026-06-0${1 + next(4)}`;
  const { engagementId } = city;
  await insertKnowledge(tx, {
    ...{ engagement_id: engagementId, id, author_id: city.people.office.accountId, author_party: 'city' },
    ...{ consultation_id: null, draft: text, at },
  });
  await updateKnowledge(tx, id, 1, { waiting: false, published: { ...text, edition: 1 }, published_on: day, at });
  await indexKnowledge(tx, id, text);
  return { id, day, text };
}

/** Everything that the reader may see, read as a whole and put into order by the rule itself. */
function expected(query: Query, party: Reader['party'], type: string | null): string[] {
  const hits = entries
    .filter(({ text }) => text.visibility === 'everyone' || text.visibility === party)
    .filter(({ text }) => type === null || text.type === type)
    .map(({ id, day, text }): Hit => ({ id, day, terms: query.terms.map((term) => placesOf(term.alternatives, text)) }))
    .filter(({ terms }) => terms.every((term) => FIELDS.some((field) => term[field] !== null)));
  return rank(hits).map(({ id }) => id);
}

function placesOf(alternatives: readonly string[], text: KnowledgeText): TermHit {
  const first = (field: (typeof FIELDS)[number]): number | null => {
    const folded = normalise(text[field]);
    const places = alternatives.map((word) => folded.indexOf(word)).filter((place) => place >= 0);
    return places.length === 0 ? null : Math.min(...places);
  };
  return { title: first('title'), summary: first('summary'), body: first('body') };
}

describe('a page of what was found', () => {
  it('is the part of the whole order that it should be, for every reader, looked up or read through', async () => {
    const synonyms = [['持出し', '印影']];
    const asked = new Set<number>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...WORDS, '影印', '申請の'), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('city', 'contractor'),
        fc.constantFrom(null, 'notice'),
        fc.record({ offset: fc.nat(40), limit: fc.integer({ min: 1, max: 25 }) }),
        fc.constantFrom(0, 2000),
        async (words, party, type, page, most) => {
          const query = parseQuery(words.join(' '), synonyms);
          const reader = { party, engagementId: city.engagementId } as const;
          const found = await inCity((tx) => searchKnowledge(tx, reader, query, type, page, most));
          const whole = expected(query, party, type);
          expect(found.total).toBe(whole.length);
          expect(found.ids).toEqual(whole.slice(page.offset, page.offset + page.limit));
          asked.add(whole.length);
        },
      ),
      { numRuns: 150 },
    );
    // Rare and frequent words, and some that nobody wrote.
    expect(Math.max(...asked)).toBeGreaterThan(40);
    expect(asked.has(0)).toBe(true);
  });
});
