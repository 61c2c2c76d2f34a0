/**
 * Everything that proves the program, in order: `npm test`. Developers choose sections with
 * `npm test -- --only unit,lint`, and files with further words: `npm test -- --only unit src/core`.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, missingSentence, postgresFolder } from './debian.mjs';
import { main, root, say, Stop, webConfig } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { run } from './run.mjs';
import { openDebianServer } from './second-server.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {{ name: string, title: string, work: () => Promise<Count> }} Section */

const { values, positionals: files } = parseArgs({
  options: { only: { type: 'string' }, help: { type: 'boolean' } },
  allowPositionals: true,
});

/**
 * Files that reach no database, or start a server of their own, or only render what the years have stored: running them
 * twice would prove nothing.
 */
const withoutDatabase = [
  'src/core/**',
  'src/documents/**',
  'src/importers/**',
  'src/web/**',
  'src/**/web/**',
  'src/**/rules.test.ts',
  'src/kernel/postgres/embedded.test.ts',
  'src/kernel/postgres/connection.test.ts',
  'content/**',
  'test/architecture/**',
  'test/documents/**',
  'test/lists/**',
  'test/year/fault-injector.test.ts',
];
const journeys = 'test/journey';

/** @type {Section[]} */
const sections = [
  { name: 'format', title: '書式', work: () => check('oxfmt', ['--check', '.']) },
  { name: 'lint', title: '静的検査', work: () => check('oxlint', ['--type-aware', '--deny-warnings']) },
  { name: 'types', title: '型（プログラム）', work: () => check('tsc', ['-p', 'tsconfig.json']) },
  { name: 'types', title: '型（組立ての設定）', work: () => check('tsc', ['-p', 'tsconfig.tools.json']) },
  { name: 'build', title: '画面の組立て', work: build },
  { name: 'build', title: '画面の大きさと宛先', work: budget },
  { name: 'unit', title: '試験（内蔵データベース）', work: () => vitest(['--exclude', `${journeys}/**`, ...files]) },
  { name: 'second', title: '試験（Debian の PostgreSQL）', work: onDebianPostgres },
  { name: 'openapi', title: 'OpenAPI が最新か', work: openApi },
  { name: 'journey', title: '画面の試験', work: journey },
];

if (values.help === true) {
  say(`npm test -- [--only ${[...new Set(sections.map((section) => section.name))].join(',')}] [files]`);
  process.exit(0);
}
const wanted = chosen();

/** @type {{ section: Section, count: Count, seconds: number }[]} */
const results = [];
for (const section of wanted) {
  say(`\n── ${section.title} ──`);
  const start = performance.now();
  const count = await section.work().catch(failure);
  results.push({ section, count, seconds: (performance.now() - start) / 1000 });
}
summarise();

function chosen() {
  if (values.only === undefined) return sections;
  const names = values.only.split(',');
  const unknown = names.filter((name) => !sections.some((section) => section.name === name));
  if (unknown.length > 0) {
    say(`「${unknown.join('、')}」という区分はありません。npm test -- --help で確かめてください。`);
    process.exit(2);
  }
  return sections.filter((section) => names.includes(section.name));
}

/** @param {unknown} error @returns {Count} */
function failure(error) {
  say(error instanceof Error && !(error instanceof Stop) ? (error.stack ?? error.message) : messageOf(error));
  return { passed: 0, failed: 1, skipped: 0 };
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/** @param {boolean} ok @returns {Count} */
function one(ok) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

const nothing = { passed: 0, failed: 0, skipped: 0 };

/**
 * Runs a program of node_modules on this Node.
 * @param {string} program @param {string[]} args @param {Record<string, string>} [env]
 */
async function tool(program, args, env = {}) {
  const end = await run(process.execPath, [join(root, 'node_modules', '.bin', program), ...args], { env });
  // Interrupted: the sections that follow are not wanted any more.
  if (end.signal === 'SIGINT' || end.signal === 'SIGTERM') process.exit(end.code);
  return end.code === 0;
}

/** @param {string} program @param {string[]} args */
async function check(program, args) {
  return one(await tool(program, args));
}

async function build() {
  if (!existsSync(webConfig)) return nothing;
  await prepare({ web: true });
  return one(true);
}

/** The built screens stay within the agreed sizes and name no outside address. */
async function budget() {
  if (!existsSync(webConfig)) return nothing;
  return one((await run(process.execPath, [join(root, 'src', 'web', 'check-budget.ts')])).code === 0);
}

/**
 * Runs test files and counts them. A run that fails without a failed test (a file that cannot be loaded, an error
 * outside any test) counts as one failure.
 * @param {string[]} args @param {Record<string, string>} [env]
 * @returns {Promise<Count>}
 */
async function vitest(args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'machimori-results-'));
  const file = join(folder, 'results.json');
  try {
    const ok = await tool(
      'vitest',
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
      env,
    );
    const {
      numPassedTests: passed = 0,
      numFailedTests = 0,
      numPendingTests: skipped = 0,
    } = existsSync(file) ? /** @type {Record<string, number>} */ (JSON.parse(readFileSync(file, 'utf8'))) : {};
    return { passed, failed: ok ? numFailedTests : Math.max(1, numFailedTests), skipped };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onDebianPostgres() {
  const programs = postgresFolder();
  if (programs === undefined) throw new Stop(missingSentence(['postgresql']) ?? '');
  const server = await openDebianServer(programs);
  say(`PostgreSQL ${server.version}`);
  try {
    const excluded = [...withoutDatabase, `${journeys}/**`].flatMap((pattern) => ['--exclude', pattern]);
    return await vitest([...excluded, ...files], { TEST_DATABASE_URL: server.url });
  } finally {
    await server.stop();
  }
}

async function openApi() {
  if (!existsSync(main)) return nothing;
  return one((await run(process.execPath, [main, 'openapi', '--check'])).code === 0);
}

async function journey() {
  if (!existsSync(join(root, journeys))) return nothing;
  const browser = chromium();
  if (browser === undefined) throw new Stop(missingSentence(['chromium']) ?? '');
  await prepare({ web: true });
  return vitest(['--config', `${journeys}/vitest.config.ts`, ...files], { CHROMIUM_PATH: browser });
}

function summarise() {
  say('\n── まとめ ──');
  for (const { section, count, seconds } of results) {
    const state = count.failed > 0 ? '×' : count.passed > 0 ? '○' : '－';
    const skipped = count.skipped > 0 ? `、省略 ${count.skipped}` : '';
    say(
      `${state} ${seconds.toFixed(1).padStart(6)} 秒  ${section.title}（合格 ${count.passed}、不合格 ${count.failed}${skipped}）`,
    );
  }
  const sum = (/** @type {'passed' | 'failed'} */ key) => results.reduce((total, { count }) => total + count[key], 0);
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}
