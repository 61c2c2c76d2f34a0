#!/usr/bin/env node
/** The commands of package.json. Runs on Node 18 and later, and starts the program on the Node that npm brought. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main, node24, processSettings, root, say, Stop, vite, webConfig } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { endLike, run } from './run.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** @typedef {{ code: number, signal: NodeJS.Signals | null }} End */

/** @type {(args: string[]) => Promise<End>} */
async function machimori(args) {
  await prepare();
  return program(args);
}

/** @type {Record<string, (args: string[]) => Promise<End>>} */
const commands = {
  machimori,
  start: async (args) => {
    await prepare({ web: true, debian: 'start' });
    return program(['serve', ...args]);
  },
  test: async (args) => {
    await prepare({ debian: 'test' });
    return run(node24(), [join(here, 'test.mjs'), ...args]);
  },
  screenshots: async () => {
    await prepare({ web: true, debian: 'test' });
    return run(node24(), [join(here, 'screenshots.mjs')]);
  },
  dev: async (args) => {
    await prepare({ web: true });
    const watched = [...processSettings.arguments, '--watch', '--watch-preserve-output', main, 'serve', ...args];
    const server = run(node24(), watched, { env: processSettings.environment });
    if (!existsSync(webConfig)) return server;
    const web = run(node24(), [vite, 'build', '--watch', '--config', webConfig, '--logLevel', 'warn']);
    return Promise.race([server, web]);
  },
};

/** @param {string[]} args */
function program(args) {
  if (!existsSync(main)) throw new Stop(`${main} がありません。`);
  // Paths that a person types mean the folder where the person is, not the project.
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  return run(node24(), [...processSettings.arguments, main, ...args], {
    cwd: args[0] === 'serve' ? root : cwd,
    env: processSettings.environment,
  });
}

// The command `machimori` of package.json names no command of this file: every word is the program's own.
const [first = '', ...rest] = process.argv.slice(2);
const command = Object.hasOwn(commands, first) ? commands[first] : undefined;

try {
  endLike(command === undefined ? await machimori(process.argv.slice(2)) : await command(rest));
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  say(error.message);
  process.exitCode = error.exitCode;
}
