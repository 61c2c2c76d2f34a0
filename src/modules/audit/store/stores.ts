/** The stores of the module, one per kind of record. */
import { createRecordStore, optional, type RecordOf } from '../../../kernel/record-store.ts';
import { AUDIT_STATES, auditContent, theme } from '../contract/programme.ts';
import { CHECK_STATES, checkContent, PROPOSAL_STATES, proposalContent } from '../contract/checks.ts';
import { COMMON_ISSUE_STATES, commonIssueContent } from '../contract/common-issues.ts';
import { contractContent, contractItemContent } from '../contract/contracts.ts';
import { EVIDENCE_STATES, evidenceContent } from '../contract/evidence.ts';
import {
  FIELD_RECORD_STATES,
  fieldRecordContent,
  SAMPLE_STATES,
  sampleContent,
  SESSION_STATES,
  sessionContent,
} from '../contract/field-work.ts';
import { FINDING_STATES, findingContent } from '../contract/findings.ts';
import { HEARING_STATES, hearingContent } from '../contract/hearings.ts';
import { RESULT_NOTICE_STATES, resultNoticeContent } from '../contract/notices.ts';
import { PAPER_STATES, paperContent } from '../contract/papers.ts';
import { POLICY_STATES, policyContent } from '../contract/policy.ts';
import { REQUEST_STATES, requestContent } from '../contract/requests.ts';
import { VISIT_STATES, visitContent } from '../contract/visits.ts';

export const programmes = createRecordStore({
  table: 'audit_programme',
  states: ['set'],
  keys: {},
  content: theme,
});
export const audits = createRecordStore({
  table: 'audit',
  states: AUDIT_STATES,
  keys: { departmentId: 'department_id', programmeId: 'programme_id', targetId: optional('target_id') },
  content: auditContent,
});
export const policies = createRecordStore({
  table: 'audit_policy',
  states: POLICY_STATES,
  keys: {},
  content: policyContent,
});
export const requests = createRecordStore({
  table: 'audit_request',
  states: REQUEST_STATES,
  keys: { auditId: 'audit_id' },
  content: requestContent,
});
export const checks = createRecordStore({
  table: 'audit_check',
  states: CHECK_STATES,
  keys: { auditId: 'audit_id' },
  content: checkContent,
});
export const evidences = createRecordStore({
  table: 'audit_evidence',
  states: EVIDENCE_STATES,
  keys: { auditId: 'audit_id' },
  content: evidenceContent,
});
export const hearings = createRecordStore({
  table: 'audit_hearing',
  states: HEARING_STATES,
  keys: { auditId: 'audit_id' },
  content: hearingContent,
});
export const visits = createRecordStore({
  table: 'audit_visit',
  states: VISIT_STATES,
  keys: { auditId: 'audit_id' },
  content: visitContent,
});
export const contracts = createRecordStore({
  table: 'audit_contract',
  states: ['designated', 'completed'],
  keys: { auditId: 'audit_id' },
  content: contractContent,
});
export const contractItems = createRecordStore({
  table: 'audit_contract_item',
  states: ['open', 'judged'],
  keys: { auditId: 'audit_id', parentId: 'parent_id' },
  content: contractItemContent,
});
export const proposals = createRecordStore({
  table: 'audit_item_proposal',
  states: PROPOSAL_STATES,
  keys: { auditId: 'audit_id', parentId: optional('parent_id') },
  content: proposalContent,
});
export const findings = createRecordStore({
  table: 'audit_finding',
  states: FINDING_STATES,
  keys: { auditId: 'audit_id' },
  content: findingContent,
});
export const resultNotices = createRecordStore({
  table: 'audit_result_notice',
  states: RESULT_NOTICE_STATES,
  keys: { auditId: 'audit_id' },
  content: resultNoticeContent,
});

export const fieldRecords = createRecordStore({
  table: 'audit_field_record',
  states: FIELD_RECORD_STATES,
  keys: { auditId: 'audit_id', parentId: optional('parent_id') },
  content: fieldRecordContent,
});
export const samples = createRecordStore({
  table: 'audit_sample',
  states: SAMPLE_STATES,
  keys: { auditId: 'audit_id', parentId: 'parent_id' },
  content: sampleContent,
});
export const sessions = createRecordStore({
  table: 'audit_session',
  states: SESSION_STATES,
  keys: { auditId: 'audit_id' },
  content: sessionContent,
});
export const papers = createRecordStore({
  table: 'audit_paper',
  states: PAPER_STATES,
  keys: { auditId: 'audit_id', parentId: 'parent_id' },
  content: paperContent,
});

export const commonIssues = createRecordStore({
  table: 'audit_common_issue',
  states: COMMON_ISSUE_STATES,
  keys: {},
  content: commonIssueContent,
});

export type AuditRecord = RecordOf<typeof audits>;
export type PolicyRecord = RecordOf<typeof policies>;
export type RequestRecord = RecordOf<typeof requests>;
export type CheckRecord = RecordOf<typeof checks>;
export type EvidenceRecord = RecordOf<typeof evidences>;
export type HearingRecord = RecordOf<typeof hearings>;
export type VisitRecord = RecordOf<typeof visits>;
export type ContractRecord = RecordOf<typeof contracts>;
export type ContractItemRecord = RecordOf<typeof contractItems>;
export type ProposalRecord = RecordOf<typeof proposals>;
export type FindingRecord = RecordOf<typeof findings>;
export type ResultNoticeRecord = RecordOf<typeof resultNotices>;
export type FieldRecordRecord = RecordOf<typeof fieldRecords>;
export type SampleRecord = RecordOf<typeof samples>;
export type SessionRecord = RecordOf<typeof sessions>;
export type CommonIssueRecord = RecordOf<typeof commonIssues>;
export type PaperRecord = RecordOf<typeof papers>;
