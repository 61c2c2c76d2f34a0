/** Reports of audits: reports in versions and editions, lists of findings, debriefings, urgent findings. */
import { defineContract } from '../../kernel/contract.ts';
import { debriefingOperations } from './contract/debriefings.ts';
import { documentOperations } from './contract/documents.ts';
import { findingsListOperations } from './contract/findings-lists.ts';
import { auditReportPermissions } from './contract/permissions.ts';
import { reportOperations } from './contract/reports.ts';
import { urgentOperations } from './contract/urgent.ts';

export const auditReportContract = defineContract({
  id: 'audit-report',
  title: '監査の報告',
  permissions: auditReportPermissions,
  operations: {
    ...reportOperations,
    ...findingsListOperations,
    ...debriefingOperations,
    ...urgentOperations,
    ...documentOperations,
  },
});

export type { ReportLine, ReportView, Wording } from './contract/reports.ts';
export type { DebriefingView } from './contract/debriefings.ts';
export type { UrgentView } from './contract/urgent.ts';
