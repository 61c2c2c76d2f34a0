/** Values brought into the shape that the fields promise. */
import { type FormData, type FormField, isBlockValue, linesValue, listValue } from '../../core/form/index.ts';
import { remarksOf } from './outline.ts';

/** A list of which the paper says "none" in words becomes an empty list and its words 説明. */
export function conform(data: FormData, fields: readonly FormField[]): FormData {
  const result: Record<string, FormData[string]> = { ...data };
  for (const { name, kind, fields: columns = [] } of fields) {
    const value = data[name];
    if (kind !== 'list' || value === undefined || value === null || !isBlockValue(value)) continue;
    const said = value.rows.some((row) =>
      columns.some((column) => column.name in row && value.paragraphs.length === 0),
    );
    if (said || value.paragraphs.length === 0) continue;
    result[name] = listValue([]);
    if (!Object.hasOwn(data, remarksOf(name))) result[remarksOf(name)] = linesValue(value.paragraphs);
  }
  return result;
}
