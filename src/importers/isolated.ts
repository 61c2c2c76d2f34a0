import type { Proposal } from '../core/specification-import/index.ts';
import { ImportError, type ImportProblem } from './error.ts';
import { type Limits, type OnProgress, runWorker } from './worker-process.ts';

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

/** A specification file is checked under each of its readings, which takes longer than reading five hundred pages. */
const LIMITS: Limits = { seconds: 300, megabytes: 768 };

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

async function ask(name: string, bytes: Uint8Array, limits: Limits, onProgress: OnProgress): Promise<WorkerAnswer> {
  const worker = new URL('./worker.ts', import.meta.url);
  const run = await runWorker<WorkerAnswer>(worker, name, bytes, limits, onProgress);
  if ('answer' in run) return run.answer;
  const message = 'ファイルが大きすぎるか複雑すぎるため、読み取りを打ち切りました。章ごとに分けて取り込んでください。';
  return { ok: false, problem: run.ended === 'late' ? 'too-slow' : 'too-large', message, problems: [message] };
}
