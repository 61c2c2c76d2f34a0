/**
 * One connection of the pool for the length of one transaction, as Kysely asks for it. Statements are written to the
 * connection as soon as they are asked for: what does not need the answer of the one before does not wait for it. What a
 * connection is asked again and again it has parsed and planned once.
 */
import {
  type CompiledQuery,
  DefaultQueryExecutor,
  DummyDriver,
  type Kysely,
  type KyselyPlugin,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  Transaction,
} from 'kysely';
import pg from 'pg';

/** Statements one connection keeps; a plan takes some tens of kilobytes of the database's memory. */
const PREPARED_LIMIT = 300;
/** Longer texts are lists of rows that hardly ever come again in the same length. */
const LONGEST_PREPARED = 6000;

const WRITING = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

export interface Connection {
  execute<R>(text: string, values?: readonly unknown[]): Promise<QueryResult<R>>;
  /** @throws Error when the database answers that it rolled back, because a statement had failed */
  commit(): Promise<void>;
  /** Kysely over this connection; must not outlive the transaction. */
  builder(plugin: KyselyPlugin): Transaction<unknown>;
}

export function connectionOf(client: pg.ClientBase): Connection {
  const statements = statementsOf(client);
  const execute = async <R>(text: string, values: readonly unknown[] = []): Promise<QueryResult<R>> => {
    const name = values.length === 0 ? undefined : statements.nameOf(text);
    try {
      const { command, rowCount, rows } = await client.query<R & pg.QueryResultRow>({
        text,
        values: [...values],
        ...(name === undefined ? {} : { name }),
      });
      return WRITING.has(command) ? { numAffectedRows: BigInt(rowCount ?? 0), rows } : { rows };
    } catch (error) {
      if (isOutdatedPlan(error)) statements.avoid(text);
      throw error;
    }
  };
  const connection = {
    executeQuery: <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => execute<R>(sql, parameters),
    streamQuery: (): never => {
      throw new Error('rows are not streamed inside a transaction');
    },
  };
  return {
    execute,
    async commit() {
      const { command } = await client.query({ text: 'commit', values: [] });
      if (command !== 'COMMIT') throw new Error('a transaction with a failed statement was committed');
    },
    builder: (plugin) =>
      new Transaction({
        ...PROPERTIES,
        executor: new DefaultQueryExecutor(
          COMPILER,
          ADAPTER,
          { provideConnection: (consumer) => consumer(connection) },
          [plugin],
        ),
      }),
  };
}

/**
 * A column was added or changed by a newer version of the product while this one runs: the statement is right, its
 * prepared form is not. Nothing was written; the transaction may run again.
 */
export function isOutdatedPlan(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.routine === 'RevalidateCachedQuery';
}

interface Statements {
  /** The name under which the connection keeps this text; undefined for what it was not asked before. */
  nameOf(text: string): string | undefined;
  avoid(text: string): void;
}

const known = new WeakMap<pg.ClientBase, Statements>();

function statementsOf(client: pg.ClientBase): Statements {
  const found = known.get(client);
  if (found !== undefined) return found;
  const made = createStatements();
  known.set(client, made);
  return made;
}

function createStatements(): Statements {
  const names = new Map<string, string>();
  const once = new Set<string>();
  const avoided = new Set<string>();
  return {
    nameOf(text) {
      const name = names.get(text);
      if (name !== undefined) return name;
      if (text.length > LONGEST_PREPARED || names.size >= PREPARED_LIMIT || avoided.has(text)) return undefined;
      if (!once.has(text)) {
        if (once.size >= PREPARED_LIMIT * 4) once.clear();
        once.add(text);
        return undefined;
      }
      once.delete(text);
      const fresh = `s${names.size + 1}`;
      names.set(text, fresh);
      return fresh;
    },
    avoid(text) {
      // The place stays taken, so that no other text gets the same name.
      names.delete(text);
      names.set(`avoided ${text}`, '');
      avoided.add(text);
    },
  };
}

const COMPILER = new PostgresQueryCompiler();
const ADAPTER = new PostgresAdapter();
const DIALECT = {
  createAdapter: () => ADAPTER,
  createDriver: () => new DummyDriver(),
  createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
  createQueryCompiler: () => COMPILER,
};
const PROPERTIES = { config: { dialect: DIALECT }, dialect: DIALECT, driver: new DummyDriver() };
