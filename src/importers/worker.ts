/** The process behind `isolated.ts`: bytes on standard input, one JSON answer on standard output. */
import { argv, stdin, stdout } from 'node:process';
import { proposeSpecification } from '../core/specification-import/index.ts';
import { ImportError } from './error.ts';
import { readSpecificationSource } from './index.ts';
import type { WorkerAnswer } from './isolated.ts';

const chunks: Buffer[] = [];
for await (const chunk of stdin) chunks.push(chunk as Buffer);

async function answer(): Promise<WorkerAnswer> {
  try {
    const source = await readSpecificationSource(argv[2] ?? '', Buffer.concat(chunks));
    const lines = source.lines.map(({ line, page, text }) => ({ line, page: page ?? null, text }));
    return {
      ok: true,
      result: { format: source.format, pages: source.pages, lines, proposal: proposeSpecification(source.lines) },
    };
  } catch (error) {
    if (error instanceof ImportError) return { ok: false, problem: error.problem, message: error.message };
    throw error;
  }
}

stdout.write(JSON.stringify(await answer()));
