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
export async function readSpecificationSource(
  name: string,
  bytes: Uint8Array,
  onPage: (done: number, total: number) => void = () => undefined,
): Promise<SpecificationSourceText> {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) {
    const { readPdf } = await import('./pdf.ts');
    return { format: 'pdf', ...(await readPdf(bytes, onPage)) };
  }
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const { readDocx } = await import('./docx/index.ts');
    return { format: 'docx', lines: await readDocx(bytes), pages: null };
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw compoundFile(name, bytes);
  }
  return { format: 'text', lines: readText(bytes), pages: null };
}

/**
 * A container of Word's old kind. A document with a password is one as well: the encrypted text lies in it as the stream
 * `EncryptedPackage`, whose name stands in the directory in UTF-16.
 */
function compoundFile(name: string, bytes: Uint8Array): ImportError {
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
  return encrypted
    ? new ImportError(
        'encrypted',
        `「${name}」はパスワードで保護されたWord文書です。Wordで開いて保護を外し、保存し直してから取り込んでください。`,
      )
    : new ImportError(
        'not-supported',
        `「${name}」は古い形式（.doc）の文書です。Wordで開き、「.docx」形式で保存し直してから取り込んでください。`,
      );
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}
