-- Reports of audits, one per target or on a whole programme; `number` is the version that is written or was finished last.
create table audit_report (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  programme_id uuid not null,
  target_id uuid,
  state text not null check (state in ('draft', 'finished', 'returned', 'settled')),
  number int not null check (number > 0),
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, programme_id, target_id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_report_of_engagement on audit_report (tenant_id, engagement_id, created_at);

-- Every finished version with the records that it was made from: it can be set again as it was.
create table audit_report_version (
  tenant_id int not null references tenant (id),
  report_id uuid not null,
  number int not null check (number > 0),
  engagement_id uuid not null,
  content jsonb not null,
  finished_on text not null check (finished_on ~ '^\d{4}-\d{2}-\d{2}$'),
  primary key (tenant_id, report_id, number),
  foreign key (tenant_id, report_id) references audit_report (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

create table audit_report_findings_list (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  programme_id uuid not null,
  target_id uuid,
  state text not null check (state in ('made')),
  number int not null check (number > 0),
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, programme_id, number),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

create table audit_report_debriefing (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  programme_id uuid not null,
  target_id uuid,
  state text not null check (state in ('draft', 'prepared')),
  number int not null check (number > 0),
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, programme_id, target_id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

create table audit_report_urgent (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  audit_id uuid not null,
  state text not null check (state in ('raised', 'reported', 'acknowledged')),
  number int not null check (number > 0),
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, engagement_id, number),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
