/** Drafts: shown, checked, published. */
import { createHash } from 'node:crypto';
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError, fieldError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { bundledSpecifications } from '../bundled.ts';
import type { specificationContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { fileOf } from '../rules/content.ts';
import { problemsOf } from '../rules/problems.ts';
import { shownContent } from '../rules/shown.ts';
import { insertRevision, requireDraft, saveDraft, selectDrafts, selectRevisions, selectSource } from '../store.ts';

type Contract = typeof specificationContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

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
    ...shownContent(content),
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
