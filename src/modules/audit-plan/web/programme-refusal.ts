/** A refusal of a row of a programme by its place, said at the field of the form, which goes by the key of the row. */
import { RequestError } from '../../../web/client.ts';
import type { FormReader } from '../../../web/ui/index.ts';
import { orderOf } from './form-rows.tsx';

/** Rows of the form, and where they lie in the programme. */
const ROWS: readonly (readonly [rows: string, path: string])[] = [
  ['steps', 'programme.steps'],
  ['levels', 'programme.grading.levels'],
  ['checklists', 'programme.checklists'],
];

export function atItsField(path: string, form: FormReader): string {
  for (const [rows, place] of ROWS) {
    if (!path.startsWith(`${place}.`)) continue;
    const [at = '', ...field] = path.slice(place.length + 1).split('.');
    const key = orderOf(form, rows)[Number(at)];
    return key === undefined ? path : [rows, key, ...field].join('.');
  }
  return path;
}

/** @throws RequestError whose paths are names of fields */
export async function refusedAtFields<T>(form: FormReader, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof RequestError) || error.fields.length === 0) throw error;
    const { code, message, current, reference, status } = error;
    const fields = error.fields.map((one) => ({ ...one, path: atItsField(one.path, form) }));
    throw new RequestError(
      { code, message, fields, ...{ current }, ...(reference === undefined ? {} : { reference }) },
      status,
    );
  }
}
