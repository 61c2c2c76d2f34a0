-- Tenants: one row per municipality. No tenant_id: this is the list itself.
create table tenant (
  id int generated always as identity primary key,
  code text not null unique,
  name text not null,
  -- Only a demonstration municipality lives in another time. Milliseconds added to the clock.
  clock_offset bigint not null default 0,
  demonstration boolean not null default false,
  created_at timestamptz not null default now()
);

-- Small notes of the product itself, such as the first-run state.
create table server_note (name text primary key, value text not null);

-- The journal: append-only, one hash chain per tenant. `hash` covers `previous` and the canonical form of the entry.
create table journal (
  tenant_id int not null references tenant (id),
  seq bigint not null,
  at timestamptz not null,
  engagement_id uuid,
  kind text not null,
  subject text not null,
  actor jsonb not null,
  data jsonb not null,
  previous text not null,
  hash text not null,
  primary key (tenant_id, seq)
);
create index journal_of_engagement on journal (tenant_id, engagement_id, seq);

create table journal_head (
  tenant_id int primary key references tenant (id),
  -- Name of the chain; part of every hash, so that entries of one chain fit no other.
  chain text not null,
  seq bigint not null,
  hash text not null,
  at timestamptz not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the table % is append-only', tg_table_name using errcode = '42501';
end $$;
create trigger journal_is_append_only before update or delete on journal for each row execute function refuse_change();
create trigger journal_is_not_emptied before truncate on journal for each statement execute function refuse_change();

-- Files: what was uploaded or produced; the bytes are in the blob store under their SHA-256.
create table file (
  tenant_id int not null references tenant (id),
  id uuid not null,
  sha256 text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  -- Set when a record takes the file in use; an unattached upload is swept after a day.
  attached_to text,
  primary key (tenant_id, id)
);
create index file_by_hash on file (tenant_id, sha256);

-- A command sent twice is carried out once.
create table idempotency (
  tenant_id int not null references tenant (id),
  account_id uuid not null,
  key text not null,
  operation text not null,
  request_hash text not null,
  reply jsonb not null,
  at timestamptz not null,
  primary key (tenant_id, account_id, key)
);

-- Background work, written in the transaction of its cause.
create table job (
  tenant_id int not null references tenant (id),
  id uuid not null,
  kind text not null,
  payload jsonb not null,
  run_at timestamptz not null,
  attempts int not null default 0,
  leased_until timestamptz,
  done_at timestamptz,
  failure text,
  -- Two jobs with the same key are one.
  dedupe_key text,
  primary key (tenant_id, id)
);
create unique index job_dedupe on job (tenant_id, kind, dedupe_key) where done_at is null and dedupe_key is not null;
create index job_due on job (tenant_id, run_at) where done_at is null;
