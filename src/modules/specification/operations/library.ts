/** The specifications that engagements can be made from. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { AppError } from '../../../kernel/error.ts';
import type { Context } from '../../../kernel/module.ts';
import { bundledSpecifications, readBundled } from '../bundled.ts';
import type { specificationContract } from '../contract.ts';
import { selectBody, selectHash, selectRevisions } from '../store.ts';

type Contract = typeof specificationContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function listSpecifications(context: Context): Out<'listSpecifications'> {
  const own = await selectRevisions(context.tx);
  const bundled = readBundled();
  return {
    specifications: [
      ...own.map((one) => ({
        id: one.id,
        title: one.title,
        authority: one.authority,
        fiscalYear: one.fiscalYear,
        periodTo: one.periodTo,
        clauses: one.clauses,
        bundled: false,
        publishedAt: one.publishedAt.toISOString(),
        draftId: one.draftId,
      })),
      ...bundled.map((specification) => ({
        id: specification.id,
        title: specification.title,
        authority: specification.authority,
        fiscalYear: specification.fiscalYear,
        periodTo: specification.period.to,
        clauses: specification.clauses.length,
        bundled: true,
        publishedAt: null,
        draftId: null,
      })),
    ],
  };
}

export async function getRevision(context: Context, input: In<'getRevision'>): Out<'getRevision'> {
  const bundled = bundledSpecifications().get(input.specification);
  const sha256 = bundled?.sha256 ?? (await selectHash(context.tx, input.specification));
  if (sha256 === null) throw new AppError('record.missing', { internal: 'specification' });
  return { specification: input.specification, sha256, bundled: bundled !== undefined };
}

export async function readSpecification(context: Context, input: In<'readSpecification'>): Out<'readSpecification'> {
  const found = bundledSpecifications().get(input.specification) ?? (await selectBody(context.tx, input.specification));
  if (found === null) throw new AppError('record.missing', { internal: 'specification' });
  return { specification: input.specification, sha256: found.sha256, body: found.body };
}

export async function downloadSpecification(
  context: Context,
  input: In<'downloadSpecification'>,
): Out<'downloadSpecification'> {
  const { body } = await readSpecification(context, input);
  return {
    name: `${input.specification}.yaml`,
    mediaType: 'text/plain; charset=utf-8',
    bytes: new TextEncoder().encode(body),
  };
}
