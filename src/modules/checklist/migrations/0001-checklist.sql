-- Checklists of the audit programmes. One row per version; `position` is its number, `programme_id` the programme of audit-plan.
create table checklist (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  programme_id uuid not null,
  state text not null check (state in ('draft', 'proposed', 'returned', 'agreed', 'superseded')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, programme_id, position),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index checklist_of_engagement on checklist (tenant_id, engagement_id, position);

create table checklist_item (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  checklist_id uuid not null,
  state text not null check (state in ('in-scope', 'left-out')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, checklist_id) references checklist (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index checklist_item_of_checklist on checklist_item (tenant_id, checklist_id, position);

-- Items of the year before, to compare with.
create table checklist_earlier (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  checklist_id uuid not null,
  state text not null check (state in ('recorded')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, checklist_id) references checklist (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index checklist_earlier_of_checklist on checklist_earlier (tenant_id, checklist_id, position);
