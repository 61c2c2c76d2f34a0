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

/** The first line of every part. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
