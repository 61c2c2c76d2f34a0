/** The process behind `isolated.ts`: bytes on standard input, progress on standard error, one JSON answer on standard output. */
import { argv, stderr, stdin, stdout } from 'node:process';
import { proposeSpecification } from '../core/specification-import/index.ts';
import { ImportError } from './error.ts';
import { readSpecificationSource } from './index.ts';
import type { WorkerAnswer } from './isolated.ts';
import { checkSpecificationFile, specificationFile } from './own-format.ts';

const chunks: Buffer[] = [];
for await (const chunk of stdin) chunks.push(chunk as Buffer);

async function answer(name: string, bytes: Uint8Array): Promise<WorkerAnswer> {
  try {
    const own = specificationFile(bytes);
    if (own !== null) {
      checkSpecificationFile(name, own);
      return { ok: true, result: { format: 'yaml', pages: null, text: own } };
    }
    const source = await readSpecificationSource(name, bytes, (done, total) => {
      stderr.write(`${done}/${total}\n`);
    });
    const lines = source.lines.map(({ line, page, text }) => ({ line, page: page ?? null, text }));
    return {
      ok: true,
      result: { format: source.format, pages: source.pages, lines, proposal: proposeSpecification(source.lines) },
    };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { ok: false, problem: error.problem, message: error.message, problems: error.problems };
  }
}

stdout.write(JSON.stringify(await answer(argv[2] ?? '', Buffer.concat(chunks))));
