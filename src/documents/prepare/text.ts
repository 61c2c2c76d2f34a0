// Characters that XML forbids, and bidirectional controls, which could show a text other than the one stored.
const FORBIDDEN = /(?!\n)\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;

/** Text as every output can carry it: well-formed Unicode, newlines as \n, tabs as a space, no control characters. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replaceAll('\t', ' ')
    .replace(/[\ud800-\udfff]/gu, '〓')
    .replace(FORBIDDEN, '');
}

/** Width of a text in em: half for ASCII and half-width katakana, one for the rest. */
export function widthInEm(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    width += code < 0x80 || (code >= 0xff61 && code <= 0xff9f) ? 0.5 : 1;
  }
  return width;
}

/** Characters that may not begin a line. */
const NEVER_FIRST = /^[、。，．）」』】〕・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ]$/u;

/**
 * Breaks a text into lines of at most `width` em, and one em more for a mark that may not begin a line; a Latin word stays
 * whole where it fits on a line, and marks of a form always, which would be none in pieces.
 */
export function breakLines(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/(?:\{\{[^{}]*\}\})+|(?:(?!\{\{)[!-~])+|\s|[^!-~\s]/gu) ?? []) {
    const parts = widthInEm(piece) > width && !piece.startsWith('{{') ? [...piece] : [piece];
    for (const part of parts) {
      const reach = widthInEm(line + part);
      if (line !== '' && reach > (NEVER_FIRST.test(part) ? width + 1 : width)) {
        lines.push(line.trim());
        line = '';
      }
      line += part;
    }
  }
  lines.push(line.trim());
  return lines.filter((one, index) => one !== '' || index === 0);
}
