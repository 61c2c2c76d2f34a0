import type { SourceLine } from '../core/specification-import/index.ts';
import { ImportError } from './error.ts';
import { readText } from './text.ts';

export { ImportError, type ImportProblem } from './error.ts';

/** What a file held: its lines and, where it has pages, how many. */
export type SpecificationSourceText = { format: 'docx' | 'pdf' | 'text'; lines: SourceLine[]; pages: number | null };

/**
 * Reads the lines of a specification from a file. What the file is says its content, not its name.
 * @throws ImportError with a sentence for the person who sent it.
 */
export async function readSpecificationSource(name: string, bytes: Uint8Array): Promise<SpecificationSourceText> {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) {
    const { readPdf } = await import('./pdf.ts');
    return { format: 'pdf', ...(await readPdf(bytes)) };
  }
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const { readDocx } = await import('./docx/index.ts');
    return { format: 'docx', lines: await readDocx(bytes), pages: null };
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new ImportError(
      'not-supported',
      `「${name}」は古い形式のWord文書か、パスワードで保護された文書です。パスワードを外し、Wordで「.docx」形式に保存し直してから取り込んでください。`,
    );
  }
  return { format: 'text', lines: readText(bytes), pages: null };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}
