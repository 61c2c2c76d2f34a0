import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { specificationContract } from '../contract.ts';

export const specification = clientFor<typeof specificationContract>('specification');

type Contract = typeof specificationContract;
export type Draft = OutputOf<Contract, 'getDraft'>;
export type Clause = Draft['clauses'][number];
export type Deliverable = Draft['deliverables'][number];
export type Problem = Draft['problems'][number];
export type Listed = OutputOf<Contract, 'listSpecifications'>['specifications'][number];
export type DraftRow = OutputOf<Contract, 'listDrafts'>['drafts'][number];
export type Imported = OutputOf<Contract, 'getImport'>;
export type Suggestion = Clause['suggestions'][number];
