/** Sets up what a command needs, when it is missing or stale. Runs on Node 18 and later, without dependencies. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { installDebianPackages } from './debian.mjs';
import { node24, root, say, Stop, vite, webConfig } from './paths.mjs';
import { run } from './run.mjs';

/**
 * Brings the installation to the state that the lock file names, builds the web part when its sources changed, and
 * installs the Debian programs that the tests or the product use.
 * @param {{ web?: boolean, debian?: 'test' | 'start' }} [wanted]
 */
export async function prepare(wanted = {}) {
  await alone(async () => {
    await installDependencies();
    if (wanted.debian !== undefined) await installDebianPackages(wanted.debian);
    if (wanted.web === true) await buildWeb();
  });
}

const lockFile = join(root, 'package-lock.json');
const record = join(root, 'node_modules', '.machimori-lock');

async function installDependencies() {
  const state = `${createHash('sha256').update(readFileSync(lockFile)).digest('hex')} ${process.platform}-${process.arch}`;
  if (existsSync(record) && readFileSync(record, 'utf8').trim() === state) return;
  say('依存パッケージを導入しています（npm ci）…');
  const args = ['ci', '--ignore-scripts', '--include=optional', '--include=dev', '--no-audit', '--no-fund'];
  const end = await runNpm([...args, '--loglevel=error']);
  if (end.code !== 0) {
    throw new Stop(
      '依存パッケージを導入できませんでした。ネットワークと npm の設定を確かめてから、もう一度実行してください。',
      end.code,
    );
  }
  writeFileSync(record, `${state}\n`);
}

/** @param {string[]} args */
function runNpm(args) {
  // npm tells its scripts where it is; the name on the PATH may be a shell script, which Windows cannot start directly.
  const npm = process.env['npm_execpath'];
  const env = { npm_config_yes: 'true', NODE_ENV: undefined };
  return npm !== undefined && /npm-cli\.[cm]?js$/.test(npm)
    ? run(process.execPath, [npm, ...args], { env })
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { env });
}

const builtWeb = join(root, 'dist', 'web');

async function buildWeb() {
  if (!existsSync(webConfig)) return;
  const state = stateOfSources();
  const built = join(builtWeb, '.sources');
  if (existsSync(built) && readFileSync(built, 'utf8') === state) return;
  say('画面を組み立てています…');
  const end = await run(node24(), [vite, 'build', '--config', webConfig, '--logLevel', 'warn'], {
    env: { NODE_ENV: 'production' },
  });
  if (end.code !== 0) throw new Stop('画面を組み立てられませんでした。上の記録を確かめてください。', end.code);
  mkdirSync(builtWeb, { recursive: true });
  writeFileSync(built, state);
}

/** A hash of everything the web part may be made of. */
function stateOfSources() {
  const hash = createHash('sha256').update(readFileSync(lockFile));
  for (const file of filesBelow(join(root, 'src'))) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return entry.isFile() ? [path] : [];
    });
}

/**
 * Keeps two commands in the same folder from setting it up at the same time.
 * @param {() => Promise<void>} work
 */
async function alone(work) {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `machimori-prepare-${process.getuid?.() ?? 0}-${name}`);
  let told = false;
  while (!takes(folder)) {
    if (!told) say('別の準備作業が終わるのを待っています…');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  try {
    await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function takes(folder) {
  const holder = join(folder, 'pid');
  try {
    mkdirSync(folder);
    writeFileSync(holder, String(process.pid));
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  if (isAbandoned(folder, holder)) rmSync(folder, { recursive: true, force: true });
  return false;
}

/** @param {string} folder @param {string} holder */
function isAbandoned(folder, holder) {
  try {
    process.kill(Number(readFileSync(holder, 'utf8')), 0);
    return false;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return true;
  }
  // No number was written: its maker was killed in between, or is just about to write it.
  const since = statSync(folder, { throwIfNoEntry: false });
  return since !== undefined && Date.now() - since.mtimeMs > 10_000 && !existsSync(holder);
}
