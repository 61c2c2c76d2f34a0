/** Deliverables on the server. */
import { defineServerModule } from '../../kernel/module.ts';
import { deliverablesContract } from './contract.ts';
import { businessReport } from './documents/business-report.ts';
import { deliveryNoteDocument } from './documents/delivery-note.ts';
import { decks } from './documents/decks.ts';
import { chapters } from './documents/explanations.ts';
import { facts } from './facts.ts';
import * as afterCare from './operations/after-care.ts';
import { makeByJob, PACKAGE_JOB } from './operations/package-job.ts';
import * as editions from './operations/editions.ts';
import * as deliveries from './operations/delivery.ts';
import * as packages from './operations/package.ts';
import { listDeliverables } from './operations/register.ts';
import * as preview from './operations/preview.ts';
import * as versions from './operations/versions.ts';
import { lists } from './lists/index.ts';

export default defineServerModule({
  contract: deliverablesContract,
  facts: facts.kinds,
  dependsOn: ['engagement', 'templates'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    listDeliverables,
    produce: versions.produce,
    addVersion: versions.addVersion,
    review: versions.review,
    submit: versions.submit,
    accept: versions.accept,
    reject: versions.reject,
    finaliseVersion: versions.finaliseVersion,
    downloadFile: versions.downloadFile,
    previewDocument: versions.previewDocument,
    preview: preview.preview,
    showDocument: preview.showDocument,
    ...editions,
    ...packages,
    ...deliveries,
    recordEnvironment: afterCare.recordEnvironment,
    registerPreexisting: afterCare.registerPreexisting,
    declareNoPreexisting: afterCare.declareNoPreexisting,
    permitReuse: afterCare.permitReuse,
    listRights: afterCare.listRights,
    listAfterCare: afterCare.listAfterCare,
    recordDefect: afterCare.recordDefect,
    askEnquiry: afterCare.askEnquiry,
    answerAfterCare: afterCare.answerAfterCare,
  },
  jobs: { [PACKAGE_JOB]: makeByJob },
  longJobs: [PACKAGE_JOB],
  documents: [businessReport, deliveryNoteDocument, ...decks],
  chapters,
  lists,
  noLists: {
    preview: '作る前の文書一件についての指摘である。',
    getPackage: '納品の一式の中身は、目録（Excel）として一式に入る。',
  },
});
