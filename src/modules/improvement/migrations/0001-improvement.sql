-- Improvement after audits. One row per record: keys, state and version as columns, what people wrote as `content`, whose
-- shape the module's schemas check on every read and write. Days inside `content` are YYYY-MM-DD text.
create table improvement_plan (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  department_id uuid not null,
  finding_id uuid not null,
  state text not null check (state in (
    'issued', 'submitted', 'returned', 'approved', 'reported', 'confirmed', 'closed', 'cancelled', 'carried-over'
  )),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id),
  foreign key (tenant_id, department_id) references department (tenant_id, id)
);
create index improvement_plan_of_engagement on improvement_plan (tenant_id, engagement_id, position);
-- One sheet per finding; a cancelled one may be made anew.
create unique index improvement_plan_of_finding on improvement_plan (tenant_id, engagement_id, finding_id)
  where state <> 'cancelled';

create table improvement_support (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  department_id uuid not null,
  state text not null check (state in ('noted', 'submitted')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id),
  foreign key (tenant_id, department_id) references department (tenant_id, id)
);
create index improvement_support_of_engagement on improvement_support (tenant_id, engagement_id, position);

-- The end of the follow-up of one kind of audits; one for each kind.
create table improvement_closing (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  type text not null,
  state text not null check (state in ('closed')),
  content jsonb not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, engagement_id, type),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
