/** A file becomes a draft: taken in by a request, read by a job, so that nobody waits before a page that does not answer. */
import { z } from 'zod';
import { ImportError } from '../../../importers/error.ts';
import { importSpecification, type ImportedSpecification } from '../../../importers/isolated.ts';
import type { OnProgress } from '../../../importers/worker-process.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import type { Context, JobContext } from '../../../kernel/module.ts';
import { id } from '../../../kernel/schema.ts';
import type { specificationContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { contentOf, contentOfFile } from '../rules/content.ts';
import type { DraftContent } from '../rules/stored.ts';
import { insertDraft, type SourceLines, type StoredDraft } from '../store.ts';
import {
  endImport,
  insertImport,
  requireImport,
  saveProgress,
  selectOpenImports,
  type StoredImport,
} from '../store-imports.ts';

type Contract = typeof specificationContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export const IMPORT_JOB = 'specification.import';
/** Progress is written at most so often. */
const PAUSE = 1000;

export async function uploadDraft(context: Context, input: In<'uploadDraft'>): Out<'uploadDraft'> {
  const importId = context.newId();
  const file = await context.files.attach(input.fileId, `specification-draft:${importId}`);
  await insertImport(context.tx, {
    id: importId,
    name: file.name,
    fileId: input.fileId,
    createdAt: context.now,
  });
  await context.jobs.add({ kind: IMPORT_JOB, payload: { importId } });
  facts.record(context, 'specification.sent', {
    engagementId: null,
    subject: importId,
    data: { size: file.size },
  });
  return { importId };
}

export async function getImport(context: Context, input: In<'getImport'>): Out<'getImport'> {
  return shown(await requireImport(context.tx, input.importId));
}

export async function listImports(context: Context): Out<'listImports'> {
  return { imports: (await selectOpenImports(context.tx)).map(shown) };
}

function shown({ fileId: _fileId, createdAt, problems, ...row }: StoredImport): Awaited<Out<'getImport'>> {
  return { ...row, problems: [...problems], createdAt: createdAt.toISOString() };
}

/** Reads the file. What is wrong with it is the result; only a failure of the product itself is tried again. */
export async function importByJob(context: JobContext, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const { importId } = z.strictObject({ importId: id }).parse(payload);
  const row = await requireImport(context.tx, importId);
  if (row.state === 'done' || row.state === 'refused') return;
  await context.aside((tx) => saveProgress(tx, importId, null));
  const { bytes } = await context.files.open(row.fileId);
  const read = await orProblem(row.name, bytes, progress(context, importId), context.newId);
  if ('problems' in read) {
    await endImport(context.tx, { id: importId, at: context.now, state: 'refused', problems: read.problems });
    return;
  }
  const { format, pages, content, source } = read;
  const draft: StoredDraft = {
    id: importId,
    name: row.name,
    fileId: row.fileId,
    format,
    pages,
    content,
    publishedAs: null,
    version: 1,
    createdAt: context.now,
  };
  await insertDraft(context.tx, draft, source);
  const clauses = content.clauses.length;
  await endImport(context.tx, { id: importId, at: context.now, state: 'done', pages, clauses });
  facts.record(context, 'specification.imported', {
    engagementId: null,
    subject: importId,
    data: {
      format,
      pages,
      clauses,
      suggestions: content.clauses.reduce((sum, clause) => sum + clause.suggestions.length, 0),
    },
  });
}

/** One write after the other, never more than one a second; what comes meanwhile is left out. */
function progress(context: JobContext, importId: string): { report: OnProgress; settled: () => Promise<void> } {
  let writing: Promise<void> | null = null;
  let last = 0;
  return {
    report(done, total) {
      const at = performance.now();
      if (writing !== null || at - last < PAUSE) return;
      last = at;
      writing = context
        .aside((tx) => saveProgress(tx, importId, { done, total }))
        .catch(() => context.log.warn('progress not written', { importId }))
        .finally(() => {
          writing = null;
        });
    },
    settled: async () => {
      await writing;
    },
  };
}

type Read = { format: StoredDraft['format']; pages: number | null; content: DraftContent; source: SourceLines };

async function orProblem(
  name: string,
  bytes: Uint8Array,
  { report, settled }: ReturnType<typeof progress>,
  newId: () => string,
): Promise<Read | { problems: readonly string[] }> {
  try {
    return contentRead(await importSpecification(name, bytes, { onProgress: report }), newId);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { problems: error.problems };
  } finally {
    await settled();
  }
}

function contentRead(read: ImportedSpecification, newId: () => string): Read {
  if (read.format === 'yaml') {
    const source = read.text.split('\n').map((text, at) => ({ line: at + 1, page: null, text }));
    return { format: 'yaml', pages: null, content: contentOfFile(read.text, newId), source };
  }
  const { format, pages, lines, proposal } = read;
  if (proposal.clauses.length === 0) {
    throw new ImportError('not-text', 'ファイルに文章がありません。仕様書の本文が入ったファイルを選んでください。');
  }
  return { format, pages, content: contentOf(proposal, newId), source: lines };
}
