/** Starts the people of `load.ts` as a process of its own and hears what came of it. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Orders, Result } from './load.ts';

export async function storm(folder: string, orders: Orders): Promise<Result> {
  const path = join(folder, `orders-${randomUUID()}.json`);
  writeFileSync(path, JSON.stringify(orders));
  const child = spawn(process.execPath, [fileURLToPath(new URL('load.ts', import.meta.url)), path], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (output === '') throw new Error(`the load ended early: ${errors.slice(0, 2000)}`);
  return JSON.parse(output) as Result;
}
