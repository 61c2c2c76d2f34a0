/** The tables of this module as the stores see them. */
import type { ColumnType, Generated } from 'kysely';
import type { OutsideTables } from '../../../kernel/database.ts';
import type { Party } from '../../../kernel/role.ts';

type Instant = ColumnType<Date, string, string>;
type OptionalInstant = ColumnType<Date | null, string | null, string | null>;

export interface PeopleTables {
  municipality: { tenant_id: number; kana: Generated<string>; organisation_version: Generated<number> };
  firm: { tenant_id: number; id: string; kind: 'contractor' | 'vendor'; name: string; version: number };
  department: {
    tenant_id: number;
    id: string;
    valid_from: string;
    valid_to: string | null;
    version: number;
  };
  department_period: {
    tenant_id: number;
    department_id: string;
    valid_from: string;
    name: string;
    kana: string;
    bureau_id: string | null;
  };
  department_succession: { tenant_id: number; department_id: string; successor_id: string };
  account: {
    tenant_id: number;
    id: string;
    login_name: string;
    display_name: string;
    title: string | null;
    party: Party;
    roles: string[];
    department_id: string | null;
    firm_id: string | null;
    email: string | null;
    password_hash: string | null;
    totp_secret: string | null;
    totp_pending: string | null;
    totp_last_step: ColumnType<string | null, number | null, number | null>;
    status: 'invited' | 'active' | 'disabled';
    failed_count: number;
    locked_until: OptionalInstant;
    version: number;
    created_at: Instant;
  };
  session: {
    tenant_id: number;
    token_hash: string;
    account_id: string;
    created_at: Instant;
    last_seen_at: Instant;
    expires_at: Instant;
  };
  invitation: {
    tenant_id: number;
    token_hash: string;
    account_id: string;
    created_at: Instant;
    expires_at: Instant;
    used_at: OptionalInstant;
  };
  login_directory: OutsideTables['login_directory'];
  tenant: OutsideTables['tenant'];
}
