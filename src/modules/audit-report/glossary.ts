/** The glossary that comes with the product, read once per process. */
import * as z from 'zod';
import { parseContent } from '../../core/content-schema/parse.ts';
import { readContent } from '../../kernel/content.ts';
import type { Glossary } from './rules/plain.ts';

const word = z.string().trim().min(1).max(60);

export const glossarySchema = z.strictObject({
  words: z
    .array(z.strictObject({ term: word, also: z.array(word).max(10).default([]), plain: z.string().min(5).max(200) }))
    .min(1),
  everyday: z.array(word),
});

let kept: Glossary | undefined;

export function glossary(): Glossary {
  if (kept === undefined) {
    const { words, everyday } = parseContent(readContent('glossary/terms.yaml'), glossarySchema, '用語の説明');
    kept = { terms: words, everyday };
  }
  return kept;
}
