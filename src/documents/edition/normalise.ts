/** Forms of one kanji that names are written with; they count as the same. */
const VARIANTS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    '髙高',
    '﨑崎',
    '碕崎',
    '𠮷吉',
    '邊辺',
    '邉辺',
    '齋斉',
    '齊斉',
    '斎斉',
    '澤沢',
    '濵浜',
    '濱浜',
    '德徳',
    '桒桑',
    '嶋島',
    '嶌島',
    '廣広',
    '國国',
    '眞真',
    '惠恵',
    '龍竜',
    '櫻桜',
    '瀨瀬',
    '冨富',
    '舘館',
    '榮栄',
    '條条',
    '壽寿',
    '彌弥',
    '曾曽',
    '藏蔵',
    '增増',
    '黑黒',
  ].map((pair) => {
    const [from = '', to = ''] = pair;
    return [from, to];
  }),
);

const DASHES = /[\u2010-\u2015\u2212\uff0d]/gu;
// Blanks of any width, line breaks, zero-width characters and the selectors of kanji forms.
const BLANKS = /\s|[\u200b-\u200f\u2060\ufeff\u00ad]|\p{Variation_Selector}/gu;

/** Text in one width, case, dash and form of kanji, with its blanks. */
export const unify = (text: string): string =>
  [...text.normalize('NFKC').toLowerCase().replace(DASHES, '-')]
    .map((character) => VARIANTS[character] ?? character)
    .join('');

/** The same without blanks: a name spaced out is the same name. */
export const squeeze = (text: string): string => unify(text).replace(BLANKS, '');
