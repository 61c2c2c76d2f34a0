/**
 * The seal of an archive: the SHA-256 of the whole file, written as the comment at the end of the zip, so that a single
 * changed byte anywhere is noticed, also where a zip keeps no check of its own. The last 64 bytes, the digits of the
 * seal itself, are what it does not cover.
 */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

const DIGITS = 64;

/** Comment of the zip while it is written; `seal` puts the digits in. */
export const UNSEALED = `sha256:${'0'.repeat(DIGITS)}`;

/** Computes and writes the seal, and waits until the file is on the disk. */
export async function seal(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    const { size } = await handle.stat();
    await handle.write(await digest(handle, size - DIGITS), size - DIGITS, 'latin1');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whether the file is as it was when it was sealed; false as well for a file that never was. */
export async function isSealed(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    if (size <= DIGITS) return false;
    const { buffer } = await handle.read(Buffer.alloc(DIGITS), 0, DIGITS, size - DIGITS);
    return buffer.toString('latin1') === (await digest(handle, size - DIGITS));
  } finally {
    await handle.close();
  }
}

async function digest(handle: Awaited<ReturnType<typeof open>>, length: number): Promise<string> {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(1024 * 1024);
  for (let position = 0; position < length;) {
    const { bytesRead } = await handle.read(chunk, 0, Math.min(chunk.byteLength, length - position), position);
    if (bytesRead === 0) break;
    hash.update(chunk.subarray(0, bytesRead));
    position += bytesRead;
  }
  return hash.digest('hex');
}
