/** Where things are. Runs on Node 18 and later, without dependencies. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const main = join(root, 'src', 'cli', 'main.ts');
export const webConfig = join(root, 'src', 'web', 'vite.config.ts');
export const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');

/**
 * How the program's process is set up wherever it is started. Papers are made in passing, and most of what they took must go
 * back to the machine: the young heap is small, the old one is tidied before it has grown by half, and native memory comes
 * from two pools, large pieces apart. Without this, making the papers of a year takes half as much again.
 */
export const processSettings = /** @type {{ arguments: string[], environment: Record<string, string> }} */ (
  JSON.parse(readFileSync(join(root, 'tools', 'process.json'), 'utf8'))
);

/** Oldest Node major version that runs the program's TypeScript as it is. */
const needed = 24;

/**
 * The Node that runs the program: the one that npm brought, otherwise the present one when it is new enough.
 * @returns {string} path of the executable
 */
export function node24() {
  const os = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const brought = join(root, 'node_modules', `node-${os}-${process.arch}`, 'bin', file);
  if (existsSync(brought)) return brought;
  if (Number(process.versions.node.split('.')[0]) >= needed) return process.execPath;
  throw new Stop(
    `この機種では Node.js ${needed} を自動で用意できません。Node.js ${needed} 以上を導入してから、もう一度実行してください。`,
  );
}

/** An end of the work that needs no stack trace: the message says everything. */
export class Stop extends Error {
  /** @param {string} message @param {number} [exitCode] */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * One line about progress; on stderr, so that the output of a command stays usable.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
