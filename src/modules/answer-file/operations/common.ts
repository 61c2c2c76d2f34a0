import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import { canonical, sha256Of } from '../../../kernel/canonical.ts';
import type { Context, Handler } from '../../../kernel/module.ts';
import { selfCheckContract } from '../../self-check/contract.ts';
import type { answerFileContract } from '../contract.ts';

type C = typeof answerFileContract;
export type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;
export type Reception = OutputOf<typeof selfCheckContract, 'getReception'>;

/** The campaign as the caller may see it: the office all respondents, a respondent its own. */
export const receptionOf = (context: Context, campaignId: string): Promise<Reception> =>
  context.client(selfCheckContract).getReception({ campaignId });

export const formHashOf = (form: Reception['form']): string => sha256Of(canonical(form));
