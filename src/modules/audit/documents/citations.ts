/** Places in standards as they stand on paper: one line per standard, long names of national guidelines shortened. */
import { note, type NoteBlock } from '../../../documents/index.ts';

/** Short names that the papers use for guidelines whose full name would fill a column. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['地方公共団体における情報セキュリティポリシーに関するガイドライン', '総務省ポリシーガイドライン'],
  ['地方公共団体における情報セキュリティ監査に関するガイドライン', '総務省監査ガイドライン'],
]);

/** Standard and place are separated by the first space of a citation. */
function partsOf(citation: string): readonly [name: string, place: string] {
  const at = citation.search(/[ 　]/u);
  return at < 0 ? [citation, ''] : [citation.slice(0, at), citation.slice(at + 1)];
}

/** One text per standard: its name, then all places in it. */
export function citationLines(citations: readonly string[], names: 'short' | 'full' = 'short'): readonly string[] {
  const places = new Map<string, string[]>();
  for (const [name, place] of citations.map(partsOf)) places.set(name, [...(places.get(name) ?? []), place]);
  return [...places].map(([name, found]) => {
    const title = names === 'short' ? (SHORT_NAMES.get(name) ?? name) : name;
    return [title, found.filter((place) => place !== '').join('、')].filter((part) => part !== '').join('　');
  });
}

/** Says what the short names stand for; nothing when none is used. */
export function shortNamesNote(citations: readonly string[]): readonly NoteBlock[] {
  const names = new Set(citations.map((citation) => partsOf(citation)[0]));
  const used = [...SHORT_NAMES].filter(([name]) => names.has(name));
  if (used.length === 0) return [];
  return [note(used.map(([name, short]) => `${short}：${name}（総務省）`).join('\n'))];
}
