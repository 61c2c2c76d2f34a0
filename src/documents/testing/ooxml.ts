import { strFromU8, unzipSync } from 'fflate';
import validate, { type Format, type ValidationResult } from '@ooxml-tools/validate';

/** What the Open XML SDK objects to in an Office file. */
export const objections = (bytes: Uint8Array, format: Format): Promise<ValidationResult[]> =>
  validate(bytes, format, 'Microsoft365');

/** The XML of one part of an Office file. */
export function part(bytes: Uint8Array, name: string): string {
  const data = unzipSync(bytes)[name];
  if (data === undefined) throw new Error(`no part ${name}`);
  return strFromU8(data);
}

/** XML with one element a line, for comparing and reading. */
export const lines = (xml: string): string => xml.replaceAll('><', '>\n<');
