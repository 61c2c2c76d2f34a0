/** Drafts: from the upload of a file to its publication. */
import { createHash } from 'node:crypto';
import { SpecificationError } from '../../../core/specification/index.ts';
import { ImportError } from '../../../importers/index.ts';
import { importSpecification } from '../../../importers/isolated.ts';
import { decodeText } from '../../../importers/text.ts';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { bundledSpecifications } from '../bundled.ts';
import type { specificationContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { contentOf, contentOfFile, type DraftContent, filed, fileOf, problemsOf } from '../rules/content.ts';
import {
  insertDraft,
  insertRevision,
  requireDraft,
  saveDraft,
  selectDrafts,
  selectRevisions,
  selectSource,
  type SourceLines,
  type StoredDraft,
} from '../store.ts';

type Contract = typeof specificationContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function uploadDraft(context: Context, input: In<'uploadDraft'>): Out<'uploadDraft'> {
  const draftId = context.newId();
  const file = await context.files.attach(input.fileId, `specification-draft:${draftId}`);
  const { bytes } = await context.files.open(input.fileId);
  const read = await readFile(file.name, bytes, context.newId);
  const draft: StoredDraft = {
    id: draftId,
    name: file.name,
    fileId: input.fileId,
    format: read.format,
    pages: read.pages,
    content: read.content,
    publishedAs: null,
    version: 1,
    createdAt: context.now,
  };
  await insertDraft(context.tx, draft, read.source);
  const clauses = read.content.clauses.length;
  facts.record(context, 'specification.imported', {
    engagementId: null,
    subject: draftId,
    data: {
      format: read.format,
      pages: read.pages,
      clauses,
      suggestions: read.content.clauses.reduce((sum, clause) => sum + clause.suggestions.length, 0),
    },
  });
  return { draftId, clauses };
}

type Read = { format: StoredDraft['format']; pages: number | null; content: DraftContent; source: SourceLines };

async function readFile(name: string, bytes: Uint8Array, newId: () => string): Promise<Read> {
  try {
    const own = ownFormat(bytes);
    if (own !== null) {
      const source = own.split('\n').map((text, at) => ({ line: at + 1, page: null, text }));
      return { format: 'yaml', pages: null, content: ownContent(name, own, newId), source };
    }
    const { format, pages, lines, proposal } = await importSpecification(name, bytes);
    if (proposal.clauses.length === 0) {
      throw new ImportError('not-text', 'ファイルに文章がありません。仕様書の本文が入ったファイルを選んでください。');
    }
    return { format, pages, content: contentOf(proposal, newId), source: lines };
  } catch (error) {
    if (error instanceof ImportError) throw fieldError('fileId', error.message);
    throw error;
  }
}

/** The text of a specification file of the product's own format; null for any other file. */
function ownFormat(bytes: Uint8Array): string | null {
  if (bytes.length > 5_000_000) return null;
  try {
    const text = decodeText(bytes);
    return /^clauses:\s*$/m.test(text) && /^id:\s*\S/m.test(text) ? text : null;
  } catch {
    return null;
  }
}

function ownContent(name: string, text: string, newId: () => string): DraftContent {
  try {
    return contentOfFile(text, newId);
  } catch (error) {
    if (!(error instanceof SpecificationError)) throw error;
    const problems = filed(name, text, error.problems).slice(0, 100);
    throw new AppError('input.invalid', {
      message: `仕様書の定義に誤りがあります。${problems[0] ?? ''}`,
      fields: problems.map((message) => ({ path: 'fileId', message })),
    });
  }
}

export async function listDrafts(context: Context): Out<'listDrafts'> {
  const drafts = await selectDrafts(context.tx);
  return {
    drafts: drafts.map((one) => ({
      id: one.id,
      name: one.name,
      title: one.content.head.title,
      clauses: one.content.clauses.length,
      createdAt: one.createdAt.toISOString(),
      publishedAs: one.publishedAs,
    })),
  };
}

export async function getDraft(context: Context, input: In<'getDraft'>): Out<'getDraft'> {
  const { id, name, format, pages, createdAt, publishedAs, version, content } = await requireDraft(
    context.tx,
    input.draftId,
  );
  return {
    id,
    name,
    format,
    pages,
    createdAt: createdAt.toISOString(),
    publishedAs,
    version,
    head: content.head,
    clauses: content.clauses,
    deliverables: content.deliverables,
    problems: problemsOf(content),
  };
}

export async function getSource(context: Context, input: In<'getSource'>): Out<'getSource'> {
  const lines = await selectSource(context.tx, input.draftId);
  const { from = 1, to = from + 999 } = input;
  return { lines: lines.filter((one) => one.line >= from && one.line <= to).slice(0, 2000), total: lines.length };
}

export async function checkDraft(context: Context, input: In<'checkDraft'>): Out<'checkDraft'> {
  return { problems: problemsOf((await requireDraft(context.tx, input.draftId)).content) };
}

export async function publish(context: Context, input: In<'publish'>): Out<'publish'> {
  const { content } = await requireDraft(context.tx, input.draftId);
  const errors = problemsOf(content, 'every').filter((one) => one.weight === 'error');
  if (errors.length > 0) {
    throw new AppError('state.refused', {
      message: `直す点が${errors.length}件あるため、公開できません。${errors[0]?.message ?? ''}`,
    });
  }
  const base = content.head.id;
  if (bundledSpecifications().has(base)) {
    throw fieldError('head.id', `識別名「${base}」は街守に収めた仕様書が使っています。別の識別名にしてください。`);
  }
  const revisions = await selectRevisions(context.tx);
  const revision = Math.max(0, ...revisions.filter((one) => one.base === base).map((one) => one.revision)) + 1;
  const id = revision === 1 ? base : `${base}-r${revision}`;
  if (revisions.some((one) => one.id === id) || bundledSpecifications().has(id)) {
    throw fieldError('head.id', `識別名「${id}」は既に使われています。別の識別名にしてください。`);
  }
  const body = fileOf(content, id);
  const sha256 = createHash('sha256').update(body).digest('hex');
  await insertRevision(
    context.tx,
    {
      id,
      base,
      revision,
      draftId: input.draftId,
      title: content.head.title,
      authority: content.head.authority,
      fiscalYear: content.head.fiscalYear,
      periodTo: content.head.periodTo,
      clauses: content.clauses.length,
      sha256,
      publishedAt: context.now,
    },
    body,
  );
  await saveDraft(context.tx, { id: input.draftId, version: input.version, content, publishedAs: id });
  facts.record(context, 'specification.published', {
    engagementId: null,
    subject: id,
    data: {
      specification: id,
      revision,
      clauses: content.clauses.length,
      rules: content.clauses.filter((clause) => clause.rules !== '').length,
      sha256,
    },
  });
  return { specification: id, revision };
}
