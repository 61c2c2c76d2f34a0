/** The product as a process of its own, the way people run it, for tests that kill it and for measurements. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import settings from '../../tools/process.json' with { type: 'json' };

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface ServerProcess {
  readonly address: string;
  readonly pid: number;
  readonly child: ChildProcess;
  /** Ends it like a power cut of the process: no signal handler runs. */
  kill(): Promise<void>;
  /** Ends it as an administrator does; answers with the exit code. */
  stop(): Promise<number | null>;
}

/** Starts `serve` on a free port, without the settings of the test runner; waits until it says its address. */
export async function startServer(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...settings.arguments, MAIN, 'serve', '--no-demonstration', '--json'], {
    env: {
      ...process.env,
      ...settings.environment,
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      BASE_URL: '',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-4000);
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const said = await new Promise<{ readonly address: string; readonly pid: number }>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) =>
      line.includes('"address"')
        ? resolve(JSON.parse(line) as { address: string; pid: number })
        : reject(new Error(`the server did not start: ${line}`)),
    );
    ended.then(() => reject(new Error(`the server did not start: ${errors}`)), reject);
  });
  return {
    ...said,
    child,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      return (await ended)[0];
    },
  };
}
