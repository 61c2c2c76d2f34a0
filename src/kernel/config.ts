/** Configuration from the environment, checked once at the start; every value has a default that just works. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from './error.ts';
import { parsePostgresUrl } from './postgres/connection.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

const environment = z.object({
  /** Port of the web server. */
  PORT: port.default(3000),
  /** Address to listen on; the machine itself only, unless told otherwise. */
  HOST: z.string().default('127.0.0.1'),
  /** Folder of the embedded database, blobs and logs. */
  DATA_DIR: z.string().default('data'),
  /** A PostgreSQL server (15 or later) instead of the embedded one. */
  DATABASE_URL: z.string().refine(isPostgresUrl).optional(),
  /** The address that people use, when a proxy stands in front; decides cookie name and links. */
  BASE_URL: z.url().optional(),
  /** Folder with other PostgreSQL binaries of the same major version for the embedded database. */
  POSTGRES_BIN: z.string().optional(),
  /** S3-compatible storage for blobs instead of the local folder. */
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('auto'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** OpenID Connect sign-in. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** The claim that is the login name; an e-mail address counts only when the provider has verified it. */
  OIDC_CLAIM: z.enum(['preferred_username', 'email']).default('preferred_username'),
  OIDC_LABEL: z.string().default('庁内認証でサインイン'),
  /** Makes the fictional city at the first start of an empty database. */
  DEMONSTRATION: flag.default(true),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Connections of the pool. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
});

function isPostgresUrl(value: string): boolean {
  try {
    parsePostgresUrl(value);
    return true;
  } catch {
    return false;
  }
}

export type Config = ReturnType<typeof readConfig>;

const together: readonly (readonly string[])[] = [
  ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID'],
];

/** @throws AppError `configuration.invalid` naming every wrong setting. */
export function readConfig(env: Readonly<Record<string, string | undefined>>) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  const missing = together.flatMap((names) => {
    const absent = names.filter((name) => given[name] === undefined);
    return absent.length === names.length ? [] : absent;
  });
  const malformed = parsed.error?.issues.map((issue) => issue.path.join('.')) ?? [];
  if (!parsed.success || missing.length > 0) throw wrong([...new Set([...malformed, ...missing])]);
  return { ...parsed.data, DATA_DIR: resolve(parsed.data.DATA_DIR), DATA_DIR_GIVEN: given['DATA_DIR'] !== undefined };
}

function wrong(names: readonly string[]): AppError {
  return new AppError('configuration.invalid', {
    internal: names.join(', '),
    message: `設定に誤りがあります（${names.join('、')}）。値を直してから起動し直してください。`,
  });
}
