/** The years that ship with the product, found by the name of their specification. */
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AppError } from '../../kernel/error.ts';
import type { Year } from './year.ts';

export async function loadYear(name: string): Promise<Year> {
  const path = fileURLToPath(new URL(`../../../content/years/${name}.ts`, import.meta.url));
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(path)) {
    throw new AppError('record.missing', { message: `「${name}」の一年は用意されていません。` });
  }
  const imported = (await import(pathToFileURL(path).href)) as { readonly year: Year };
  return imported.year;
}
