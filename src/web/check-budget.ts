/**
 * Fails when the built browser part is larger than agreed, or names an outside address.
 * `node src/web/check-budget.ts [folder]`; the folder is dist/web unless told. Sizes are gzip, level 9.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes, gzip. */
export const LIMITS = { firstScript: 150_000, firstStyle: 15_000, route: 40_000 } as const;

// Namespaces are names, not addresses; the libraries' error texts point at their documentation.
const HARMLESS =
  /^https?:\/\/(www\.w3\.org\/|react\.dev\/|reactrouter\.com\/|tailwindcss\.com|github\.com\/ungap\/|localhost\/?$)/;

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
}

type Manifest = Readonly<Record<string, Chunk>>;

export interface Measured {
  readonly name: string;
  readonly bytes: number;
  readonly limit: number;
}

/** First load and every page that is loaded later; a page counts what the first load has not brought already. */
export function measure(folder: string): Measured[] {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Manifest;
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry === true);
  const first = new Set(entries.flatMap((key) => [...withImports(manifest, key)]));
  const size = (files: Iterable<string>): number =>
    [...new Set(files)].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);

  const routes = Object.keys(manifest).filter((key) => manifest[key]?.isDynamicEntry === true && !first.has(key));
  return [
    { name: 'first load, scripts', bytes: size(filesOf(manifest, first)), limit: LIMITS.firstScript },
    { name: 'first load, styles', bytes: size(stylesOf(manifest, first)), limit: LIMITS.firstStyle },
    ...routes.map((key) => {
      const own = [...withImports(manifest, key)].filter((part) => !first.has(part));
      return { name: key, bytes: size([...filesOf(manifest, own), ...stylesOf(manifest, own)]), limit: LIMITS.route };
    }),
  ];
}

/** Addresses outside the product found in built scripts, styles and pages. */
export function outsideAddresses(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(js|css|html)$/.test(file),
  );
  return files.flatMap((file) => {
    const found = readFileSync(join(folder, file), 'utf8').match(/https?:\/\/[a-z0-9.-]+[^\s"'`)<\\]*/gi) ?? [];
    return found.filter((address) => !HARMLESS.test(address)).map((address) => `${file}: ${address}`);
  });
}

function withImports(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const imported of manifest[key]?.imports ?? []) withImports(manifest, imported, seen);
  return seen;
}

function filesOf(manifest: Manifest, keys: Iterable<string>): string[] {
  return [...keys].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file.endsWith('.js'));
}

function stylesOf(manifest: Manifest, keys: Iterable<string>): string[] {
  return [...keys].flatMap((key) => manifest[key]?.css ?? []);
}

if (import.meta.main) {
  const folder = process.argv[2] ?? join(import.meta.dirname, '..', '..', 'dist', 'web');
  const measured = measure(folder);
  const outside = outsideAddresses(folder);
  for (const { name, bytes, limit } of measured) {
    const mark = bytes > limit ? 'TOO LARGE' : 'ok';
    console.log(`${mark}\t${(bytes / 1000).toFixed(1)} / ${limit / 1000} kB\t${name}`);
  }
  for (const address of outside) console.log(`OUTSIDE ADDRESS\t${address}`);
  if (outside.length > 0 || measured.some(({ bytes, limit }) => bytes > limit)) process.exitCode = 1;
}
