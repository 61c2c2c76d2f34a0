/** What must not stand in a public edition: the words of a list, and addresses and hosts that nobody listed. */
import { isIPv6 } from 'node:net';
import { DocumentError } from '../errors.ts';
import type { DocumentTree } from '../model/document.ts';
import { squeeze, unify } from './normalise.ts';
import { textsOf } from './texts.ts';

/** A word that the public must not read. */
export interface ConfidentialWord {
  readonly kind: 'person' | 'department' | 'system' | 'host';
  readonly word: string;
}

/** A word found where it must not stand. */
export interface Leak {
  readonly place: string;
  /** 氏名, 所属の名称, IPアドレス … */
  readonly what: string;
  readonly found: string;
}

const WORDS: Readonly<Record<ConfidentialWord['kind'], string>> = {
  person: '氏名',
  department: '所属の名称',
  system: 'システムの名称',
  host: '機器又はホストの名称',
};

/** Who must not read what: the public also no address, a department its own words but not those of the others. */
export interface LeakCheck {
  readonly reader: 'public' | 'department';
  readonly list: readonly ConfidentialWord[];
  /** Words of the reader's own, which may stand even where one of the others' is part of them. */
  readonly own?: readonly string[];
}

/** Everything in a document that its list or its shape forbids, in reading order. */
export function findLeaks(tree: DocumentTree, { reader, list, own = [] }: LeakCheck): Leak[] {
  const listed = list.flatMap(wanted);
  const allowed = own.map(squeeze).filter((word) => word !== '');
  const seen = new Set<string>();
  return textsOf(tree).flatMap(({ place, text }) => {
    const squeezed = allowed.reduce((left, word) => left.replaceAll(word, '\n'), squeeze(text));
    const leaks = [
      ...listed.flatMap(({ test, what, word }) => (test(squeezed) ? [{ place, what, found: word }] : [])),
      ...(reader === 'public' ? addressesIn(unify(text)).map((address) => ({ place, ...address })) : []),
    ];
    return leaks.filter(({ what, found }) => {
      const key = `${place}\n${what}\n${squeeze(found)}`;
      return seen.has(key) ? false : seen.add(key);
    });
  });
}

/**
 * @throws DocumentError `confidential-left` naming places and words
 */
export function refuseLeaks(tree: DocumentTree, check: LeakCheck): void {
  const leaks = findLeaks(tree, check);
  if (leaks.length === 0) return;
  const named = leaks.slice(0, 5).map(({ place, what, found }) => `${place}に${what}「${found}」`);
  const more = leaks.length > named.length ? `、ほか${leaks.length - named.length}か所` : '';
  throw new DocumentError(
    'confidential-left',
    `${REFUSED[check.reader]}が残っているため、作成できません（${named.join('、')}${more}）。元の記録の表現を改めてから、もう一度作成してください。`,
  );
}

const REFUSED: Readonly<Record<LeakCheck['reader'], string>> = {
  public: '公表用の版に、公表してはならない語',
  department: '所属ごとの版に、ほかの所属についての語',
};

const TITLES =
  '(?:さん|様|氏|殿|君|職員|主事|技師|主任|主査|係長|主幹|室長|補佐|課長|次長|部長|局長|所長|館長|園長|校長|教頭|参事|副市長|市長)';

function wanted({ kind, word }: ConfidentialWord) {
  const whole = squeeze(word);
  // One letter is part of too many words to be looked for.
  if ([...whole].length < 2) return [];
  const what = WORDS[kind];
  const tests = [{ what, word, test: (text: string) => text.includes(whole) }];
  const family = squeeze(word.trim().split(/\s+/u)[0] ?? '');
  if (kind !== 'person' || family === '' || family === whole) return tests;
  // Before a title the family name alone names the person.
  const titled = new RegExp(`${escape(family)}${TITLES}`, 'u');
  return [...tests, { what, word: word.trim().split(/\s+/u)[0] ?? '', test: (text: string) => titled.test(text) }];
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

const SUFFIXES =
  'jp|com|net|org|info|biz|io|dev|app|cloud|local|lan|internal|intra|intranet|corp|home|localdomain|example|invalid|test|arpa|go|lg';
const ROLES =
  'srv|sv|svr|server|web|app|ap|db|dc|ad|fs|file|nas|mail|mx|smtp|dns|ns|ntp|proxy|prx|fw|vpn|gw|rt|rtr|sw|l2|l3|pc|host|node|esx|esxi|vm|log|bk|backup|wsus';

const SHAPES: readonly {
  readonly what: string;
  readonly shape: RegExp;
  readonly holds?: (text: string) => boolean;
}[] = [
  { what: 'メールアドレス', shape: /[a-z0-9._%+-]+\s*@\s*[a-z0-9-]+(?:\.[a-z0-9-]+)+/gu },
  {
    what: 'IPアドレス',
    shape: /(?<![\d.])\d{1,3}(?:\s*\.\s*\d{1,3}){3}(?![\d.]*\d)/gu,
    holds: (text) => text.split('.').every((part) => Number(part) <= 255),
  },
  {
    what: 'IPアドレス',
    shape: /(?<![0-9a-z:])[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:.]*(?![0-9a-z:])/gu,
    holds: (text) => text !== '::' && isIPv6(text),
  },
  { what: 'MACアドレス', shape: /(?<![0-9a-z:-])[0-9a-f]{2}([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}(?![0-9a-z:-])/gu },
  { what: 'ホスト名', shape: new RegExp(`(?<![a-z0-9@.-])(?:[a-z0-9-]+\\.)+(?:${SUFFIXES})(?![a-z0-9-])`, 'gu') },
  { what: '共有フォルダーの場所', shape: /\\\\[a-z0-9._-]+\\[^\s、。」）)]+/gu },
  {
    what: 'ホスト名',
    shape: new RegExp(`(?<![a-z0-9])(?:[a-z]{2,8}[-_])*(?:${ROLES})[-_]?[a-z]{0,6}[-_]?\\d{1,4}(?![a-z0-9])`, 'gu'),
  },
];

/** Addresses and hosts by their shape alone. `text` is in one width and case. */
function addressesIn(text: string): Omit<Leak, 'place'>[] {
  let left = text;
  return SHAPES.flatMap(({ what, shape, holds }) => {
    const found = [...left.matchAll(shape)]
      .map(([match]) => match)
      .filter((match) => holds?.(match.replace(/\s/gu, '')) ?? true);
    // What one shape has named is not named again by the next.
    for (const match of found) left = left.replace(match, '　');
    return found.map((match) => ({ what, found: match }));
  });
}
