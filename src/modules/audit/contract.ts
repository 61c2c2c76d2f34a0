/** Audit: from the policy to the result notice of every audited department (clause 9(1) イ to オ). */
import { defineContract } from '../../kernel/contract.ts';
import { assignedOperations } from './contract/assigned.ts';
import { catalogueOperations } from './contract/catalogues.ts';
import { checkOperations } from './contract/checks.ts';
import { commonIssueOperations } from './contract/common-issues.ts';
import { contractOperations } from './contract/contracts.ts';
import { documentOperations } from './contract/documents.ts';
import { evidenceOperations } from './contract/evidence.ts';
import { fieldWorkOperations } from './contract/field-work.ts';
import { findingOperations } from './contract/findings.ts';
import { hearingOperations } from './contract/hearings.ts';
import { inboxOperations } from './contract/inbox.ts';
import { noticeOperations } from './contract/notices.ts';
import { openingOperations } from './contract/opening.ts';
import { ownOperations } from './contract/own.ts';
import { paperOperations } from './contract/papers.ts';
import { auditPermissions } from './contract/permissions.ts';
import { policyOperations } from './contract/policy.ts';
import { programmeOperations } from './contract/programme.ts';
import { requestOperations } from './contract/requests.ts';
import { revisionOperations } from './contract/revision.ts';
import { visitOperations } from './contract/visits.ts';

export const auditContract = defineContract({
  id: 'audit',
  title: '情報セキュリティ監査',
  permissions: auditPermissions,
  operations: {
    ...programmeOperations,
    ...openingOperations,
    ...policyOperations,
    ...requestOperations,
    ...checkOperations,
    ...catalogueOperations,
    ...revisionOperations,
    ...evidenceOperations,
    ...fieldWorkOperations,
    ...paperOperations,
    ...hearingOperations,
    ...visitOperations,
    ...contractOperations,
    ...findingOperations,
    ...commonIssueOperations,
    ...noticeOperations,
    ...ownOperations,
    ...assignedOperations,
    ...documentOperations,
    ...inboxOperations,
  },
});

export type { AuditCounts, AuditState, AuditView, Issue, NextStep, Profile, Theme } from './contract/programme.ts';
export type { Grade, PolicyFields, PolicyView } from './contract/policy.ts';
export type { RequestItem, RequestView } from './contract/requests.ts';
export type { CatalogueItemView } from './contract/catalogues.ts';
export type { CheckView, Judgement, ProposalView } from './contract/checks.ts';
export type { EvidenceView } from './contract/evidence.ts';
export type { HearingMessage, HearingView } from './contract/hearings.ts';
export type { TimetableRow, VisitView } from './contract/visits.ts';
export type { ContractDocumentView, ContractItemView, ContractView } from './contract/contracts.ts';
export type { FieldRecordView, SampleView, SessionView } from './contract/field-work.ts';
export type { CheckRow, PaperView } from './contract/papers.ts';
export type { AuditProgramme, AuditTarget, GradingLevel } from './contract/target.ts';
export type { FindingState, FindingText, FindingView } from './contract/findings.ts';
export type { NoticeRow, ResultNoticeView } from './contract/notices.ts';
export { assignedAudit, type AssignedAudit, type AssignedCheck } from './contract/assigned.ts';
export type { OwnAudit } from './contract/own.ts';
