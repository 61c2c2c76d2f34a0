/**
 * Takes the screenshots of the README from the demonstration: `npm run screenshots`. The product must be built
 * (`npm start` builds it); chromium comes from Debian, as for `npm test`.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as browsers } from 'playwright-core';
import { chromium } from './debian.mjs';
import { main, node24, processSettings, root, say } from './paths.mjs';

const folder = join(root, 'docs', 'screenshots');

const OFFICE = '山田';

/** Whose screen, which page (below the engagement unless absolute), under which name. */
const shots = [
  { who: OFFICE, page: '/', name: 'home' },
  { who: OFFICE, page: 'obligations', name: 'obligations' },
  { who: OFFICE, page: 'clauses', name: 'clauses' },
  { who: OFFICE, page: 'self-check/ranking', name: 'ranking' },
  { who: '佐藤', page: 'wbs', name: 'wbs' },
  { who: '髙﨑', page: 'audit', name: 'audit' },
  { who: '髙﨑', page: 'audit/findings', name: 'findings' },
  { who: OFFICE, page: 'deliverables', name: 'deliverables' },
];

const data = mkdtempSync(join(tmpdir(), 'machimori-screenshots-'));
// As root the database runs as another user, who must be able to enter.
chmodSync(data, 0o711);
const server = spawn(node24(), [...processSettings.arguments, main, 'serve', '--json'], {
  env: { ...process.env, ...processSettings.environment, DATA_DIR: data, PORT: '0', LOG_LEVEL: 'silent' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const address = await addressOf(server);
  const executablePath = chromium();
  if (executablePath === undefined) throw new Error('chromium is not installed');
  const browser = await browsers.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  mkdirSync(folder, { recursive: true });
  for (const { who, page: path, name } of shots) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'ja-JP' });
    const page = await context.newPage();
    await page.goto(address);
    await signIn(page, who);
    const engagement = await page.locator('a[href^="/engagements/"]').first().getAttribute('href');
    const base = (engagement ?? '').split('/').slice(0, 3).join('/');
    if (path !== '/') await page.goto(`${address}${path.startsWith('/') ? path : `${base}/${path}`}`);
    await page.locator('h1').waitFor();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `${name}.png`) });
    say(`${name}.png`);
    await context.close();
  }
  await browser.close();
} finally {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(data, { recursive: true, force: true });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>}
 */
function addressOf(child) {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += String(chunk);
      const address = /"address":"([^"]+)"/.exec(text)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${String(code)}`)));
  });
}

/**
 * Signs in by the list of demonstration people on the sign-in page.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
async function signIn(page, name) {
  await page.getByRole('button', { name }).click();
  await page.locator('main h1').waitFor();
}
