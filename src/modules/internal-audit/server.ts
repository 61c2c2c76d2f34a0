/** Reports of internal auditors on the server. */
import { defineServerModule } from '../../kernel/module.ts';
import { internalAuditContract } from './contract.ts';
import { documents } from './documents/index.ts';
import { facts } from './facts.ts';
import { lists, noLists } from './lists/index.ts';
import { downloadDocument, downloadOwnReport } from './operations/documents.ts';
import * as reports from './operations/reports.ts';
import * as reviews from './operations/reviews.ts';

export default defineServerModule({
  contract: internalAuditContract,
  facts: facts.kinds,
  dependsOn: ['engagement', 'audit-plan', 'audit'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    listReports: reports.listReports,
    getReports: reports.getReports,
    listOwnReports: reports.listOwnReports,
    getOwnReport: reports.getOwnReport,
    startReport: reports.startReport,
    saveReport: reports.saveReport,
    submitReport: reports.submitReport,
    getDoubts: reviews.getDoubts,
    saveReview: reviews.saveReview,
    issueReview: reviews.issueReview,
    downloadDocument,
    downloadOwnReport,
  },
  documents,
  lists,
  noLists,
});
