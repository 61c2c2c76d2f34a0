/** Words of the field: those that mean the same, for searching, and themes, for gathering free texts. */
import * as z from 'zod';
import { foldSynonyms, normalise, type Synonyms } from '../text/index.ts';
import { contentId, readableText, refuseDuplicates, sentence } from './common.ts';
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

const theme = z.strictObject({
  id: contentId,
  title: readableText.max(30),
  /** What one does with the texts of the theme. */
  advice: sentence,
  words: z.array(readableText.max(30)).min(2).max(60),
});
/** A theme by which free texts are gathered, with the words that belong to it. */
export type Theme = z.output<typeof theme>;

const themesSchema = z.strictObject({ themes: z.array(theme).min(1) }).superRefine(({ themes }, context) => {
  refuseDuplicates(
    themes.map(({ id }, index) => ({ value: id, path: ['themes', index, 'id'] })),
    'テーマの識別子',
    context,
  );
  // A word of two themes would put one text under both by chance of spelling.
  const words = themes.flatMap((one, at) =>
    one.words.map((word, place) => ({ value: normalise(word), path: ['themes', at, 'words', place] })),
  );
  refuseDuplicates(words, '言葉', context);
});

/** @throws ContentError when a word stands in two themes, however it is spelt. */
export function parseThemes(text: string): readonly Theme[] {
  return parseContent(text, themesSchema, 'テーマ').themes;
}
