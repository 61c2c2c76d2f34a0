-- Audit (clause 9(1) イ to オ). One row per record: keys, state and version as columns, what people wrote as `content`,
-- whose shape the module's schemas check on every read and write. Days inside `content` are YYYY-MM-DD text.
create table audit_programme (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  state text not null default 'set',
  position int not null default 0,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, engagement_id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

create table audit (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  department_id uuid not null,
  state text not null check (state in ('preparing', 'in-progress', 'findings', 'noticed', 'explained', 'closed')),
  position int not null default 0,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  -- One audit per department and year.
  unique (tenant_id, engagement_id, department_id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id),
  foreign key (tenant_id, department_id) references department (tenant_id, id)
);

create table audit_policy (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  state text not null check (state in ('draft', 'proposed', 'agreed', 'superseded')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, engagement_id, position),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_policy_of_engagement on audit_policy (tenant_id, engagement_id, position);

create table audit_request (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  audit_id uuid not null,
  state text not null check (state in ('prepared', 'sent', 'answered', 'accepted')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, audit_id) references audit (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_request_of_audit on audit_request (tenant_id, audit_id, position);

create table audit_check (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  audit_id uuid not null,
  state text not null check (state in ('in-scope', 'left-out')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, audit_id) references audit (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_check_of_audit on audit_check (tenant_id, audit_id, position);

create table audit_evidence (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  audit_id uuid not null,
  state text not null check (state in ('held', 'handed-over')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, audit_id) references audit (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_evidence_of_audit on audit_evidence (tenant_id, audit_id, position);

create table audit_hearing (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  audit_id uuid not null,
  state text not null check (state in ('draft', 'sent', 'answered', 'planned', 'held', 'minutes-submitted', 'closed')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, audit_id) references audit (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_hearing_of_audit on audit_hearing (tenant_id, audit_id, position);

create table audit_visit (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  audit_id uuid not null,
  state text not null check (state in ('draft', 'submitted', 'confirmed', 'held', 'outline-submitted')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, audit_id) references audit (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_visit_of_audit on audit_visit (tenant_id, audit_id, position);

create table audit_contract (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  audit_id uuid not null,
  state text not null check (state in ('designated', 'completed')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, audit_id) references audit (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_contract_of_audit on audit_contract (tenant_id, audit_id, position);

create table audit_contract_item (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  audit_id uuid not null,
  parent_id uuid not null,
  state text not null check (state in ('open', 'judged')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, audit_id) references audit (tenant_id, id),
  foreign key (tenant_id, parent_id) references audit_contract (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_contract_item_of_audit on audit_contract_item (tenant_id, audit_id, position);

create table audit_item_proposal (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  audit_id uuid not null,
  parent_id uuid,
  state text not null check (state in ('proposed', 'agreed', 'declined')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, audit_id) references audit (tenant_id, id),
  foreign key (tenant_id, parent_id) references audit_contract (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_item_proposal_of_audit on audit_item_proposal (tenant_id, audit_id, position);

create table audit_finding (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  audit_id uuid not null,
  state text not null check (state in ('draft', 'reviewed', 'issued', 'confirmed', 'shown', 'agreed', 'reopened', 'withdrawn')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, audit_id) references audit (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_finding_of_audit on audit_finding (tenant_id, audit_id, position);

create table audit_result_notice (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  audit_id uuid not null,
  state text not null check (state in ('drafted', 'issued', 'sent', 'superseded')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, audit_id) references audit (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index audit_result_notice_of_audit on audit_result_notice (tenant_id, audit_id, position);
