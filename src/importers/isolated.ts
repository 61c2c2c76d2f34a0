import { spawn } from 'node:child_process';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Proposal } from '../core/specification-import/index.ts';
import { ImportError, type ImportProblem } from './error.ts';

/** What a file was read as: its lines with the proposal made of them, or a specification file, which has been checked. */
export type ImportedSpecification =
  | {
      format: 'docx' | 'pdf' | 'text';
      pages: number | null;
      lines: { line: number; page: number | null; text: string }[];
      proposal: Proposal;
    }
  | { format: 'yaml'; pages: null; text: string };
export type WorkerAnswer =
  | { ok: true; result: ImportedSpecification }
  | { ok: false; problem: ImportProblem; message: string; problems: readonly string[] };

export type Limits = { seconds: number; megabytes: number };
/** A specification file is checked under each of its readings, which takes longer than reading five hundred pages. */
const LIMITS: Limits = { seconds: 300, megabytes: 768 };
const ANSWER_LIMIT = 96 * 1024 * 1024;

/** How many pages of how many have been read. */
export type OnProgress = (done: number, total: number) => void;

/**
 * Reads a file and proposes its clauses in a process of its own, whose memory and time are limited: what a hostile file
 * does to it, it does to nobody else. @throws ImportError
 */
export async function importSpecification(
  name: string,
  bytes: Uint8Array,
  { limits = LIMITS, onProgress = () => undefined }: { limits?: Limits; onProgress?: OnProgress } = {},
): Promise<ImportedSpecification> {
  const answer = await ask(name, bytes, limits, onProgress);
  if (answer.ok) return answer.result;
  throw new ImportError(answer.problem, answer.message, answer.problems);
}

function ask(name: string, bytes: Uint8Array, limits: Limits, onProgress: OnProgress): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const worker = fileURLToPath(new URL('./worker.ts', import.meta.url));
    // The environment may hold the database's password: the process gets none of it.
    const child = spawn(execPath, [`--max-old-space-size=${limits.megabytes}`, worker, name], {
      stdio: ['pipe', 'pipe', 'pipe'],
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
      if (code === 0) resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')) as WorkerAnswer);
      else {
        const message =
          'ファイルが大きすぎるか複雑すぎるため、読み取りを打ち切りました。章ごとに分けて取り込んでください。';
        resolve({ ok: false, problem: late ? 'too-slow' : 'too-large', message, problems: [message] });
      }
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(bytes);
  });
}
