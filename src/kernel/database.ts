/**
 * The database: one pool, transactions bound to tenants, and nothing else. A transaction handle is a parameter;
 * code inside a transaction has no way to the pool.
 */
import { type ColumnType, type Generated, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { type Connection, connectionOf, isOutdatedPlan } from './database-connection.ts';
import type { PostgresConnection } from './postgres/connection.ts';
import { AppError } from './error.ts';
import { StatementWatch } from './statement-watch.ts';
import { APP_ROLE } from './tenancy.ts';

export interface Tx {
  /** The tenant of an ordinary transaction; a batch over several tenants has no single one and throws here. */
  readonly tenantId: number;
  /** All tenants that the transaction may see. */
  readonly tenantIds: readonly number[];
  /** Rises with every statement that is not plain reading: writing, locking, anything raw. */
  readonly changes: number;
  /**
   * A statement that has been sent and whose outcome is heard together with the commit's: the last one of a transaction
   * need not be waited for. When it fails, so does the transaction.
   */
  withCommit(statement: Promise<unknown>): void;
  /** Query builder over the tables that the calling store declares. Every query names the tenant as well. */
  db<Tables>(): Transaction<Tables>;
}

export interface Database {
  /** Runs `work` in one transaction for one tenant; retries when a concurrent transaction forces it. */
  transaction<T>(tenantId: number, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One transaction over several tenants, for work that serves all of them (batches, jobs). */
  across<T>(tenantIds: readonly number[], work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Tables without tenant only: sign-in directory, list of tenants. Row-level security shows nothing else. */
  outside<T>(work: (db: Kysely<OutsideTables>) => Promise<T>): Promise<T>;
  ping(): Promise<void>;
  version(): Promise<string>;
  close(): Promise<void>;
}

export interface OutsideTables {
  tenant: {
    id: Generated<number>;
    code: string;
    name: string;
    clock_offset: ColumnType<string, number, number>;
    demonstration: boolean;
    created_at: ColumnType<Date, string, never>;
  };
  login_directory: { login_name: string; tenant_id: number; account_id: string };
  server_note: { name: string; value: string };
}

const RETRIES = 4;
/** Serialization failure and deadlock: safe to run again, nothing was written. */
const RETRY_CODES = new Set(['40001', '40P01']);

export function openDatabase(connection: PostgresConnection, options: { readonly poolSize?: number } = {}): Database {
  const pool = new pg.Pool({
    ...connection,
    max: options.poolSize ?? 12,
    application_name: 'machimori',
    pipeline: true,
    // Every connection works as the role that owns nothing, so that row-level security and the refusals always hold.
    options: `-c role=${APP_ROLE} -c timezone=UTC`,
  });
  pool.on('error', () => {
    // A broken idle connection is dropped by the pool; the next request opens a new one.
  });
  const root = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });

  const inTenants = async <T>(tenants: readonly number[], work: (tx: Tx) => Promise<T>): Promise<T> => {
    if (!tenants.every(Number.isSafeInteger)) throw new AppError('internal.failure', { internal: 'tenant id' });
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await withClient(pool, (client) => {
          const connection = connectionOf(client);
          return inTransaction(connection, new BoundTx(tenants, connection), work);
        });
      } catch (error) {
        if (attempt < RETRIES && (RETRY_CODES.has(sqlState(error) ?? '') || isOutdatedPlan(error))) continue;
        throw unavailable(error);
      }
    }
  };

  return {
    transaction: (tenantId, work) => inTenants([tenantId], work),
    across: inTenants,
    outside: (work) => work(root),
    ping: async () => {
      await pool.query('select 1');
    },
    version: async () => {
      const { rows } = await pool.query<{ server_version: string }>('show server_version');
      return rows[0]?.server_version ?? '';
    },
    close: () => pool.end(),
  };
}

class BoundTx implements Tx {
  readonly tenantIds: readonly number[];
  readonly #watch = new StatementWatch();
  readonly #transaction: Transaction<unknown>;
  readonly #sent: Promise<unknown>[] = [];

  /** The connection stands inside a transaction for as long as this handle lives. */
  constructor(tenants: readonly number[], connection: Connection) {
    this.tenantIds = tenants;
    this.#transaction = connection.builder(this.#watch);
  }

  get changes(): number {
    return this.#watch.changes;
  }

  withCommit(statement: Promise<unknown>): void {
    statement.catch(() => undefined);
    this.#sent.push(statement);
  }

  /** @throws the first failure of what was sent without waiting */
  async hear(): Promise<void> {
    for (const statement of this.#sent) await statement;
  }

  get tenantId(): number {
    const [first, ...rest] = this.tenantIds;
    if (first === undefined || rest.length > 0)
      throw new AppError('internal.failure', { internal: 'no single tenant' });
    return first;
  }

  db<Tables>(): Transaction<Tables> {
    return this.#transaction as unknown as Transaction<Tables>;
  }
}

async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A connection that breaks fails its statements; without a listener it would end the program as well.
  const broken = (): void => undefined;
  client.on('error', broken);
  try {
    return await work(client);
  } finally {
    client.off('error', broken);
    client.release();
  }
}

/**
 * Begins and binds to the tenants in one statement, and goes on without waiting for its answer: the first question is
 * written behind it, and the commit behind the last statement. The ids are checked numbers, so they may stand in the text.
 */
async function inTransaction<T>(connection: Connection, tx: BoundTx, work: (tx: Tx) => Promise<T>): Promise<T> {
  tx.withCommit(connection.execute(`begin; set local app.tenants = '${tx.tenantIds.join(',')}'`));
  try {
    const result = await work(tx);
    const [heard, committed] = await Promise.allSettled([tx.hear(), connection.commit()]);
    if (heard.status === 'rejected') throw heard.reason;
    if (committed.status === 'rejected') throw committed.reason;
    return result;
  } catch (error) {
    // A connection that broke has rolled back by itself; the first error is the one that tells something.
    await connection.execute('rollback').catch(() => undefined);
    await tx.hear();
    throw error;
  }
}

/** The SQLSTATE of a database error, or null for anything else. */
export function sqlState(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.code ?? null) : null;
}

export const UNIQUE_VIOLATION = '23505';
export const FOREIGN_KEY_VIOLATION = '23503';
const DISK_FULL = '53100';
/** The driver's sentences, without a code, for a connection whose other end is gone. */
const CUT_OFF =
  /^(?:Connection terminated|Client (?:was closed|has encountered a connection error)|timeout exceeded when)/u;

/** Tells a database that cannot be reached, or has no room, from every other failure; a missing file is none of its business. */
function unavailable(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  if (!('code' in error))
    return CUT_OFF.test(error.message) ? new AppError('service.unavailable', { internal: 'database cut off' }) : error;
  const code = String(error.code);
  const connecting = 'syscall' in error && ['connect', 'read', 'write'].includes(String(error.syscall));
  if (code === DISK_FULL) return new AppError('storage.full', { internal: 'database' });
  const down = code.startsWith('08') || code.startsWith('57P') || connecting;
  return down ? new AppError('service.unavailable', { internal: `database ${code}` }) : error;
}
