-- One contract year of the municipality.
create table engagement (
  tenant_id int not null references tenant (id),
  id uuid not null,
  specification text not null,
  title text not null,
  fiscal_year int not null,
  contract_date text not null check (contract_date ~ '^\d{4}-\d\d-\d\d$'),
  period_from text not null check (period_from ~ '^\d{4}-\d\d-\d\d$'),
  period_to text not null check (period_to ~ '^\d{4}-\d\d-\d\d$'),
  contractor text not null,
  client jsonb not null,
  places jsonb not null,
  marking text,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

-- A reading chosen for an open point of the specification, where it differs from the default.
create table reading (
  tenant_id int not null,
  engagement_id uuid not null,
  point text not null,
  option text not null,
  primary key (tenant_id, engagement_id, point),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

-- What the parties settled by talking (clause 12 and the like).
create table agreed_point (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  clause text not null,
  topic text not null,
  decision text not null,
  occurred_on text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

-- The work breakdown: one row per work item of the specification, plus the parties' own.
create table task (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  clause text not null,
  position int not null,
  name text not null,
  content text not null,
  owner text not null,
  members jsonb not null,
  predecessors jsonb not null,
  planned_start text not null,
  planned_end text not null,
  percent int not null default 0 check (percent between 0 and 100),
  actual_start text,
  actual_end text,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index task_of_engagement on task (tenant_id, engagement_id, position);

-- Versions of the work plan. A version holds the plan as it was, whatever happens to the tasks afterwards.
create table work_plan (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  version int not null,
  state text not null check (state in ('draft', 'submitted', 'approved', 'returned')),
  reason text not null,
  organisation text not null,
  environment text not null,
  snapshot jsonb not null,
  returned_reason text,
  drafted_at timestamptz not null,
  submitted_at timestamptz,
  decided_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, engagement_id, version),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
