-- A specification in the making: what a file proposed and what people made of it.
create table specification_draft (
  tenant_id int not null references tenant (id),
  id uuid not null,
  name text not null,
  file_id uuid,
  format text not null check (format in ('docx', 'pdf', 'text', 'yaml')),
  pages int,
  content jsonb not null,
  -- The lines of the source, to show what a clause was read from.
  source jsonb not null,
  published_as text,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

-- A published specification. Engagements are bound to it, so it never changes: a correction is the next revision.
create table specification_revision (
  tenant_id int not null references tenant (id),
  id text not null,
  base text not null,
  revision int not null,
  draft_id uuid not null,
  title text not null,
  authority text not null,
  -- Null where the specification leaves them to the contract.
  fiscal_year int,
  period_to text check (period_to ~ '^\d{4}-\d{2}-\d{2}$'),
  clauses int not null,
  body text not null,
  sha256 text not null,
  published_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, base, revision),
  foreign key (tenant_id, draft_id) references specification_draft (tenant_id, id)
);
