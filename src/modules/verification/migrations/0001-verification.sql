-- Technical verifications inside audits; `target_id` is the target of audit-plan.
create table verification (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  target_id uuid not null,
  state text not null check (state in ('draft', 'submitted', 'returned', 'approved', 'run', 'stopped', 'cancelled')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index verification_of_engagement on verification (tenant_id, engagement_id, position);
