import { Client, escapeIdentifier } from 'pg';
import { type Binaries, findBinaries } from './binaries.ts';
import { ensureCluster, owner } from './cluster.ts';
import { codeOf, EmbeddedPostgresError, messageOf } from './errors.ts';
import { type Place, settlePlace } from './place.ts';
import { readPidFile } from './process-state.ts';
import { pause, runningServer, type Started, startServer, stopServer } from './server-process.ts';

export interface EmbeddedOptions {
  /** Folder of the program's data; the database lies below it. Made when absent. */
  readonly dataDir: string;
  /** Folder with the programs `postgres` and `initdb` (POSTGRES_BIN). Left out: those that came with the program. */
  readonly binDir?: string | undefined;
  /** Receives progress and warnings; technical, without personal data. */
  readonly log: (message: string) => void;
  /** Write through to the disk before a commit is answered. `false` only for data that nobody will miss: tests. */
  readonly fsync?: boolean | undefined;
}

/** A running embedded database. */
export interface EmbeddedPostgres {
  /** Folder of the Unix socket, usable as `host` of `pg`. */
  readonly host: string;
  readonly database: 'machimori';
  readonly user: typeof owner;
  /** Server version such as `18.4`. */
  readonly version: string;
  /** Lets go of the database; the last program to do so stops the server and waits until it is gone. */
  stop(): Promise<void>;
}

const database = 'machimori';
/** Advisory lock in database `postgres`; every program that uses the server holds it shared. */
const inUse = 0x6d616368;
/** Why a server gives way to another one that was started at the same moment or has not quite ended. */
const lostRace = /lock file "(postmaster\.pid|[^"]*\.s\.PGSQL\.\d+\.lock)"|pre-existing shared memory/;
/** How long a server that lives but does not answer may take before the start is given up. */
const patience = 60_000;

/**
 * Opens the embedded database of a data folder: makes it on first use, adopts its server when one is running (left by
 * a program that was killed, or shared with another program), otherwise starts it.
 *
 * Several programs may share one data folder. Each holds a connection with a shared lock; `stop` stops the server only
 * when it gets the lock alone. The operating system closes the connection of a killed program, so nothing is left
 * over that would keep the server up or bring it down under another program.
 *
 * A server that dies while it is in use is started again. Throws `EmbeddedPostgresError`.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const place = settlePlace(options.dataDir);
  const binaries = findBinaries(options.binDir, place.cache, place.user);
  const supervisor = new Supervisor(place, binaries, options);
  const version = await supervisor.open();
  return { host: supervisor.host, database, user: owner, version, stop: () => supervisor.stop() };
}

class Supervisor {
  readonly #place: Place;
  readonly #binaries: Binaries;
  readonly #options: EmbeddedOptions;
  #keeper: Client | undefined;
  #stopped: Promise<void> | undefined;
  #recovery: Promise<void> | undefined;
  host: string;

  constructor(place: Place, binaries: Binaries, options: EmbeddedOptions) {
    this.#place = place;
    this.#binaries = binaries;
    this.#options = options;
    this.host = place.sockets;
  }

  async open(): Promise<string> {
    if (ensureCluster(this.#place, this.#binaries) === 'made') {
      this.#options.log(`database made in ${this.#place.cluster}`);
    }
    const keeper = await this.#connect();
    const { rows } = await keeper.query<{ version: string; present: boolean }>(
      `select current_setting('server_version') as version,
              exists (select from pg_database where datname = $1) as present`,
      [database],
    );
    if (rows[0]?.present !== true) await createDatabase(keeper);
    this.#keep(keeper);
    return rows[0]?.version.split(' ')[0] ?? '';
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#letGo();
    return this.#stopped;
  }

  async #letGo(): Promise<void> {
    await this.#recovery;
    const keeper = this.#keeper;
    if (keeper === undefined) return;
    const alone = await isLast(keeper);
    if (alone) await stopServer(this.#place);
    await keeper.end().catch(() => undefined);
    this.#options.log(alone ? 'database stopped' : 'database left running for another program');
  }

  /** A connection that holds the shared lock, to a server that is started when it does not run. */
  async #connect(): Promise<Client> {
    let started: Started | undefined;
    let silentSince: number | undefined;
    const waitedTooLong = (): boolean => performance.now() - (silentSince ??= performance.now()) > patience;
    let startingNoted = false;
    for (;;) {
      const attempt = await connectAndShare(this.#sockets());
      if (attempt instanceof Client) return attempt;
      if (attempt.starting) {
        silentSince = undefined;
        if (!startingNoted) this.#options.log('database is starting or recovering');
        startingNoted = true;
      } else if (runningServer(this.#place) === undefined) {
        if (started?.ended !== undefined) {
          if (!lostRace.test(started.ended) || waitedTooLong()) throw this.#startFailed(started.ended);
          started = undefined;
        }
        started ??= startServer(this.#place, this.#binaries, this.#options.fsync ?? true);
      } else if (waitedTooLong()) {
        throw new EmbeddedPostgresError(
          'server-unresponsive',
          `データベースのサーバー（プロセス ${runningServer(this.#place)}）が動いていますが、応答しません。そのプロセスを終了させてから起動し直してください。`,
          attempt.reason,
        );
      }
      await pause(10);
    }
  }

  /** The socket folder of the running server: one that was started with other settings is adopted as it is. */
  #sockets(): string {
    const adopted = runningServer(this.#place) === undefined ? undefined : readPidFile(this.#place.cluster)?.sockets;
    this.host = adopted ?? this.#place.sockets;
    return this.host;
  }

  #startFailed(reason: string): EmbeddedPostgresError {
    return new EmbeddedPostgresError(
      'start-failed',
      `データベースを起動できませんでした。データのフォルダー「${this.#place.cluster}」が壊れているおそれがあります。記録「${this.#place.logFile}」を確かめ、必要なら控えから戻してください。`,
      reason,
    );
  }

  #keep(keeper: Client): void {
    this.#keeper = keeper;
    keeper.once('end', () => {
      this.#keeper = undefined;
      if (this.#stopped === undefined) this.#recovery = this.#reopen();
    });
  }

  async #reopen(): Promise<void> {
    this.#options.log('connection to the database ended unexpectedly; opening it again');
    try {
      this.#keep(await this.#connect());
      this.#options.log('database is back');
    } catch (error) {
      const detail = error instanceof EmbeddedPostgresError ? error.detail : undefined;
      this.#options.log(`database cannot be opened again: ${messageOf(error)} ${detail ?? ''}`);
    }
  }
}

interface NoAnswer {
  /** The server runs, and is starting, recovering or shutting down. */
  readonly starting: boolean;
  readonly reason: string;
}

/** Connects and takes the shared lock; otherwise says why there was no answer. */
async function connectAndShare(sockets: string): Promise<Client | NoAnswer> {
  const client = new Client({
    host: sockets,
    port: 5432,
    user: owner,
    database: 'postgres',
    application_name: `machimori keeper ${process.pid}`,
    connectionTimeoutMillis: 10_000,
  });
  // A lost connection also emits `end`, on which the supervisor acts; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [inUse]);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    // 57P03: cannot connect now.
    return { starting: codeOf(error) === '57P03', reason: messageOf(error) };
  }
}

async function isLast(keeper: Client): Promise<boolean> {
  try {
    await keeper.query('select pg_advisory_unlock_shared($1)', [inUse]);
    const { rows } = await keeper.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [inUse]);
    return rows[0]?.alone === true;
  } catch {
    // The server went away by itself.
    return false;
  }
}

async function createDatabase(keeper: Client): Promise<void> {
  try {
    await keeper.query(`create database ${escapeIdentifier(database)}`);
  } catch (error) {
    // 42P04, 23505: another program has just made it.
    if (!['42P04', '23505'].includes(codeOf(error) ?? '')) throw error;
  }
}
