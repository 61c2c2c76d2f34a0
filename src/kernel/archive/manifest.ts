/** What an archive holds, with a hash for every entry; read and checked before anything is touched. */
import { z } from 'zod';

export const ARCHIVE_FORMAT = 1;

export const manifestSchema = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  /** `backup` holds the whole server, `tenant` one municipality. */
  kind: z.enum(['backup', 'tenant']),
  product: z.string(),
  madeAt: z.iso.datetime(),
  /** Last migration per module that the data follows. */
  migrations: z.record(z.string(), z.int().positive()),
  tables: z.array(z.strictObject({ name: z.string().regex(/^[a-z_]+$/), rows: z.int().min(0), sha256: z.string() })),
  blobs: z.array(z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.int().min(0) })),
});
export type Manifest = z.output<typeof manifestSchema>;

export const MANIFEST_ENTRY = 'manifest.json';
export const tableEntry = (name: string): string => `tables/${name}.jsonl`;
export const blobEntry = (sha256: string): string => `blobs/${sha256}`;

/** Rows that mean nothing in another place: who is signed in, which requests were answered, the list of migrations. */
export const LEFT_OUT_OF_TENANT: readonly string[] = [
  'session',
  'invitation',
  'idempotency',
  'job',
  'server_note',
  'migration',
];
export const LEFT_OUT_OF_BACKUP: readonly string[] = ['migration'];
