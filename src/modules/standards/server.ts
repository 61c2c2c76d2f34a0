/** Standards on the server. */
import { defineServerModule } from '../../kernel/module.ts';
import { standardsContract } from './contract.ts';
import { facts } from './facts.ts';
import * as standards from './operations/standards.ts';

export default defineServerModule({
  contract: standardsContract,
  facts: facts.kinds,
  dependsOn: ['engagement'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    listStandards: standards.listStandards,
    getCatalogue: standards.getCatalogue,
    provideStandard: standards.provideStandard,
    adoptStandard: standards.adoptStandard,
    confirmEdition: standards.confirmEdition,
    setPrecedence: standards.setPrecedence,
    recordConflict: standards.recordConflict,
  },
});
