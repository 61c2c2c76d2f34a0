/** Where the database is: what `pg` needs to connect, from a URL or from the embedded server. */
import pgConnectionString from 'pg-connection-string';

export interface ConnectionSettings {
  readonly host: string;
  readonly port?: number;
  readonly database: string;
  readonly user: string;
  readonly password?: string;
  readonly ssl?: boolean | Readonly<Record<string, unknown>>;
}

/** Reads `postgres://user:password@host:port/database?sslmode=…`; throws when host, user or database is missing. */
export function connectionFromUrl(url: string): ConnectionSettings {
  const parsed = pgConnectionString.parse(url);
  if (!parsed.database || !parsed.user) throw new Error('DATABASE_URL needs a user and a database name');
  return {
    host: parsed.host ?? 'localhost',
    ...(parsed.port ? { port: Number(parsed.port) } : {}),
    database: parsed.database,
    user: parsed.user,
    ...(parsed.password === undefined ? {} : { password: parsed.password }),
    ...(parsed.ssl === undefined || parsed.ssl === false
      ? {}
      : { ssl: typeof parsed.ssl === 'object' ? { ...parsed.ssl } : true }),
  };
}
