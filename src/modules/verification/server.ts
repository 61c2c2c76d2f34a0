/** Technical verification inside audits on the server. */
import { defineServerModule } from '../../kernel/module.ts';
import { verificationContract } from './contract.ts';
import { documents } from './documents/index.ts';
import { facts } from './facts.ts';
import { lists, noLists } from './lists/index.ts';
import { downloadDocument } from './operations/documents.ts';
import * as verifications from './operations/verifications.ts';

export default defineServerModule({
  contract: verificationContract,
  facts: facts.kinds,
  dependsOn: ['engagement', 'audit-plan', 'audit'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    listVerifications: verifications.listVerifications,
    getVerification: verifications.getVerification,
    draftVerification: verifications.draftVerification,
    saveVerification: verifications.saveVerification,
    submitVerification: verifications.submitVerification,
    approveVerification: verifications.approveVerification,
    returnVerification: verifications.returnVerification,
    recordRun: verifications.recordRun,
    reportDisturbance: verifications.reportDisturbance,
    cancelVerification: verifications.cancelVerification,
    downloadDocument,
  },
  documents,
  lists,
  noLists,
});
