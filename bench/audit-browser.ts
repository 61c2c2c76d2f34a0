/** The same audit in a browser: from a link to the moment in which the first item can be judged. */
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { silentLog } from '../src/kernel/log.ts';
import { createHttpServer } from '../src/server/http.ts';
import type { Service } from '../src/server/service.ts';
import { peopleContract } from '../src/modules/people/contract.ts';
import type { Caller } from '../src/kernel/caller.ts';
import { median } from './report.ts';

const WEB = fileURLToPath(new URL('../dist/web/', import.meta.url));
const PASSWORD = '計測のための長い合言葉です';

export interface BrowserTimes {
  /** Milliseconds of an empty browser: program, page and data. */
  readonly fresh: number;
  /** Milliseconds of a reload, when the program is in the browser's store. */
  readonly again: number;
}

/** Opens the items of an audit as its lead. Needs Chromium and the built screens. */
export async function timeInBrowser(
  { application, database }: Service,
  administrator: Caller,
  path: string,
  rounds: number,
): Promise<BrowserTimes> {
  const people = application.client(peopleContract, administrator);
  const loginName = 'bench-lead';
  const { firmId } = await people.saveFirm({ kind: 'contractor', name: '計測法人' });
  await people.createAccount({
    ...{ loginName, displayName: '計測　花子', title: '主任', party: 'contractor', firmId },
    ...{ roles: ['audit-lead'], password: PASSWORD },
  });
  const server = await createHttpServer({
    ...{ application, log: silentLog, webFolder: WEB, secure: false, trustProxy: false },
    ready: () => database.ping(),
  });
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const fresh: number[] = [];
    const again: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const usable = async (): Promise<number> => {
        const from = performance.now();
        await page.goto(`${address}${path}`, { waitUntil: 'commit' });
        await page.getByLabel('確認した事実').first().waitFor();
        return performance.now() - from;
      };
      const signedIn = await context.request.post(`${address}/api/people/signIn`, {
        headers: { 'x-machimori': '1' },
        data: { loginName, password: PASSWORD },
      });
      if (!signedIn.ok()) throw new Error(await signedIn.text());
      fresh.push(await usable());
      again.push(await usable());
      await context.close();
    }
    return { fresh: median(fresh), again: median(again) };
  } finally {
    await browser.close();
    await server.close();
  }
}
