-- Planning of audits. One row per record: keys, state and version as columns, what people wrote as `content`, whose shape
-- the module's schemas check on every read and write. Days inside `content` are YYYY-MM-DD text.
create table audit_plan_programme (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  state text not null check (state in ('active', 'retired')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_plan_programme_of_engagement on audit_plan_programme (tenant_id, engagement_id, position);

create table audit_plan_edition (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  programme_id uuid not null,
  state text not null check (state in ('draft', 'published', 'superseded')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, programme_id, position),
  foreign key (tenant_id, programme_id) references audit_plan_programme (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

create table audit_plan_target (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  programme_id uuid not null,
  state text not null check (state in ('proposed', 'decided', 'planned', 'noticed', 'withdrawn', 'handed-over')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, programme_id) references audit_plan_programme (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_plan_target_of_engagement on audit_plan_target (tenant_id, engagement_id, position);

-- Basic, implementation, yearly and three-year plans; one row per version of a plan, `position` is the version.
create table audit_plan_plan (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  programme_id uuid,
  target_id uuid,
  state text not null check (state in ('draft', 'submitted', 'returned', 'agreed', 'superseded')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, programme_id) references audit_plan_programme (tenant_id, id),
  foreign key (tenant_id, target_id) references audit_plan_target (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_plan_plan_of_engagement on audit_plan_plan (tenant_id, engagement_id, position);

create table audit_plan_slot (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  target_id uuid not null,
  state text not null check (state in ('proposed', 'fixed')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, target_id) references audit_plan_target (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_plan_slot_of_engagement on audit_plan_slot (tenant_id, engagement_id, position);

-- Internal auditors of the city.
create table audit_plan_auditor (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  state text not null check (state in ('active', 'left')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_plan_auditor_of_engagement on audit_plan_auditor (tenant_id, engagement_id, position);

-- Audits of earlier years, for the rotation.
create table audit_plan_history (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  state text not null check (state in ('recorded')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_plan_history_of_engagement on audit_plan_history (tenant_id, engagement_id, position);

create table audit_plan_notice (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  target_id uuid not null,
  state text not null check (state in ('draft', 'sent', 'confirmed')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, target_id) references audit_plan_target (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_plan_notice_of_engagement on audit_plan_notice (tenant_id, engagement_id, position);

create table audit_plan_document (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  target_id uuid not null,
  state text not null check (state in ('listed', 'requested', 'received', 'insufficient', 'accepted', 'withdrawn')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, target_id) references audit_plan_target (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_plan_document_of_engagement on audit_plan_document (tenant_id, engagement_id, position);

create table audit_plan_survey (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  programme_id uuid not null,
  state text not null check (state in ('draft', 'sent', 'read')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, programme_id) references audit_plan_programme (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_plan_survey_of_engagement on audit_plan_survey (tenant_id, engagement_id, position);

create table audit_plan_briefing (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  programme_id uuid not null,
  state text not null check (state in ('draft', 'prepared')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, programme_id),
  foreign key (tenant_id, programme_id) references audit_plan_programme (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
