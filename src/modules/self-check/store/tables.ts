/** Tables of the module as the query builder sees them. */
import type { ColumnType, Selectable } from 'kysely';
import type { SurveyType } from '../../../core/content-schema/index.ts';

/** 個人番号利用事務, 個人番号関係事務, another affair. */
export type AffairKind = 'number-using' | 'number-related' | 'other';
export type Unit = 'department' | 'person' | 'affair';
export type StatusState = 'waiting' | 'awaiting-approval' | 'returned' | 'reopened' | 'submitted';

/** How an answer came. */
export type Channel = 'web' | 'html' | 'excel' | 'paper';

type Json = ColumnType<unknown, string, string>;
type FixedJson = ColumnType<unknown, string, never>;
type Instant = ColumnType<Date, string, never>;
type LaterInstant = ColumnType<Date | null, string | null | undefined, string | null>;
type Defaulted<T> = ColumnType<T, T | undefined, T>;

export interface Tables {
  campaign: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    type: SurveyType;
    questionnaire_id: string;
    form: FixedJson;
    title: string;
    message: string;
    fiscal_year: number;
    opens: string;
    due: string;
    requires_approval: boolean;
    unit: Defaulted<Unit>;
    anonymous: Defaulted<boolean>;
    grace_minutes: Defaulted<number>;
    smallest_group: Defaulted<number>;
    about: Defaulted<string>;
    state: 'preparing' | 'open' | 'closed';
    version: Defaulted<number>;
    created_at: Instant;
    closed_at: LaterInstant;
    delivered_at: LaterInstant;
  };
  respondent: {
    tenant_id: number;
    campaign_id: string;
    respondent_id: string;
    kind: Unit;
    department_id: string;
    department_name: Defaulted<string>;
    bureau_id: Defaulted<string | null>;
    bureau_name: Defaulted<string>;
    affair_name: Defaulted<string>;
    account_id: Defaulted<string | null>;
    delegate_id: Defaulted<string | null>;
    group_name: Defaulted<string>;
    due: Defaulted<string>;
    closed: Defaulted<boolean>;
    state: Defaulted<StatusState>;
    revision: Defaulted<number>;
    answers_hash: Defaulted<string | null>;
    points: Defaulted<number | null>;
    submitted_at: LaterInstant;
    submitted_by: Defaulted<string | null>;
    proxy: Defaulted<boolean>;
    channel: Defaulted<Channel>;
    approved_at: LaterInstant;
    approved_by: Defaulted<string | null>;
    counted: Defaulted<string | null>;
  };
  campaign_tally: {
    tenant_id: number;
    campaign_id: string;
    layout: string;
    sheets: number;
    counts: number[];
  };
  response: {
    tenant_id: number;
    campaign_id: string;
    respondent_id: string;
    revision: number;
    id: string;
    answers: FixedJson;
    answers_hash: string;
    points: number | null;
    proxy: boolean;
    channel: Defaulted<Channel>;
    submitted_by: string;
    submitted_at: Instant;
  };
  response_draft: {
    tenant_id: number;
    campaign_id: string;
    respondent_id: string;
    base_revision: number;
    answers: Json;
    version: Defaulted<number>;
    saved_by: string;
    saved_at: ColumnType<Date, string, string>;
  };
  answer_file: {
    tenant_id: number;
    campaign_id: string;
    respondent_id: string;
    file_id: string;
    item: string;
    name: string;
    size: ColumnType<string, number, never>;
    /** Null for files attached before hashes were kept. */
    sha256: string | null;
    attached_by: string;
    attached_at: Instant;
  };
  campaign_notice: {
    tenant_id: number;
    id: string;
    campaign_id: string;
    respondent_id: string;
    kind: 'reminder' | 'reopened' | 'returned';
    message: string;
    created_at: Instant;
  };
  respondent_person: {
    tenant_id: number;
    campaign_id: string;
    respondent_id: string;
    staff_number: string | null;
    name: string;
    segment: Defaulted<string>;
    version: Defaulted<number>;
  };
  respondent_link: {
    tenant_id: number;
    campaign_id: string;
    respondent_id: string;
    token_hash: string;
    issued_by: string;
    issued_at: ColumnType<Date, string, string>;
  };
  passed_link: {
    tenant_id: number;
    campaign_id: string;
    respondent_id: string;
    id: string;
    token_hash: string;
    name: string;
    reason: string;
    passed_at: ColumnType<Date, string, string>;
  };
  delegation: {
    tenant_id: number;
    campaign_id: string;
    respondent_id: string;
    number: number;
    from_account: string;
    to_account: string | null;
    reason: string;
    at: Instant;
  };
  anonymous_answer: {
    tenant_id: number;
    campaign_id: string;
    id: Defaulted<string>;
    group_name: string;
    answers: FixedJson;
  };
  affair: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    name: string;
    kind: AffairKind;
    department_id: string;
    version: Defaulted<number>;
    root_id: Defaulted<string | null>;
  };
  form_review: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    questionnaire_id: string;
    conclusion: string;
    opinions: FixedJson;
    reviewed_by: string;
    reviewed_at: Instant;
  };
  form_design: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    questionnaire_id: string;
    presented_by: string;
    presented_at: Instant;
  };
  risk_weights: {
    tenant_id: number;
    engagement_id: string;
    number: number;
    weights: FixedJson;
    reason: string;
    changed_by: string;
    changed_at: Instant;
  };
  department_selection: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    number: number;
    choices: FixedJson;
    selected_by: string;
    selected_at: Instant;
    notified_at: LaterInstant;
  };
}

export type StatusRow = Selectable<Tables['respondent']>;
