/** Words in the XML of office files. */

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** Words between tags. */
export const xmlText = (text: string): string =>
  /[&<>]/u.test(text) ? text.replace(/[&<>]/gu, (one) => escapes[one] ?? '') : text;

/** Words of an attribute between quotation marks. */
export const xmlAttribute = (text: string): string =>
  /[&<>"\n]/u.test(text) ? text.replace(/[&<>"\n]/gu, (one) => escapes[one] ?? '') : text;

/** The bytes of a part that comes in pieces: the whole of a long list is never one text. */
export function encoded(pieces: Iterable<string>): Uint8Array {
  const written: Buffer[] = [];
  let open = '';
  for (const piece of pieces) {
    open += piece;
    if (open.length < PIECE) continue;
    written.push(Buffer.from(open));
    open = '';
  }
  return Buffer.concat([...written, Buffer.from(open)]);
}

const PIECE = 65_536;

/** The first line of every part. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
