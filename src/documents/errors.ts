import { ReadableError } from '../core/readable-error.ts';

/** What went wrong while a document was made. The message is a Japanese sentence for the person who asked for it. */
export type DocumentErrorCode =
  | 'heading-skipped'
  | 'heading-too-many'
  | 'reference-unknown'
  | 'id-duplicate'
  | 'table-shape'
  | 'table-too-wide'
  | 'table-too-large'
  | 'figure-invalid'
  | 'chart-invalid'
  | 'deck-invalid'
  | 'missing-glyph'
  | 'sheet-invalid'
  | 'document-invalid'
  | 'typesetting-failed'
  | 'font-missing'
  | 'confidential-left'
  | 'assurance-wording';

/** A document that cannot be made as asked. `code` is stable, `message` says in Japanese what to mend. */
export class DocumentError extends ReadableError {
  override readonly name = 'DocumentError';
  readonly code: DocumentErrorCode;

  constructor(code: DocumentErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
