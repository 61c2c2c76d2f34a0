/** Identifiers of requirements from what their source calls them. */

/** Longest identifier; with the code of its standard it must fit a citation of a form. */
const LONGEST = 50;

/**
 * `AC-2(1)` becomes `ac-2-1`, `A.5.1` `a.5.1`, 第35条第2項 `35-2`. What has no letter or digit gets a number made of its
 * characters, which is the same in every edition.
 */
export function identifierOf(source: string): string {
  const words = source
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/gu, '-')
    .replaceAll(/[.-]{2,}/gu, (signs) => (signs.includes('-') ? '-' : '.'))
    .replaceAll(/^[.-]+|[.-]+$/gu, '');
  const lost = /[^\P{L}\p{ASCII}]/u.test(source.normalize('NFKC')) && !/\d/u.test(words);
  if (words === '' || lost) return `x${hash(source.normalize('NFKC').trim())}`;
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 9).replace(/[.-]+$/u, '')}-${hash(source)}`;
}

/** FNV-1a over the UTF-16 units, eight hexadecimal digits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value.toString(16).padStart(8, '0');
}

/** As `identifierOf`, and another one than those that are taken: 第1章 and 第1条 are two things. */
export function freeIdentifier(source: string, taken: ReadonlySet<string>): string {
  const wanted = identifierOf(source);
  if (!taken.has(wanted)) return wanted;
  let id = `${wanted}-${hash(source)}`;
  for (let serial = 2; taken.has(id); serial += 1) id = `${wanted}-${hash(source)}-${serial}`;
  return id;
}
