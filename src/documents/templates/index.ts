/** The city's own forms (様式): checked, refused where hostile, filled. Knows no module. */
import {
  checkForm,
  exampleData,
  type FormData,
  type FormField,
  type FormProblem,
  type MarkedText,
} from '../../core/form/index.ts';
import { type Parts, readParts, writeParts } from './archive.ts';
import { fillDocx, textsOfDocx } from './docx.ts';
import { TemplateError } from './errors.ts';
import { refuseHostile, type TemplateFormat } from './hostile.ts';
import { fillPptx, textsOfPptx } from './pptx.ts';
import { fillXlsx, textsOfXlsx } from './xlsx.ts';

export { TemplateError, type TemplateErrorCode } from './errors.ts';
export type { TemplateFormat } from './hostile.ts';

const TEXTS: Readonly<Record<TemplateFormat, (parts: Parts) => readonly MarkedText[]>> = {
  docx: textsOfDocx,
  xlsx: textsOfXlsx,
  pptx: textsOfPptx,
};

const FILL: Readonly<Record<TemplateFormat, (parts: Parts, data: FormData) => Parts>> = {
  docx: fillDocx,
  xlsx: fillXlsx,
  pptx: fillPptx,
};

/**
 * What must be mended before the form can be used, by the fields that its kind of document has.
 * @throws TemplateError when the file is hostile, broken or of another kind
 */
export function checkTemplate(
  bytes: Uint8Array,
  format: TemplateFormat,
  fields: readonly FormField[],
): readonly FormProblem[] {
  const parts = openTemplate(bytes, format);
  const problems = checkForm(TEXTS[format](parts), fields);
  if (problems.some(({ kind }) => kind !== 'missing' && kind !== 'unknown')) return problems;
  try {
    FILL[format](parts, exampleData(fields));
  } catch (error) {
    // Marks that are in order one by one may still cross the edge of a table.
    if (!(error instanceof TemplateError)) throw error;
    return [...problems, { kind: 'unbalanced', place: error.place, message: error.message }];
  }
  return problems;
}

/**
 * The form with its values. Same form and data, same bytes.
 * @throws TemplateError as `checkTemplate`, and where a value does not fit
 */
export function fillTemplate(bytes: Uint8Array, format: TemplateFormat, data: FormData): Uint8Array {
  return writeParts(FILL[format](openTemplate(bytes, format), { ...data }));
}

function openTemplate(bytes: Uint8Array, format: TemplateFormat): Parts {
  try {
    const parts = readParts(bytes);
    refuseHostile(parts, format);
    return parts;
  } catch (error) {
    if (error instanceof RangeError) {
      throw new TemplateError('broken', 'ファイル全体', 'ファイルの構造を読み取れません。保存し直してください。', {
        cause: error,
      });
    }
    throw error;
  }
}

export { deriveFields, PARTICULARS } from './derive.ts';
export { sampleDocument, type SampleHead, sampleWorkbook } from './gallery.ts';
export { sampleDeck } from './gallery-deck.ts';
export { conform } from './conform.ts';
export { outlineOf } from './outline.ts';
