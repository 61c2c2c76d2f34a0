/** What can keep the embedded database from running. */
export type EmbeddedPostgresCode =
  | 'platform-unsupported'
  | 'binaries-missing'
  | 'binaries-unusable'
  | 'folder-not-writable'
  | 'folder-of-another-user'
  | 'folder-moved'
  | 'service-user-unavailable'
  | 'cluster-unrecognised'
  | 'cluster-other-version'
  | 'initialise-failed'
  | 'start-failed'
  | 'server-unresponsive';

/**
 * The embedded database cannot run. `message` is one Japanese sentence (or two) for the person who started the
 * program: what happened and what to do. `detail` is the technical reason for the log.
 */
export class EmbeddedPostgresError extends Error {
  readonly code: EmbeddedPostgresCode;
  readonly detail: string | undefined;

  constructor(code: EmbeddedPostgresCode, message: string, detail?: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'EmbeddedPostgresError';
    this.code = code;
    this.detail = detail;
  }
}

/** The `code` of a system or database error, `undefined` for anything else. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
