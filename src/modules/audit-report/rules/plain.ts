/** Wording that a reader without special knowledge stumbles over. Rules of our own; nothing here is a guideline's text. */

export interface Term {
  readonly term: string;
  readonly also: readonly string[];
  readonly plain: string;
}

export interface Glossary {
  readonly terms: readonly Term[];
  /** Words in katakana that everybody in an office knows. */
  readonly everyday: readonly string[];
}

export interface Told {
  readonly place: string;
  readonly text: string;
}

export interface Stumble {
  readonly place: string;
  readonly kind: 'long' | 'abbreviation' | 'katakana' | 'negation';
  readonly found: string;
  readonly advice: string;
}

/** Characters of a sentence, without what stands in brackets. */
export const LONGEST_SENTENCE = 100;

const wordsOf = ({ term, also }: Term): readonly string[] => [term, ...also];

/** Terms of the glossary that stand in the texts, in the order of the glossary. */
export function termsIn(texts: readonly string[], { terms }: Glossary): readonly Term[] {
  const all = texts.join('\n').normalize('NFKC');
  const found = terms.filter((term) => wordsOf(term).some((word) => contains(all, word)));
  return found;
}

/** Latin words must stand alone: OS is no part of CLOSED. */
function contains(text: string, word: string): boolean {
  const wanted = word.normalize('NFKC');
  if (!/^[\w+./-]+$/u.test(wanted)) return text.includes(wanted);
  const escaped = wanted.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return new RegExp(`(?<![A-Za-z0-9])${escaped}(?![A-Za-z0-9])`, 'u').test(text);
}

/**
 * @param names names of systems, vendors and the like: they need no explanation
 */
export function stumblesIn(told: readonly Told[], glossary: Glossary, names: readonly string[]): Stumble[] {
  const known = new Set(
    [...glossary.terms.flatMap(wordsOf), ...glossary.everyday].map((word) => word.normalize('NFKC').toLowerCase()),
  );
  const seen = new Set<string>();
  return told.flatMap(({ place, text }) => {
    const plain = withoutNames(text.normalize('NFKC'), names);
    const found = [
      ...longSentences(plain),
      ...negations(plain),
      ...abbreviations(plain, known),
      ...katakana(plain, known),
    ];
    return found
      .filter(({ kind, found: word }) => {
        // One explanation is enough for the whole report.
        const key = kind === 'long' || kind === 'negation' ? `${place} ${word}` : word;
        return seen.has(key) ? false : seen.add(key);
      })
      .map((one) => ({ place, ...one }));
  });
}

type Found = Omit<Stumble, 'place'>;

function withoutNames(text: string, names: readonly string[]): string {
  return names
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name.normalize('NFKC'), '〓'), text);
}

function longSentences(text: string): Found[] {
  return text
    .split(/[。\n]/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => [...sentence.replace(/[(（][^)）]*[)）]|「[^」]*」/gu, '')].length > LONGEST_SENTENCE)
    .map((sentence) => ({
      kind: 'long',
      found: `${[...sentence].slice(0, 30).join('')}…`,
      advice: `一文が${[...sentence].length}字あります。二つ以上の文に分けてください。`,
    }));
}

function negations(text: string): Found[] {
  return [...text.matchAll(/(?:ない|なく|ず)(?:わけ|こと)?(?:では|は|も)ない|なければならないわけではない/gu)].map(
    ([found]) => ({ kind: 'negation', found, advice: '否定を重ねず、肯定の文に改めてください。' }),
  );
}

function abbreviations(text: string, known: ReadonlySet<string>): Found[] {
  return [...text.matchAll(/[A-Za-z][A-Za-z0-9+-]*[A-Za-z0-9]/gu)]
    .filter(({ 0: word, index }) => !known.has(word.toLowerCase()) && !explained(text, index + word.length))
    .map(([found]) => ({
      kind: 'abbreviation',
      found,
      advice: '用語の説明にない略語です。続けて括弧で説明するか、別の言葉に改めてください。',
    }));
}

function katakana(text: string, known: ReadonlySet<string>): Found[] {
  return [...text.matchAll(/[ァ-ヴー][ァ-ヴー]{3,}/gu)]
    .filter(({ 0: word, index }) => !madeOf(word, known) && !explained(text, index + word.length))
    .map(([found]) => ({
      kind: 'katakana',
      found,
      advice: '用語の説明にない言葉です。続けて括弧で説明するか、別の言葉に改めてください。',
    }));
}

/** An explanation in brackets follows. */
const explained = (text: string, end: number): boolean => /^[(（][^)）]{4,}[)）]/u.test(text.slice(end));

/** Whether a compound consists of known words: アクセスログ of アクセス and ログ. */
function madeOf(word: string, known: ReadonlySet<string>): boolean {
  const reached = new Set([0]);
  for (let end = 1; end <= word.length; end += 1)
    for (const start of reached)
      if (known.has(word.slice(start, end).toLowerCase())) {
        reached.add(end);
        break;
      }
  return reached.has(word.length);
}
