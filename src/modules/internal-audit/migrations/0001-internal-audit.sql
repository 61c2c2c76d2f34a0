-- Reports of internal auditors. One row per version; `position` is the version. The target is one of the planning of audits.
create table internal_audit_report (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  target_id uuid not null,
  state text not null check (state in ('draft', 'submitted', 'returned', 'settled', 'superseded')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, target_id, position),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index internal_audit_report_of_engagement on internal_audit_report (tenant_id, engagement_id, position);

create table internal_audit_review (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  report_id uuid not null,
  state text not null check (state in ('draft', 'issued')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, report_id),
  foreign key (tenant_id, report_id) references internal_audit_report (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
