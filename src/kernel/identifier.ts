/** UUIDv7 made in the application: ordered by time, so index pages stay warm, and no database function is needed. */
import { randomBytes } from 'node:crypto';

const BYTES = 16;
/** Random bits are fetched for many identifiers at once: each fetch is a call to the system. */
const AHEAD = 256;
let random = Buffer.alloc(0);

export function newId(now: Date): string {
  if (random.length === 0) random = randomBytes(BYTES * AHEAD);
  const bytes = random.subarray(0, BYTES);
  random = random.subarray(BYTES);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** 256 random bits for links and sessions, URL-safe. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}
