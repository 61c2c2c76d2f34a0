import { defineServerModule } from '../../kernel/module.ts';
import { dutyContract } from './contract.ts';
import { documents } from './documents/index.ts';
import { facts } from './facts.ts';
import { downloadDocument } from './operations/documents.ts';
import * as basics from './operations/basics.ts';
import { downloadFile, getDuties } from './operations/duties.ts';
import * as handlers from './operations/handlers.ts';
import * as incidents from './operations/incidents.ts';
import * as inspections from './operations/inspections.ts';
import * as materials from './operations/materials.ts';
import * as subcontracts from './operations/subcontracts.ts';
import * as training from './operations/training.ts';

export default defineServerModule({
  contract: dutyContract,
  facts: facts.kinds,
  dependsOn: ['engagement', 'team'],
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
  },
  documents,
});
