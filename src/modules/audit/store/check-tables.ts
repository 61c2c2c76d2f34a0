/** The tables that are also read without the texts of their records. */
interface Kept {
  readonly tenant_id: number;
  readonly id: string;
  readonly audit_id: string;
  readonly state: string;
  readonly position: number;
  readonly content: unknown;
  readonly version: number;
  readonly created_at: Date;
}

export interface CheckTables {
  readonly audit_check: Kept;
  readonly audit_paper: Kept & { readonly parent_id: string };
}
