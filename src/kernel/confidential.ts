import type { ConfidentialProvider, Context } from './module.ts';

export type ConfidentialWord = Awaited<ReturnType<ConfidentialProvider['words']>>[number];

/** The words of all modules that must not stand in a public edition. Refuses a caller who may not read one of the lists. */
export async function confidentialWords(context: Context, engagementId: string): Promise<readonly ConfidentialWord[]> {
  const words: ConfidentialWord[] = [];
  for (const provider of context.providers.confidential) {
    context.providers.check(provider);
    words.push(...(await provider.words(context, engagementId)));
  }
  return words;
}
