/** Reports of the city's internal auditors, and their review by an expert. */
import { defineContract } from '../../kernel/contract.ts';
import { documentOperations } from './contract/documents.ts';
import { internalAuditPermissions } from './contract/permissions.ts';
import { reportOperations } from './contract/reports.ts';
import { reviewOperations } from './contract/reviews.ts';

export const internalAuditContract = defineContract({
  id: 'internal-audit',
  title: '内部監査人の報告書',
  permissions: internalAuditPermissions,
  operations: { ...reportOperations, ...reviewOperations, ...documentOperations },
});

export type { Observation, ReportFields, ReportLine, ReportView } from './contract/reports.ts';
export type { Advice, Doubt, ReviewFields, ReviewView } from './contract/reviews.ts';
