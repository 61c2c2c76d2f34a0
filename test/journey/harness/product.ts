/** The product as its users start it: a process of its own with a data folder. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');
/** Making the demonstration takes some twenty seconds; a busy machine may need several times that. */
const START_LIMIT_MS = 400_000;

export interface Product {
  readonly address: string;
  /** Ends the server as Ctrl+C does, and deletes the data folder when it was made for this run. */
  stop(): Promise<void>;
}

export interface ProductOptions {
  /** Used as it is and kept. */
  readonly dataFolder?: string;
  /** Copied into a folder that lives as long as the product runs. */
  readonly copyOf?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export async function startProduct({ dataFolder, copyOf, env = {} }: ProductOptions): Promise<Product> {
  const own = dataFolder === undefined ? temporaryFolder() : null;
  const data = dataFolder ?? join(own ?? '', 'data');
  // The database's files belong to its own user, so the copy must keep owners.
  if (copyOf !== undefined) execFileSync('cp', ['-a', copyOf, data]);
  const child = spawn(process.execPath, [join(ROOT, 'src/cli/main.ts'), 'serve', '--json'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: data, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  const address = await addressOf(child);
  return {
    address,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      process.off('exit', end);
      if (own !== null) rmSync(own, { recursive: true, force: true });
    },
  };
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'machimori-journey-'));
  chmodSync(folder, 0o711);
  return folder;
}

/** The address that the server prints once it listens. @throws with everything it printed when it ends before. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let printed = '';
    const tell = (reason: string): void => failed(new Error(`${reason}\n${printed}`));
    const timer = setTimeout(() => tell('the server did not start in time'), START_LIMIT_MS);
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      const address = /"address":"([^"]+)"/.exec(printed)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      found(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      tell(`the server ended with ${code ?? 'a signal'}`);
    });
  });
}
