import { fold } from './line.ts';

/** Longest proposed summary, in characters. */
const LONGEST = 60;

const LEADS = /^(?:なお|また|ただし|さらに|加えて|併せて|その際|このとき|この場合|なお、その際)、/u;
const PARTY = /^(?:本業務の|本委託の)?(?:受託者|受注者|受託業者|受託事業者|乙)(?:は|が)、?/u;
/** What follows the verb without saying more: 「…すること。」, 「…しなければならない。」. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/するものとする$|することとする$|しなければならない$|すること$|するもの$/u, 'する'],
  [/(?<=[一-龠々ァ-ヶー])してはならない$|しないこと$|しないものとする$/u, 'しない'],
  [/ものとする$|こととする$|こと$/u, ''],
];

/**
 * A short summary of a clause by rule, to be put right by a person: the first duty without the party and the ending, cut
 * at the parts that only say how or under which condition. Never longer than 60 characters, never the whole of a longer text.
 */
export function summaryOf(text: string, title: string): string {
  const sentence = firstDuty(text, title);
  const plain = ended(withoutLead(withoutBrackets(sentence)));
  if (plain === '') return cut(title);
  return `${cut(plain)}。`;
}

/** The first sentence of the text that is not merely the heading. */
function firstDuty(text: string, title: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^[・※\s]+/u, '').trim());
  const body = lines.filter((line, at) => line !== '' && !(at === 0 && lines.length > 1 && sameWords(line, title)));
  const joined = body.join('\n');
  const sentences = joined.split(/(?<=。)(?![）)」』])/u).map((one) => one.trim());
  const duty = sentences.find((one) => /(?:こと|ならない|ものとする|行う|する)。$/u.test(one));
  const first = duty ?? sentences.find((one) => one !== '') ?? '';
  // Of a list below the sentence, the sentence is the summary.
  return (first.split('\n')[0] ?? first).replace(/。$/u, '');
}

const sameWords = (a: string, b: string): boolean => fold(a).replace(/\s/gu, '') === fold(b).replace(/\s/gu, '');

function withoutBrackets(text: string): string {
  let before = '';
  let now = text;
  while (before !== now) {
    before = now;
    now = now.replace(/[（(][^（）()]*[）)]/gu, '');
  }
  return now.replace(/\s+/gu, ' ').trim();
}

function withoutLead(text: string): string {
  return text.replace(LEADS, '').replace(PARTY, '').replace(LEADS, '').trim();
}

function ended(text: string): string {
  for (const [pattern, instead] of ENDINGS) {
    if (pattern.test(text)) return text.replace(pattern, instead);
  }
  return text;
}

/** The last main part of a sentence that is too long; the parts before it say how, why or when. */
function cut(text: string): string {
  const room = LONGEST - 1;
  if (length(text) <= room) return text;
  const parts = text.split('、');
  // What is dropped first are the parts that do not carry a number: numbers are what a reader looks for.
  const optional = parts
    .map((part, at) => ({ part, at }))
    .filter(
      ({ part, at }) => at < parts.length - 1 && !/[\d０-９]|[一二三四五六七八九十]+(?:日|回|件|人|名|部)/u.test(part),
    );
  const dropped = new Set<number>();
  for (const { at } of optional) {
    if (length(kept(parts, dropped)) <= room) break;
    dropped.add(at);
  }
  const short = kept(parts, dropped);
  if (length(short) <= room) return short;
  return `${[...short].slice(0, room - 1).join('')}…`;
}

const kept = (parts: readonly string[], dropped: ReadonlySet<number>): string =>
  parts.filter((_, at) => !dropped.has(at)).join('、');
const length = (text: string): number => [...text].length;
