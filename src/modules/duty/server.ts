import { defineServerModule } from '../../kernel/module.ts';
import { dutyContract } from './contract.ts';
import { documents } from './documents/index.ts';
import { erasure } from './erasure.ts';
import { eraseOne, verifyErasure } from './erasure-jobs.ts';
import { facts } from './facts.ts';
import { downloadDocument } from './operations/documents.ts';
import * as basics from './operations/basics.ts';
import { downloadFile, getDuties } from './operations/duties.ts';
import * as conduct from './operations/conduct.ts';
import * as erasureOperations from './operations/erasure.ts';
import * as exchanges from './operations/exchanges.ts';
import * as handlers from './operations/handlers.ts';
import * as incidents from './operations/incidents.ts';
import * as inspections from './operations/inspections.ts';
import * as materials from './operations/materials.ts';
import * as subcontracts from './operations/subcontracts.ts';
import * as training from './operations/training.ts';
import { lists, noLists } from './lists/index.ts';

export default defineServerModule({
  contract: dutyContract,
  facts: facts.kinds,
  dependsOn: ['engagement', 'people', 'team'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    downloadDocument,
    getDuties,
    downloadFile,
    ...basics,
    ...handlers,
    ...training,
    ...subcontracts,
    ...materials,
    ...incidents,
    ...inspections,
    ...exchanges,
    ...erasureOperations,
    ...conduct,
  },
  jobs: { 'duty.erase': eraseOne, 'duty.verify-erasure': verifyErasure },
  erasure,
  documents,
  lists,
  noLists,
});
