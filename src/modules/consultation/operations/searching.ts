/** Searching the knowledge base. */
import { parseQuery, snippet } from '../../../core/text/index.ts';
import { parseSynonyms } from '../../../core/content-schema/index.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { readContent } from '../../../kernel/content.ts';
import type { Handler } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { consultationContract } from '../contract.ts';
import { listKnowledge, readKnowledge } from '../store-knowledge.ts';
import { searchKnowledge as search } from '../store-search.ts';
import { readerOf } from './knowledge.ts';

type C = typeof consultationContract;
type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;

const PAGE_SIZE = 20;

let known: ReturnType<typeof parseSynonyms> | null = null;

function synonyms(): ReturnType<typeof parseSynonyms> {
  known ??= parseSynonyms(readContent('vocabulary/synonyms.yaml'));
  return known;
}

export const searchKnowledge: H<'searchKnowledge'> = async (
  context,
  { engagementId, words, type = null, page = 1 },
) => {
  await context.client(engagementContract).getEngagement({ engagementId });
  const reader = readerOf(context, engagementId);
  const query = parseQuery(words, synonyms());
  const shown = { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
  const { total, ids } =
    query.terms.length > 0
      ? await search(context.tx, reader, query, type, shown)
      : await listKnowledge(context.tx, reader, type, shown);
  const rows = new Map((await readKnowledge(context.tx, reader, ids)).map((row) => [row.id, row]));
  return {
    total,
    page,
    size: PAGE_SIZE,
    alsoSearched: [...new Set(query.terms.flatMap(({ alternatives }) => alternatives.slice(1)))],
    hits: ids.flatMap((id) => {
      const row = rows.get(id);
      if (row === undefined || row.published === null || row.published_on === null) return [];
      const { title, summary, body, source, visibility, type: kind } = row.published;
      const texts = [summary, body, source].map((text) => snippet(text, query));
      return [
        {
          id,
          type: kind,
          visibility,
          publishedOn: row.published_on,
          title: snippet(title, query, title.length),
          // The plain summary, unless the words stand only further down.
          snippet: texts.find((parts) => parts.some(({ hit }) => hit)) ?? texts[0] ?? [],
        },
      ];
    }),
  };
};
