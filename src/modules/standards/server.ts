/** Standards on the server. */
import { defineServerModule } from '../../kernel/module.ts';
import { standardsContract } from './contract.ts';
import { standardsList } from './documents/standards-list.ts';
import { facts } from './facts.ts';
import * as catalogues from './operations/catalogues.ts';
import * as downloads from './operations/downloads.ts';
import * as imports from './operations/imports.ts';
import * as reading from './operations/reading.ts';
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
