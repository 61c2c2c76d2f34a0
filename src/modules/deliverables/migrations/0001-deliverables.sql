-- Versions of what is delivered. What is owed comes from the specification; a row is one version of one deliverable.
create table deliverable_version (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  -- Stable identity of the deliverable itself over its versions.
  deliverable_id uuid not null,
  type text not null,
  subject text,
  title text not null,
  version int not null,
  state text not null check (state in ('draft', 'reviewed', 'submitted', 'accepted', 'rejected')),
  files jsonb not null,
  chapters int,
  form text,
  paper text,
  copies int,
  comment text not null,
  review jsonb,
  drafted_at timestamptz not null,
  submitted_at timestamptz,
  decided_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, deliverable_id, version),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index deliverable_version_of_engagement on deliverable_version (tenant_id, engagement_id, type);

create table delivery_package (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  file_id uuid not null,
  sha256 text not null,
  entries int not null,
  made_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

-- Defects and enquiries live on after the contract (11-p3, 11-p4).
create table after_care (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  kind text not null check (kind in ('defect', 'enquiry')),
  deliverable_id uuid,
  content text not null,
  answer text,
  opened_on text not null,
  closed_on text,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

-- Works that the contractor owned before (11(2)-p2).
create table preexisting_work (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  name text not null,
  owner text not null,
  used_in text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
