/** Schemas and permission rows that every subject of the audit module uses. Browser-safe. */
import { z } from 'zod';
import { technique } from '../../../core/content-schema/checklist.ts';
import { day, id, instant, line, requiredText, sha256, text, version } from '../../../kernel/schema.ts';

export { technique };

export const auditInput = z.strictObject({ auditId: id });

/** A stored file as people see it. */
export const fileView = z.strictObject({
  fileId: id,
  name: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.int(),
  sha256,
});
export type FileView = z.output<typeof fileView>;

/** Columns of every record beside its own content. */
export const recordColumns = {
  id,
  version: z.int(),
  position: z.int(),
  createdAt: instant,
} as const;

/** The answer of a command that made or changed one record. */
export const changed = z.strictObject({ id, version: z.int(), state: z.string() });

/** A pointer to a provision of a standard, as a document cites it. Tier 1 and 2 are the city's, 3 and 4 national. */
export const basisEntry = z.strictObject({
  standard: line,
  provision: line,
  citation: line,
  tier: z.int().min(1).max(4),
});
export type BasisEntry = z.output<typeof basisEntry>;

/** Where a fact about people may lie on another day than its recording. */
export const occurredOn = day;

export const participants = z.array(id).min(1).max(20);

export const remark = z.strictObject({ party: z.enum(['city', 'contractor']), text: requiredText, on: day });

export { day, id, instant, line, requiredText, sha256, text, version };
