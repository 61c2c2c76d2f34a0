/**
 * Rows of a batch as one parameter per column: the statement is the same text for any number of rows, so a connection
 * plans it once, and nothing is spent on a text of thousands of parameters.
 */
import { type RawBuilder, sql } from 'kysely';

type ColumnKind = 'int' | 'bigint' | 'uuid' | 'text' | 'jsonb' | 'timestamptz' | 'boolean' | 'double precision';

/** `unnest(…)` of the rows, with its columns in the order of `kinds`. */
export function unnested<R extends object>(
  rows: readonly R[],
  kinds: { readonly [K in keyof R & string]: ColumnKind },
): RawBuilder<R> {
  const columns = (Object.entries(kinds) as [keyof R & string, ColumnKind][]).map(
    ([name, kind]) => sql`${rows.map((row) => row[name])}::${sql.raw(kind)}[]`,
  );
  return sql`unnest(${sql.join(columns)})`;
}

/** Names of the columns of `kinds`, for the list that stands before or after `unnested`. */
export const namesOf = (kinds: object): RawBuilder<unknown> =>
  sql.join(Object.keys(kinds).map((name) => sql.ref(name)));
