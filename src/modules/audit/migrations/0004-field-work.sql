-- Field work of any programme: records at the target, samples, sessions, working papers, city-wide issues.
create table audit_field_record (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  audit_id uuid not null,
  -- The check item; null for what concerns the whole target.
  parent_id uuid,
  state text not null check (state in ('kept', 'withdrawn')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, audit_id) references audit (tenant_id, id),
  foreign key (tenant_id, parent_id) references audit_check (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_field_record_of_audit on audit_field_record (tenant_id, audit_id, position);
create index audit_field_record_of_check on audit_field_record (tenant_id, parent_id);

create table audit_sample (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  audit_id uuid not null,
  parent_id uuid not null,
  state text not null check (state in ('drawn', 'examined')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, audit_id) references audit (tenant_id, id),
  foreign key (tenant_id, parent_id) references audit_check (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_sample_of_audit on audit_sample (tenant_id, audit_id, position);
create index audit_sample_of_check on audit_sample (tenant_id, parent_id);

create table audit_session (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  audit_id uuid not null,
  state text not null check (state in ('recorded')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, audit_id) references audit (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_session_of_audit on audit_session (tenant_id, audit_id, position);

create table audit_paper (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  audit_id uuid not null,
  parent_id uuid not null,
  state text not null check (state in ('draft', 'submitted', 'reviewed')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  -- One paper per item: two auditors who begin it at once meet here.
  unique (tenant_id, parent_id),
  foreign key (tenant_id, audit_id) references audit (tenant_id, id),
  foreign key (tenant_id, parent_id) references audit_check (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_paper_of_audit on audit_paper (tenant_id, audit_id, position);

create table audit_common_issue (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  state text not null check (state in ('raised', 'supported')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_common_issue_of_engagement on audit_common_issue (tenant_id, engagement_id, position);
