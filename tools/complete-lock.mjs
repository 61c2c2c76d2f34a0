/**
 * Completes package-lock.json after a change of dependencies: `node tools/complete-lock.mjs`.
 *
 * Many packages name one binary package per platform as optional dependencies. A registry mirror may lack some of
 * them; npm then leaves them out of the lock, and `npm ci` refuses the lock everywhere. Their entries follow from the
 * name and the exact version; npm skips those of other platforms without asking the registry.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './paths.mjs';

/** @typedef {{ version?: string, resolved?: string, dev?: boolean, optional?: boolean, devOptional?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} Entry */

const file = join(root, 'package-lock.json');
const lock = /** @type {{ packages: Record<string, Entry> }} */ (JSON.parse(readFileSync(file, 'utf8')));

/** @type {[RegExp, Pick<Entry, 'os' | 'cpu' | 'libc'>][]} */
const platforms = [
  [/\bandroid\b/, { os: ['android'] }],
  [/\bdarwin\b/, { os: ['darwin'] }],
  [/\bfreebsd\b/, { os: ['freebsd'] }],
  [/\blinux\b/, { os: ['linux'] }],
  [/\bopenharmony\b/, { os: ['openharmony'] }],
  [/\bwin32\b/, { os: ['win32'] }],
  [/\barm64\b/, { cpu: ['arm64'] }],
  [/\barm\b/, { cpu: ['arm'] }],
  [/\bx64\b/, { cpu: ['x64'] }],
  [/\bia32\b/, { cpu: ['ia32'] }],
  [/\bppc64\b/, { cpu: ['ppc64'] }],
  [/\briscv64\b/, { cpu: ['riscv64'] }],
  [/\bs390x\b/, { cpu: ['s390x'] }],
  [/\bwasm32\b/, { cpu: ['wasm32'] }],
  [/\bgnu(eabihf)?\b/, { libc: ['glibc'] }],
  [/\bmusl(eabihf)?\b/, { libc: ['musl'] }],
];

/** @param {string} name @returns {Pick<Entry, 'os' | 'cpu' | 'libc'>} */
function placeOf(name) {
  return platforms.reduce((place, [word, part]) => (word.test(name) ? { ...place, ...part } : place), {});
}

const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const added = Object.entries(lock.packages).flatMap(([, entry]) =>
  Object.entries(entry.optionalDependencies ?? {}).flatMap(([name, version]) => {
    const path = `node_modules/${name}`;
    const place = placeOf(name);
    if (lock.packages[path] !== undefined || !exact.test(version) || place.cpu === undefined) return [];
    lock.packages[path] = { version, ...place, ...(entry.dev === true ? { dev: true } : {}), optional: true };
    return [name];
  }),
);

// An address would bind the lock to the registry of the machine it was made on.
for (const entry of Object.values(lock.packages)) delete entry.resolved;
const [own = ['', {}], ...others] = Object.entries(lock.packages);
lock.packages = Object.fromEntries([own, ...others.sort(([a], [b]) => a.localeCompare(b, 'en'))]);
writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
say(`${added.length} entries added`);
