import { ReadableError } from '../../core/readable-error.ts';

/** A file that cannot be read as a spreadsheet. The message says in Japanese what to do. */
export class SpreadsheetError extends ReadableError {
  constructor(message: string) {
    super(message);
    this.name = 'SpreadsheetError';
  }
}
