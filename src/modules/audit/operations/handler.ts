/** The type of one operation's handler, from the contract. */
import type { OutputOf, ParsedInputOf } from '../../../kernel/contract.ts';
import type { Handler } from '../../../kernel/module.ts';
import type { auditContract } from '../contract.ts';

type C = typeof auditContract;
export type H<K extends keyof C['operations']> = Handler<ParsedInputOf<C, K>, OutputOf<C, K>>;
