/** Reading the standards of an engagement and the catalogues that come with the product. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { readFacts } from '../../../kernel/journal.ts';
import type { Context } from '../../../kernel/module.ts';
import { engagementContract } from '../../engagement/contract.ts';
import type { standardsContract } from '../contract.ts';
import { facts } from '../facts.ts';
import { awaitedOf } from '../rules/precedence.ts';
import { catalogueSources } from './catalogues.ts';
import { selectConflicts, selectStandards } from '../store.ts';

type Contract = typeof standardsContract;
type In<K extends keyof Contract['operations']> = ParsedInputOf<Contract, K>;
type Out<K extends keyof Contract['operations']> = Promise<OutputOf<Contract, K>>;

export async function listStandards(context: Context, input: In<'listStandards'>): Out<'listStandards'> {
  const specification = await context.client(engagementContract).getSpecification(input);
  const standards = await selectStandards(context.tx, input.engagementId);
  return {
    standards,
    awaited: awaitedOf(specification.standards, standards).map(({ code, name, issuer, public: open, tier }) => ({
      code,
      name,
      issuer,
      public: open,
      tier,
    })),
    precedence: await precedenceOf(context, input.engagementId),
    conflicts: await selectConflicts(context.tx, input.engagementId),
    catalogues: (await catalogueSources(context, input.engagementId)).map(({ head }) => head.code),
  };
}

/** The order that was settled last, or the specification's; strongest group first. */
export async function precedenceOf(context: Context, engagementId: string): Promise<string[][]> {
  const settled = (await readFacts(context.tx, { engagementId, kinds: ['standard.precedence-set'] })).at(-1);
  if (settled !== undefined) return facts.kinds['standard.precedence-set'].data.parse(settled.data).order;
  return (await context.client(engagementContract).getSpecification({ engagementId })).precedence;
}
