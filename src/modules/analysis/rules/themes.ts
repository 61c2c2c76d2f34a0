/** Free texts gathered by themes of the field (`content/vocabulary/themes.yaml`). Pure. */
import { type AnswerSheet, answerTo, saysSomething, visibleItems } from '../../../core/assessment/index.ts';
import type { Questionnaire, Theme } from '../../../core/content-schema/index.ts';
import { normalise } from '../../../core/text/index.ts';

export interface FreeText {
  readonly id: string;
  readonly item: string;
  readonly kind: 'reason' | 'alternative' | 'text';
  readonly text: string;
}

export interface ThemeResult {
  /** Id of the theme; null for texts that fit none. */
  readonly theme: string | null;
  readonly title: string;
  readonly advice: string;
  readonly texts: readonly FreeText[];
  /** Respondents with at least one text of the theme. */
  readonly respondents: number;
}

/** Everything that the respondents wrote in their own words. */
export function freeTexts(
  form: Questionnaire,
  sheets: readonly { readonly id: string; readonly answers: AnswerSheet }[],
): FreeText[] {
  return sheets.flatMap(({ id, answers }) =>
    visibleItems(form, answers).flatMap((item): FreeText[] => {
      const answer = answerTo(answers, item.id);
      const one = (kind: FreeText['kind'], text: unknown): FreeText[] =>
        typeof text === 'string' && saysSomething(text) ? [{ id, item: item.id, kind, text: text.trim() }] : [];
      return [
        ...(item.type === 'text' ? one('text', answer?.value) : []),
        ...one('reason', answer?.reason),
        ...one('alternative', answer?.alternative),
      ];
    }),
  );
}

/** The themes with the most texts first; what fits none comes last. A text may belong to several themes. */
export function groupByTheme(texts: readonly FreeText[], themes: readonly Theme[]): ThemeResult[] {
  const words = themes
    .flatMap(({ id, words: own }) => own.map((word) => ({ id, word: normalise(word) })))
    .filter(({ word }) => word !== '')
    .sort((a, b) => b.word.length - a.word.length || (a.word < b.word ? -1 : 1));
  const found = texts.map((text) => ({ text, themes: themesIn(normalise(text.text), words) }));
  const result = (theme: string | null, title: string, advice: string, own: readonly FreeText[]): ThemeResult => ({
    theme,
    title,
    advice,
    texts: own,
    respondents: new Set(own.map(({ id }) => id)).size,
  });
  const known = themes
    .map(({ id, title, advice }) =>
      result(
        id,
        title,
        advice,
        found.filter((one) => one.themes.has(id)).map(({ text }) => text),
      ),
    )
    .filter((one) => one.texts.length > 0)
    .sort((a, b) => b.respondents - a.respondents || b.texts.length - a.texts.length);
  const rest = found.filter((one) => one.themes.size === 0).map(({ text }) => text);
  return rest.length === 0
    ? known
    : [...known, result(null, 'その他', 'どのテーマにも当たらない記述である。個々に読んで確かめる。', rest)];
}

/** Longer words are taken out first, so that a short one does not find itself inside another theme's word. */
function themesIn(text: string, words: readonly { readonly id: string; readonly word: string }[]): ReadonlySet<string> {
  const themes = new Set<string>();
  let left = text;
  for (const { id, word } of words) {
    if (!left.includes(word)) continue;
    themes.add(id);
    left = left.replaceAll(word, '\u0000');
  }
  return themes;
}
