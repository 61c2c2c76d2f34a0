/** Canonical JSON: keys sorted, no white space, so that equal values give equal bytes and equal hashes. */
import { createHash } from 'node:crypto';

export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  // Every submission is hashed in this form, so it is built in one pass. Keys are in the order of their code units.
  let members = '';
  for (const key of Object.keys(value).sort()) {
    const item = (value as Readonly<Record<string, unknown>>)[key];
    if (item !== undefined) members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonical(item)}`;
  }
  return `{${members}}`;
}

export function sha256Of(value: string | Uint8Array): string {
  return createHash('sha256').update(value).digest('hex');
}
