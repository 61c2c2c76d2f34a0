/** The whole product put together from its configuration: database, blobs, modules, application. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Application, createApplication } from '../kernel/application.ts';
import { type BlobStore, localBlobStore } from '../kernel/blob.ts';
import { AppError } from '../kernel/error.ts';
import { type Clock, systemClock } from '../kernel/clock.ts';
import type { Config } from '../kernel/config.ts';
import { type Database, openDatabase } from '../kernel/database.ts';
import { discoverModules, migrationSets } from '../kernel/discovery.ts';
import type { Log } from '../kernel/log.ts';
import { migrate } from '../kernel/migrate.ts';
import type { ServerModule } from '../kernel/module.ts';
import { parsePostgresUrl, type PostgresConnection } from '../kernel/postgres/connection.ts';
import { openEmbedded } from '../kernel/postgres/embedded.ts';

export interface Service {
  readonly application: Application;
  readonly modules: readonly ServerModule[];
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly connection: PostgresConnection;
  /** Closes the pool and stops the embedded database when this process runs it. */
  close(): Promise<void>;
}

/** Where the data lives, before anything is known about what is in it. */
export interface Storage {
  readonly connection: PostgresConnection;
  readonly blobs: BlobStore;
  /** Lets go of the embedded database; it stops with the last process that uses it. */
  close(): Promise<void>;
}

export interface ServiceOptions {
  readonly clock?: Clock;
  /** The embedded database is thrown away afterwards: nothing has to reach the disk. */
  readonly temporary?: boolean;
}

export async function openService(config: Config, log: Log, options: ServiceOptions = {}): Promise<Service> {
  const { clock = systemClock, temporary = false } = options;
  const modules = await discoverModules();
  const storage = await openStorage(config, log, temporary);
  try {
    const { connection, blobs } = storage;
    await migrate(connection, migrationSets(modules)).catch((error: unknown) => {
      throw unreachable(error);
    });
    const database = openDatabase(connection, { poolSize: config.DATABASE_POOL });
    const application = createApplication({ database, blobs, clock, log, modules, settings: settingsOf(config) });
    return {
      application,
      modules,
      database,
      blobs,
      connection,
      async close() {
        await database.close();
        await storage.close();
      },
    };
  } catch (error) {
    await storage.close();
    throw error;
  }
}

export async function openStorage(config: Config, log: Log, temporary = false): Promise<Storage> {
  // Others may pass through but not look in: as root the database runs as a user of its own below this folder.
  mkdirSync(config.DATA_DIR, { recursive: true, mode: 0o711 });
  const blobs = await openBlobs(config);
  if (config.DATABASE_URL !== undefined) {
    return { connection: parsePostgresUrl(config.DATABASE_URL), blobs, close: async () => undefined };
  }
  const server = await openEmbedded({
    dataDir: config.DATA_DIR,
    ...(config.POSTGRES_BIN === undefined ? {} : { binDir: config.POSTGRES_BIN }),
    fsync: !temporary,
    log: (message) => log.info('embedded database', { message }),
  });
  return {
    connection: { host: server.host, port: 5432, database: server.database, user: server.user },
    blobs,
    close: () => server.stop(),
  };
}

/** A server that is not there or lets nobody in is a matter of settings, and is told as one. */
function unreachable(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!/^(ECONN|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|EAI_|28|3D000)/.test(code)) return error;
  return new AppError('service.unavailable', {
    internal: `database ${code}`,
    message: `データベースにつながりません（${code}）。PostgreSQLが動いているか、DATABASE_URL の住所、利用者名、パスワード及びデータベース名が正しいかを確かめてください。`,
  });
}

/** What operations before sign-in may know of the configuration. */
function settingsOf(config: Config): Readonly<Record<string, string | undefined>> {
  const { BASE_URL, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_CLAIM, OIDC_LABEL } = config;
  return { BASE_URL, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_CLAIM, OIDC_LABEL };
}

async function openBlobs(config: Config): Promise<BlobStore> {
  if (config.S3_ENDPOINT !== undefined) {
    // The client of the object store is loaded only where one is configured.
    const { s3BlobStore } = await import('../kernel/blob-s3.ts');
    return s3BlobStore({
      endpoint: config.S3_ENDPOINT,
      bucket: config.S3_BUCKET ?? '',
      region: config.S3_REGION,
      accessKeyId: config.S3_ACCESS_KEY_ID ?? '',
      secretAccessKey: config.S3_SECRET_ACCESS_KEY ?? '',
      spool: join(config.DATA_DIR, 'spool'),
    });
  }
  return localBlobStore(join(config.DATA_DIR, 'blobs'));
}
