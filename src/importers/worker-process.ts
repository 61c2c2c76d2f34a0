/** Runs a reader of hostile files in a process of its own, whose memory and time are limited. */
import { spawn } from 'node:child_process';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';

export type Limits = { seconds: number; megabytes: number };
/** How many parts (pages, for example) of how many have been read. */
export type OnProgress = (done: number, total: number) => void;
const ANSWER_LIMIT = 96 * 1024 * 1024;

/**
 * The worker reads the bytes on standard input and writes one JSON answer on standard output; how far it is, as
 * `done/total` lines on standard error.
 * @returns the answer, or how the process came to its end without one
 */
export function runWorker<Answer>(
  worker: URL,
  argument: string,
  bytes: Uint8Array,
  limits: Limits,
  onProgress: OnProgress = () => undefined,
): Promise<{ readonly answer: Answer } | { readonly ended: 'late' | 'broken' }> {
  return new Promise((resolve, reject) => {
    // The environment may hold the database's password: the process gets none of it.
    const options = [`--max-old-space-size=${limits.megabytes}`, fileURLToPath(worker), argument];
    const child = spawn(execPath, options, { stdio: ['pipe', 'pipe', 'pipe'], env: {} });
    const chunks: Buffer[] = [];
    let size = 0;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, limits.seconds * 1000);
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > ANSWER_LIMIT) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      const [, done, total] = /(\d{1,6})\/(\d{1,6})\s*$/u.exec(chunk.toString('latin1')) ?? [];
      if (done !== undefined && total !== undefined) onProgress(Number(done), Number(total));
    });
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve({ answer: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Answer });
      else resolve({ ended: late ? 'late' : 'broken' });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(bytes);
  });
}
