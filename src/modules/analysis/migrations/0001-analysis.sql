-- Criteria of the analysis; a change is a new version.
create table analysis_criteria (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  number int not null check (number > 0),
  criteria jsonb not null,
  reason text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (tenant_id, engagement_id, number),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

-- What people concluded from the figures; it stands in the report.
create table analysis_record (
  tenant_id int not null references tenant (id),
  campaign_id uuid not null,
  number int not null check (number > 0),
  engagement_id uuid not null,
  summary text not null,
  advice jsonb not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, campaign_id, number),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

-- Proposals for the items of a coming year, shown to the city at one moment, with its decisions.
create table item_proposal_round (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  number int not null check (number > 0),
  campaign_id uuid,
  questionnaire_id uuid not null,
  for_fiscal_year int not null,
  proposals jsonb not null,
  decisions jsonb not null default '{}',
  draft_id uuid,
  version int not null default 1,
  issued_by uuid not null,
  issued_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, engagement_id, number),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

-- The sheets of results for all departments, made in the background from a plan that is complete in itself.
create table feedback_run (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  campaign_id uuid not null,
  number int not null check (number > 0),
  plan jsonb not null,
  state text not null check (state in ('making', 'made', 'failed')),
  done int not null default 0,
  overflow jsonb not null default '[]',
  failure text,
  file_id uuid,
  asked_by uuid not null,
  asked_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, campaign_id, number),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
