/** Tables of the module as the query builder sees them. */
import type { ColumnType } from 'kysely';

type FixedJson = ColumnType<unknown, string, never>;
type Instant = ColumnType<Date, string, never>;
type Defaulted<T> = ColumnType<T, T | undefined, T>;

export interface Tables {
  analysis_criteria: {
    tenant_id: number;
    engagement_id: string;
    number: number;
    criteria: FixedJson;
    reason: string;
    changed_by: string;
    changed_at: Instant;
  };
  analysis_record: {
    tenant_id: number;
    campaign_id: string;
    number: number;
    engagement_id: string;
    summary: string;
    advice: FixedJson;
    recorded_by: string;
    recorded_at: Instant;
  };
  item_proposal_round: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    number: number;
    campaign_id: string | null;
    questionnaire_id: string;
    for_fiscal_year: number;
    proposals: FixedJson;
    decisions: ColumnType<unknown, string | undefined, string>;
    draft_id: Defaulted<string | null>;
    version: Defaulted<number>;
    issued_by: string;
    issued_at: Instant;
  };
  feedback_run: {
    tenant_id: number;
    id: string;
    engagement_id: string;
    campaign_id: string;
    number: number;
    plan: FixedJson;
    state: 'making' | 'made' | 'failed';
    done: Defaulted<number>;
    overflow: ColumnType<unknown, string | undefined, string>;
    failure: Defaulted<string | null>;
    file_id: Defaulted<string | null>;
    asked_by: string;
    asked_at: Instant;
  };
}
