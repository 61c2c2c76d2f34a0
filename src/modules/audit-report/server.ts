/** Reports of audits on the server. */
import { defineServerModule } from '../../kernel/module.ts';
import { auditReportContract } from './contract.ts';
import { confidential } from './documents/confidential.ts';
import { documents } from './documents/index.ts';
import { facts } from './facts.ts';
import { lists, noLists } from './lists/index.ts';
import { getDebriefing, listDebriefings, prepareDebriefing, saveDebriefing } from './operations/debriefings.ts';
import { downloadDocument, downloadReport } from './operations/documents.ts';
import { downloadFindingsList, listFindingsLists, makeFindingsList } from './operations/findings-lists.ts';
import { checkPublicEdition, finishReport, returnReport, reviseReport, settleReport } from './operations/finishing.ts';
import { getReport, keepWording, listReports, saveReport, startReport } from './operations/reports.ts';
import { acknowledgeUrgent, listUrgent, raiseUrgent, reportUrgent } from './operations/urgent.ts';

export default defineServerModule({
  contract: auditReportContract,
  facts: facts.kinds,
  dependsOn: ['people', 'engagement', 'meetings', 'audit-plan', 'audit'],
  migrations: new URL('./migrations/', import.meta.url),
  handlers: {
    listReports,
    getReport,
    startReport,
    saveReport,
    keepWording,
    finishReport,
    checkPublicEdition,
    settleReport,
    returnReport,
    reviseReport,
    downloadReport,
    listFindingsLists,
    makeFindingsList,
    downloadFindingsList,
    listDebriefings,
    getDebriefing,
    saveDebriefing,
    prepareDebriefing,
    listUrgent,
    raiseUrgent,
    reportUrgent,
    acknowledgeUrgent,
    downloadDocument,
  },
  documents,
  confidential: [confidential],
  lists,
  noLists,
});
