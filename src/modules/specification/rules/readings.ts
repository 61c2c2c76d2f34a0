/** The open points of a draft: what their default readings put into the value of a form. */
import {
  OpenPointSchema,
  SpecificationError,
  underDefaults,
  type OpenPoint,
} from '../../../core/specification/index.ts';
import { fieldError } from '../../../kernel/error.ts';
import { type DraftContent, type Json, jsonList } from './stored.ts';

/** The points of all clauses that are written well enough to give a value. */
export function pointsOf({ clauses }: DraftContent): OpenPoint[] {
  return clauses.flatMap((clause) =>
    jsonList(clause.more['openPoints']).flatMap((one) => {
      const point = OpenPointSchema.safeParse(one);
      return point.success ? [point.data] : [];
    }),
  );
}

/**
 * The value as it reads by default, so that the part can be checked by itself. Every other reading is checked with the
 * whole file before it is published.
 * @throws AppError `input.invalid` under `path` for a reading that no point of the draft gives
 */
export function settled(content: DraftContent, path: string, value: Json): unknown {
  try {
    return underDefaults(value, pointsOf(content));
  } catch (error) {
    if (!(error instanceof SpecificationError)) throw error;
    const [place] = error.places;
    const at = [path, ...(place?.path ?? []).map(String)].join('.');
    const [, id = ''] = /「([^」]+)」が参照/u.exec(place?.message ?? '') ?? [];
    throw fieldError(at, `論点の読み方「${id}」は、この下書きにありません。論点を先に書いて保存してください。`);
  }
}
