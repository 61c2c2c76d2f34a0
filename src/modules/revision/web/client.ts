import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { standardsContract } from '../../standards/contract.ts';
import type { revisionContract } from '../contract.ts';

export const revision = clientFor<typeof revisionContract>('revision');
export const standards = clientFor<typeof standardsContract>('standards');

export type Revision = OutputOf<typeof standardsContract, 'getRevision'>;
export type Match = Revision['matches'][number];
export type Provision = Match['from'][number];
export type Preview = OutputOf<typeof revisionContract, 'previewRevision'>;

/** Number and title. */
export const nameOf = ({ number, title }: Pick<Provision, 'number' | 'title'>): string =>
  number === null || number === title ? title : `${number}　${title}`;
