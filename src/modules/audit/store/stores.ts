/** The stores of the module, one per kind of record. */
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
import { recordStore } from './record-store.ts';

type OfAudit = { readonly auditId: string };

export const programmes = recordStore<typeof theme, 'set', object>({
  table: 'audit_programme',
  states: ['set'],
  keys: [],
  content: theme,
});
export const audits = recordStore<
  typeof auditContent,
  (typeof AUDIT_STATES)[number],
  { readonly departmentId: string; readonly programmeId: string; readonly targetId: string | null }
>({
  table: 'audit',
  states: AUDIT_STATES,
  keys: ['department_id', 'programme_id', 'target_id'],
  content: auditContent,
});
export const policies = recordStore<typeof policyContent, (typeof POLICY_STATES)[number], object>({
  table: 'audit_policy',
  states: POLICY_STATES,
  keys: [],
  content: policyContent,
});
export const requests = recordStore<typeof requestContent, (typeof REQUEST_STATES)[number], OfAudit>({
  table: 'audit_request',
  states: REQUEST_STATES,
  keys: ['audit_id'],
  content: requestContent,
});
export const checks = recordStore<typeof checkContent, (typeof CHECK_STATES)[number], OfAudit>({
  table: 'audit_check',
  states: CHECK_STATES,
  keys: ['audit_id'],
  content: checkContent,
});
export const evidences = recordStore<typeof evidenceContent, (typeof EVIDENCE_STATES)[number], OfAudit>({
  table: 'audit_evidence',
  states: EVIDENCE_STATES,
  keys: ['audit_id'],
  content: evidenceContent,
});
export const hearings = recordStore<typeof hearingContent, (typeof HEARING_STATES)[number], OfAudit>({
  table: 'audit_hearing',
  states: HEARING_STATES,
  keys: ['audit_id'],
  content: hearingContent,
});
export const visits = recordStore<typeof visitContent, (typeof VISIT_STATES)[number], OfAudit>({
  table: 'audit_visit',
  states: VISIT_STATES,
  keys: ['audit_id'],
  content: visitContent,
});
export const contracts = recordStore<typeof contractContent, 'designated' | 'completed', OfAudit>({
  table: 'audit_contract',
  states: ['designated', 'completed'],
  keys: ['audit_id'],
  content: contractContent,
});
export const contractItems = recordStore<
  typeof contractItemContent,
  'open' | 'judged',
  OfAudit & { readonly parentId: string }
>({
  table: 'audit_contract_item',
  states: ['open', 'judged'],
  keys: ['audit_id', 'parent_id'],
  content: contractItemContent,
});
export const proposals = recordStore<
  typeof proposalContent,
  (typeof PROPOSAL_STATES)[number],
  OfAudit & { readonly parentId: string | null }
>({
  table: 'audit_item_proposal',
  states: PROPOSAL_STATES,
  keys: ['audit_id', 'parent_id'],
  content: proposalContent,
});
export const findings = recordStore<typeof findingContent, (typeof FINDING_STATES)[number], OfAudit>({
  table: 'audit_finding',
  states: FINDING_STATES,
  keys: ['audit_id'],
  content: findingContent,
});
export const resultNotices = recordStore<typeof resultNoticeContent, (typeof RESULT_NOTICE_STATES)[number], OfAudit>({
  table: 'audit_result_notice',
  states: RESULT_NOTICE_STATES,
  keys: ['audit_id'],
  content: resultNoticeContent,
});

export const fieldRecords = recordStore<
  typeof fieldRecordContent,
  (typeof FIELD_RECORD_STATES)[number],
  OfAudit & { readonly parentId: string | null }
>({
  table: 'audit_field_record',
  states: FIELD_RECORD_STATES,
  keys: ['audit_id', 'parent_id'],
  content: fieldRecordContent,
});
export const samples = recordStore<
  typeof sampleContent,
  (typeof SAMPLE_STATES)[number],
  OfAudit & { readonly parentId: string }
>({ table: 'audit_sample', states: SAMPLE_STATES, keys: ['audit_id', 'parent_id'], content: sampleContent });
export const sessions = recordStore<typeof sessionContent, (typeof SESSION_STATES)[number], OfAudit>({
  table: 'audit_session',
  states: SESSION_STATES,
  keys: ['audit_id'],
  content: sessionContent,
});
export const papers = recordStore<
  typeof paperContent,
  (typeof PAPER_STATES)[number],
  OfAudit & { readonly parentId: string }
>({ table: 'audit_paper', states: PAPER_STATES, keys: ['audit_id', 'parent_id'], content: paperContent });

export const commonIssues = recordStore<typeof commonIssueContent, (typeof COMMON_ISSUE_STATES)[number], object>({
  table: 'audit_common_issue',
  states: COMMON_ISSUE_STATES,
  keys: [],
  content: commonIssueContent,
});

type Entry<R> = R extends { get(...parameters: never[]): Promise<infer E> } ? E : never;
export type AuditRecord = Entry<typeof audits>;
export type PolicyRecord = Entry<typeof policies>;
export type RequestRecord = Entry<typeof requests>;
export type CheckRecord = Entry<typeof checks>;
export type EvidenceRecord = Entry<typeof evidences>;
export type HearingRecord = Entry<typeof hearings>;
export type VisitRecord = Entry<typeof visits>;
export type ContractRecord = Entry<typeof contracts>;
export type ContractItemRecord = Entry<typeof contractItems>;
export type ProposalRecord = Entry<typeof proposals>;
export type FindingRecord = Entry<typeof findings>;
export type ResultNoticeRecord = Entry<typeof resultNotices>;
export type FieldRecordRecord = Entry<typeof fieldRecords>;
export type SampleRecord = Entry<typeof samples>;
export type SessionRecord = Entry<typeof sessions>;
export type CommonIssueRecord = Entry<typeof commonIssues>;
export type PaperRecord = Entry<typeof papers>;
