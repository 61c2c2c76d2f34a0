/** A process of its own, set up as the product's is. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { execPath } from 'node:process';
import settings from '../tools/process.json' with { type: 'json' };

export const startProcess = (args: readonly string[], output: 'ignore' | 'pipe'): ChildProcess =>
  spawn(execPath, [...settings.arguments, ...args], {
    stdio: ['ignore', output, output === 'pipe' ? 'inherit' : 'ignore'],
    env: { ...process.env, ...settings.environment },
  });

/** What the process writes, as JSON. @throws Error when it fails */
export async function answerOf<T>(args: readonly string[]): Promise<T> {
  const child = startProcess(args, 'pipe');
  let answer = '';
  child.stdout?.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  return JSON.parse(answer) as T;
}
