import type { Proposal } from '../core/specification-import/index.ts';
import { ImportError, type ImportProblem } from './error.ts';
import { type Limits, runWorker } from './worker-process.ts';

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

const LIMITS: Limits = { seconds: 90, megabytes: 768 };

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

async function ask(name: string, bytes: Uint8Array, limits: Limits): Promise<WorkerAnswer> {
  const run = await runWorker(new URL('./worker.ts', import.meta.url), name, bytes, limits);
  if ('answer' in run) return run.answer as WorkerAnswer;
  const message = 'ファイルが大きすぎるか複雑すぎるため、読み取りを打ち切りました。章ごとに分けて取り込んでください。';
  return { ok: false, problem: run.ended === 'late' ? 'too-slow' : 'too-large', message };
}
