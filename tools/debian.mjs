/** The Debian programs that the product and its tests use. Runs on Node 18 and later, without dependencies. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './paths.mjs';
import { quietly, run } from './run.mjs';

/**
 * `start`: the product itself uses it, so a start installs it as well where it may. Nothing but one function needs it.
 * @typedef {{ package: string, purpose: string, start?: true, present: () => boolean }} Need
 */

/** @type {readonly Need[]} */
const needs = [
  { package: 'chromium', purpose: '画面の試験', present: () => chromium() !== undefined },
  { package: 'poppler-utils', purpose: '文書の試験', present: () => onPath('pdftotext') && onPath('pdftoppm') },
  { package: 'libreoffice-writer-nogui', purpose: '文書の試験', present: () => office('libswlo.so') },
  { package: 'libreoffice-calc-nogui', purpose: '文書の試験', present: () => office('libsclo.so') },
  { package: 'libreoffice-impress-nogui', purpose: '文書の試験', present: () => office('libsdlo.so') },
  { package: 'xorriso', purpose: '納品用ディスクイメージ', start: true, present: () => onPath('xorriso') },
  { package: 'postgresql', purpose: '二つ目のデータベースでの試験', present: () => postgresFolder() !== undefined },
];

/** Packages that are still missing. */
export function missingPackages() {
  return needs.filter((need) => !need.present());
}

/**
 * One sentence that names what is missing and the command that installs it; `undefined` when nothing is.
 * @param {readonly string[]} [among] only these packages
 */
export function missingSentence(among) {
  const missing = missingPackages().filter((need) => among === undefined || among.includes(need.package));
  if (missing.length === 0) return undefined;
  const names = missing.map((need) => need.package);
  return `${[...new Set(missing.map((need) => need.purpose))].join('と')}に必要な ${names.join('、')} がありません。管理者として「apt-get install -y --no-install-recommends ${names.join(' ')}」を実行してください。`;
}

/**
 * Installs the missing packages where that is permitted; otherwise says what is missing and goes on.
 * @param {'test' | 'start'} [whom] a start wants only what the product itself uses, and is silent where it may not install
 */
export async function installDebianPackages(whom = 'test') {
  const wanted = needs.filter((need) => whom === 'test' || need.start === true).map((need) => need.package);
  const missing = missingPackages()
    .map((need) => need.package)
    .filter((name) => wanted.includes(name));
  if (missing.length === 0) return;
  const asRoot = rootPrefix();
  if (asRoot === undefined || !onPath('apt-get')) {
    // The page of the package says how to get it; a start on another system is none of its business.
    if (whom === 'test') say(missingSentence(wanted) ?? '');
    return;
  }
  say(
    `${whom === 'test' ? '試験' : '納品用ディスクイメージの作成'}に使うプログラムを導入しています（${missing.join('、')}）…`,
  );
  const install = ['install', '-y', '-q', '--no-install-recommends', ...missing];
  if ((await apt(asRoot, install)).code !== 0) {
    say('パッケージの一覧を更新しています…');
    await apt(asRoot, ['update', '-q']);
    await apt(asRoot, install);
  }
  const sentence = missingSentence(wanted);
  if (sentence !== undefined) say(sentence);
}

/** Path of the browser for tests, `undefined` when there is none. */
export function chromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return named;
  return ['chromium', 'chromium-browser', 'google-chrome'].map(pathOf).find((path) => path !== undefined);
}

/** Folder of the newest Debian PostgreSQL programs with pgbench, `undefined` when there is none. */
export function postgresFolder() {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return undefined;
  return readdirSync(base)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(base, version, 'bin'))
    .find((folder) => ['postgres', 'initdb', 'pgbench'].every((program) => existsSync(join(folder, program))));
}

/** @returns {string[] | undefined} what to put before a command that needs root; `undefined` when not permitted */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return quietly('sudo', ['-n', 'true']).ok ? ['sudo', '-n'] : undefined;
}

/** Without a network nobody waits for minutes. */
const patience = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::https::Timeout=20'];

/** @param {string[]} prefix @param {string[]} args */
function apt(prefix, args) {
  const [program = '', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...patience, ...args];
  // The output of apt belongs to the progress, not to the result of a command.
  return run('/bin/sh', ['-c', '"$@" >&2', 'sh', program, ...rest]);
}

/** @param {string} program */
function onPath(program) {
  return pathOf(program) !== undefined;
}

/** @param {string} program */
function pathOf(program) {
  return (process.env['PATH'] ?? '')
    .split(':')
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));
}

/** @param {string} library */
function office(library) {
  return onPath('soffice') && existsSync(join('/usr/lib/libreoffice/program', library));
}
