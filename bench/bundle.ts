/** The built browser part against its budgets. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LIMITS, measure } from '../src/web/check-budget.ts';
import { type Finding, within } from './report.ts';

const FOLDER = fileURLToPath(new URL('../dist/web/', import.meta.url));

export async function bundle(): Promise<readonly Finding[]> {
  if (!existsSync(`${FOLDER}.vite/manifest.json`)) {
    return [{ name: 'bundle', value: 'not built', limit: 'a built browser part', holds: false }];
  }
  const measured = measure(FOLDER);
  const [largest] = measured.filter(({ limit }) => limit === LIMITS.route).toSorted((a, b) => b.bytes - a.bytes);
  return [
    ...measured.filter(({ limit }) => limit !== LIMITS.route),
    ...(largest === undefined ? [] : [{ ...largest, name: `largest page, ${largest.name}` }]),
  ].map(({ name, bytes, limit }) => within(name, bytes / 1000, limit / 1000, 'kB gzip'));
}
