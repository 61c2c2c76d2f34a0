import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { templatesContract } from '../contract.ts';

export const templates = clientFor<typeof templatesContract>('templates');

type Contract = typeof templatesContract;
type Listed = OutputOf<Contract, 'listTemplates'>;
export type Kind = Listed['kinds'][number];
export type Template = Listed['templates'][number];
export type Catalogue = OutputOf<Contract, 'getCatalogue'>;
export type Placeholder = Catalogue['placeholders'][number];
