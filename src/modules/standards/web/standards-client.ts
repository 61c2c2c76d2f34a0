import type { OutputOf } from '../../../kernel/contract.ts';
import { clientFor } from '../../../web/client.ts';
import type { standardsContract } from '../contract.ts';

export const standards = clientFor<typeof standardsContract>('standards');

export type StandardsList = OutputOf<typeof standardsContract, 'listStandards'>;
export type Standard = StandardsList['standards'][number];
export type AwaitedStandard = StandardsList['awaited'][number];
export type Conflict = StandardsList['conflicts'][number];
export type CatalogueHead = OutputOf<typeof standardsContract, 'listCatalogues'>['catalogues'][number];
export type PendingImport = OutputOf<typeof standardsContract, 'listImports'>['imports'][number];
export type ImportView = OutputOf<typeof standardsContract, 'getImport'>;
export type Mappings = OutputOf<typeof standardsContract, 'listMappings'>;
export type MappedSide = Mappings['first'];
export type Item = OutputOf<typeof standardsContract, 'listItems'>['items'][number];
export type Catalogue = OutputOf<typeof standardsContract, 'getCatalogue'>;

/** What every part of the page gets: the engagement, its list, and how to read it again. */
export interface PartProps {
  readonly engagementId: string;
  readonly list: StandardsList;
  readonly onChange: () => void;
}

/** What every part of the page of two standards gets. */
export interface MappingPart {
  readonly engagementId: string;
  readonly data: Mappings;
  readonly onChange: () => void;
}
