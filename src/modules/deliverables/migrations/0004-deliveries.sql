-- A version that the contractor hands in as the final one, besides its own date.
alter table deliverable_version
  add column finalised_on text check (finalised_on ~ '^\d{4}-\d\d-\d\d$');

-- What was handed over: a package on discs, bound or as files. A wrong record is corrected by another one.
create table delivery (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  package_id uuid not null,
  form text not null check (form in ('electronic', 'disc', 'bound')),
  -- [{name, count}]
  copies jsonb not null,
  -- Whose form the delivery note has; null where none went along.
  note_form text check (note_form in ('city', 'contractor')),
  delivered_on text not null check (delivered_on ~ '^\d{4}-\d\d-\d\d$'),
  corrects uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id),
  foreign key (tenant_id, package_id) references delivery_package (tenant_id, id),
  foreign key (tenant_id, corrects) references delivery (tenant_id, id)
);
create index delivery_of_engagement on delivery (tenant_id, engagement_id, recorded_at);

-- Other material that the work has brought about: handed over, or not and why.
create table rest_material (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  position int not null,
  name text not null,
  delivered boolean not null,
  reason text not null,
  primary key (tenant_id, engagement_id, position),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
