-- Requirements of two standards that correspond. The standard whose code comes first in the alphabet is the first one.
create table standard_mapping (
  tenant_id int not null references tenant (id),
  id uuid not null,
  first_code text not null,
  first_id text not null,
  second_code text not null,
  second_id text not null,
  kind text not null check (kind in ('equal', 'subset', 'superset', 'intersects', 'related')),
  rationale text not null,
  -- A new edition changed one of the two: somebody has to look again.
  review boolean not null,
  made_by uuid not null,
  made_on text not null,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, first_code, first_id, second_code, second_id),
  check (first_code < second_code)
);
create index standard_mapping_of_second on standard_mapping (tenant_id, second_code);

-- Audit items made from requirements. `key` stays over editions: checklists and findings name it.
create table standard_item (
  tenant_id int not null references tenant (id),
  id uuid not null,
  code text not null,
  key text not null,
  control_id text not null,
  position int not null,
  state text not null check (state in ('draft', 'ready', 'retired')),
  review boolean not null,
  content jsonb not null,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code, key)
);

-- The way from one edition to the next: matches, decision, and what was there before, to take it back.
create table standard_revision (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  catalogue_id uuid not null,
  from_edition uuid,
  to_edition uuid not null,
  state text not null check (state in ('proposed', 'applied', 'undone', 'discarded')),
  matches jsonb not null,
  kept jsonb,
  created_on text not null,
  applied_on text,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id),
  foreign key (tenant_id, catalogue_id) references standard_catalogue (tenant_id, id),
  foreign key (tenant_id, to_edition) references standard_edition (tenant_id, id)
);
create index standard_revision_of_catalogue on standard_revision (tenant_id, catalogue_id, state);
