/** Standards on the server. */
import { defineServerModule } from '../../kernel/module.ts';
import { standardsContract } from './contract.ts';
import { standardsList } from './documents/standards-list.ts';
import { facts } from './facts.ts';
import * as catalogues from './operations/catalogues.ts';
import * as downloads from './operations/downloads.ts';
import * as imports from './operations/imports.ts';
import * as items from './operations/items.ts';
import * as mappings from './operations/mappings.ts';
import * as reading from './operations/reading.ts';
import * as revisions from './operations/revisions.ts';
import * as standards from './operations/standards.ts';
import { lists, noLists } from './lists/index.ts';

export default defineServerModule({
  contract: standardsContract,
  facts: facts.kinds,
  dependsOn: ['engagement'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    listStandards: reading.listStandards,
    listCatalogues: catalogues.listCatalogues,
    getCatalogue: catalogues.getCatalogue,
    citeProvisions: catalogues.citeProvisions,
    listImports: imports.listImports,
    getImport: imports.getImport,
    readCatalogueFile: imports.readCatalogueFile,
    mapColumns: imports.mapColumns,
    saveCatalogue: imports.saveCatalogue,
    discardImport: imports.discardImport,
    listMappings: mappings.listMappings,
    countMappings: mappings.countMappings,
    proposeMappings: mappings.proposeMappings,
    addMappings: mappings.addMappings,
    changeMapping: mappings.changeMapping,
    removeMapping: mappings.removeMapping,
    listItemSets: items.listItemSets,
    listItems: items.listItems,
    draftItems: items.draftItems,
    saveItem: items.saveItem,
    confirmItems: items.confirmItems,
    removeItem: items.removeItem,
    listRevisions: revisions.listRevisions,
    getRevision: revisions.getRevision,
    startRevision: revisions.startRevision,
    correctMatch: revisions.correctMatch,
    discardRevision: revisions.discardRevision,
    switchEdition: revisions.switchEdition,
    switchBack: revisions.switchBack,
    provideStandard: standards.provideStandard,
    adoptStandard: standards.adoptStandard,
    confirmEdition: standards.confirmEdition,
    setPrecedence: standards.setPrecedence,
    recordConflict: standards.recordConflict,
    downloadStandard: downloads.downloadStandard,
    downloadList: downloads.downloadList,
  },
  documents: [standardsList],
  lists,
  noLists,
});
