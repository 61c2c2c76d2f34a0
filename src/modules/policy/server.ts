/** Policy on the server. */
import { defineServerModule } from '../../kernel/module.ts';
import { policyContract } from './contract.ts';
import { adviceDocument, supportChapter } from './documents/advice.ts';
import { facts } from './facts.ts';
import * as downloads from './operations/downloads.ts';
import * as support from './operations/support.ts';
import { lists } from './lists/index.ts';

export default defineServerModule({
  contract: policyContract,
  facts: facts.kinds,
  dependsOn: ['engagement'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    listSupport: support.listSupport,
    requestSupport: support.requestSupport,
    advise: support.advise,
    closeSupport: support.closeSupport,
    downloadMaterial: downloads.downloadMaterial,
    downloadAdvice: downloads.downloadAdvice,
  },
  documents: [adviceDocument],
  chapters: [supportChapter],
  lists,
});
