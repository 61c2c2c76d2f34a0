/** How to reach one database; the fields are those of `pg`'s own configuration. */
export interface PostgresConnection {
  /** Host name, address, or the folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password?: string;
  readonly database: string;
  /** Encrypted connection; the certificate is checked against the system's authorities unless `sslmode` says `require`. */
  readonly ssl?: { readonly rejectUnauthorized: boolean };
}

/**
 * Reads a connection address such as `postgres://user:password@host:5432/name`; a socket folder is given as
 * `postgres://user@/name?host=/folder`. Throws `TypeError` when it is none.
 */
export function parsePostgresUrl(address: string): PostgresConnection {
  // `URL` refuses an empty host behind a user name, which is how a socket is addressed.
  const url = new URL(address.replace(/^(postgres(?:ql)?:\/\/(?:[^@/]*@)?)(?=[/:?])/, '$1socket.invalid'));
  if (!/^postgres(ql)?:$/.test(url.protocol)) throw new TypeError(`not a PostgreSQL address: ${url.protocol}`);
  const host = url.searchParams.get('host') ?? url.hostname;
  return {
    host: host === 'socket.invalid' ? '/var/run/postgresql' : host,
    port: Number(url.searchParams.get('port') ?? (url.port === '' ? '5432' : url.port)),
    user: decodeURIComponent(url.username),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
    database: decodeURIComponent(url.pathname.slice(1)),
    ...sslOf(url.searchParams.get('sslmode')),
  };
}

/** The address of a connection, the inverse of `parsePostgresUrl`. */
export function formatPostgresUrl(connection: PostgresConnection): string {
  const password = connection.password === undefined ? '' : `:${encodeURIComponent(connection.password)}`;
  const login = `${encodeURIComponent(connection.user)}${password}@`;
  const name = encodeURIComponent(connection.database);
  return connection.host.startsWith('/')
    ? `postgres://${login}/${name}?host=${encodeURIComponent(connection.host)}&port=${connection.port}`
    : `postgres://${login}${connection.host}:${connection.port}/${name}`;
}

function sslOf(mode: string | null): Pick<PostgresConnection, 'ssl'> {
  if (mode === null || mode === 'disable' || mode === 'prefer' || mode === 'allow') return {};
  return { ssl: { rejectUnauthorized: mode !== 'require' } };
}
