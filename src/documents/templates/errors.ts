import { ReadableError } from '../../core/readable-error.ts';

/** Why a form is not taken. `place` names the part of the file, the message says in Japanese what to do. */
export type TemplateErrorCode =
  | 'wrong-type'
  | 'encrypted'
  | 'broken'
  | 'too-large'
  | 'macro'
  | 'embedded'
  | 'external'
  | 'doctype'
  | 'field-code'
  | 'formula'
  | 'marks';

/** A form that is refused. */
export class TemplateError extends ReadableError {
  override readonly name = 'TemplateError';
  readonly code: TemplateErrorCode;
  readonly place: string;

  constructor(code: TemplateErrorCode, place: string, message: string, options?: ErrorOptions) {
    super(`${message}（場所：${place}）`, options);
    this.code = code;
    this.place = place;
  }
}
