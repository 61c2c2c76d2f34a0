/** Makes the demonstration once, by the product itself; journeys copy the folder. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startProduct } from './harness/product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Data folder of a stopped server that holds the demonstration. */
    demonstrationFolder: string;
  }
}

export default async function setUp(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'machimori-journey-'));
  // As root the database runs as another user, who must be able to enter.
  chmodSync(folder, 0o711);
  const data = join(folder, 'demonstration');
  const product = await startProduct({ dataFolder: data });
  await product.stop();
  project.provide('demonstrationFolder', data);
  return () => rmSync(folder, { recursive: true, force: true });
}
