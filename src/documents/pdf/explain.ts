import { DocumentError } from '../errors.ts';

/** Turns a compiler error into a sentence for the person who asked for the document. */
export function explain(error: unknown, source: string): DocumentError {
  const detail = detailOf(error);
  const missing = missingCharacters(detail);
  if (missing.length > 0) {
    const named = missing.map((character) => `「${character}」（${codePoints(character)}）`).join('、');
    const where = excerpt(source, missing[0] ?? '');
    return new DocumentError(
      'missing-glyph',
      `文書用の書体にない文字${named}が含まれているため、PDFを作成できません。別の文字に置き換えてください。${where}`,
      { cause: error },
    );
  }
  return new DocumentError(
    'typesetting-failed',
    'PDFの組版に失敗しました。文書の内容を確認しても直らない場合は、この表示の内容を管理者に連絡してください。',
    { cause: new Error(detail, { cause: error }) },
  );
}

/** The compiler keeps its diagnostics in `code` and leaves `message` empty. */
function detailOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

function missingCharacters(detail: string): string[] {
  const found = [...detail.matchAll(/the text `\\*"(.*?)\\*"` could not be displayed/gsu)].map((match) =>
    (match[1] ?? '').replace(/\\+u\{([0-9a-f]+)\}/giu, (_all, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    ),
  );
  return [...new Set(found)].filter((text) => text !== '').slice(0, 10);
}

const codePoints = (text: string): string =>
  [...text]
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');

/** The words around the character, so that it can be found in the document. */
function excerpt(source: string, character: string): string {
  const at = source.indexOf(character);
  if (at < 0) return '';
  const literal = source.slice(source.lastIndexOf('#"', at) + 2, at + character.length + 12).split('"')[0] ?? '';
  return `（該当箇所：「${literal.slice(-32)}」）`;
}
