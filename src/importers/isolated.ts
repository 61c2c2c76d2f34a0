import { spawn } from 'node:child_process';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Proposal } from '../core/specification-import/index.ts';
import { ImportError, type ImportProblem } from './error.ts';

/** What a file was read as, with the proposal made of it. */
export type ImportedSpecification = {
  format: 'docx' | 'pdf' | 'text';
  pages: number | null;
  lines: { line: number; page: number | null; text: string }[];
  proposal: Proposal;
};
export type WorkerAnswer =
  | { ok: true; result: ImportedSpecification }
  | { ok: false; problem: ImportProblem; message: string };

export type Limits = { seconds: number; megabytes: number };
const LIMITS: Limits = { seconds: 90, megabytes: 768 };
const ANSWER_LIMIT = 96 * 1024 * 1024;

/**
 * Reads a file and proposes its clauses in a process of its own, whose memory and time are limited: what a hostile file
 * does to it, it does to nobody else. @throws ImportError
 */
export async function importSpecification(
  name: string,
  bytes: Uint8Array,
  limits: Limits = LIMITS,
): Promise<ImportedSpecification> {
  const answer = await ask(name, bytes, limits);
  if (answer.ok) return answer.result;
  throw new ImportError(answer.problem, answer.message);
}

function ask(name: string, bytes: Uint8Array, limits: Limits): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));
    // The environment may hold the database's password: the process gets none of it.
    const child = spawn(execPath, [`--max-old-space-size=${limits.megabytes}`, worker, name], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {},
    });
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
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')) as WorkerAnswer);
      else {
        const message =
          'ファイルが大きすぎるか複雑すぎるため、読み取りを打ち切りました。章ごとに分けて取り込んでください。';
        resolve({ ok: false, problem: late ? 'too-slow' : 'too-large', message });
      }
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(bytes);
  });
}
