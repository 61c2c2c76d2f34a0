/** The marks that officials type into a form: {{契約名}}, {{#指摘}} … {{/指摘}}, {{?条件}} …, {{^条件}} …. */

/** `value` is replaced, `repeat` goes through a list, `when` keeps its content if there is something, `unless` if not. */
export type MarkKind = 'value' | 'repeat' | 'when' | 'unless' | 'end';

export interface Mark {
  readonly kind: MarkKind;
  readonly name: string;
  /** As typed, braces included. */
  readonly source: string;
  /** Position in the text, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

const MARK = /(?:\{\{|｛｛)([^{}｛｝]{1,100})(?:\}\}|｝｝)/gu;
const BRACES = /\{\{|\}\}|｛｛|｝｝/u;

const SIGNS: Readonly<Record<string, MarkKind>> = {
  '#': 'repeat',
  '＃': 'repeat',
  '?': 'when',
  '？': 'when',
  '^': 'unless',
  '＾': 'unless',
  '/': 'end',
  '／': 'end',
};

/** Names are compared as written, but for spaces, and half-width and full-width letters. */
export const cleanName = (name: string): string =>
  name.normalize('NFKC').replace(/\s+/gu, '').replaceAll('(', '（').replaceAll(')', '）');

/** The marks of a text in order. Full-width braces and signs, as a Japanese keyboard gives them, count as well. */
export function marksOf(text: string): readonly Mark[] {
  return [...text.matchAll(MARK)].map((found) => {
    const inner = (found[1] ?? '').trim();
    const kind = SIGNS[inner.charAt(0)];
    return {
      kind: kind ?? 'value',
      name: cleanName(kind === undefined ? inner : inner.slice(1)),
      source: found[0],
      from: found.index,
      to: found.index + found[0].length,
    };
  });
}

/** Whether braces are left over that belong to no mark, such as a mark that was never closed. */
export const hasLooseBraces = (text: string): boolean => BRACES.test(text.replaceAll(MARK, ''));

export const opens = ({ kind }: Mark): boolean => kind === 'repeat' || kind === 'when' || kind === 'unless';
