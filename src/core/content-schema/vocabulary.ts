/** Words of the field that mean the same, for searching. */
import * as z from 'zod';
import { foldSynonyms, normalise, type Synonyms } from '../text/index.ts';
import { readableText, refuseDuplicates } from './common.ts';
import { parseContent } from './parse.ts';

const synonymsSchema = z
  .strictObject({ groups: z.array(z.array(readableText.max(40)).min(2).max(8)).min(1) })
  .superRefine(({ groups }, context) => {
    // A word of two groups would join them by chance, in one direction only.
    const words = groups.flatMap((group, at) =>
      group.map((word, place) => ({ value: normalise(word), path: ['groups', at, place] })),
    );
    refuseDuplicates(words, '言葉', context);
  });

/** @throws ContentError when a group is too small or a word stands twice, however it is spelt. */
export function parseSynonyms(text: string): Synonyms {
  return foldSynonyms(parseContent(text, synonymsSchema, '同義語').groups);
}
