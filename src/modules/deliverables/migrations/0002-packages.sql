-- A package is made in the background from a plan; its row tells how far it is and what came of it.
alter table delivery_package
  alter column file_id drop not null,
  alter column sha256 drop not null,
  alter column made_at drop not null,
  add column state text not null default 'ready' check (state in ('waiting', 'making', 'ready', 'failed')),
  -- What it is made of, complete: the same plan gives the same bytes. Null in packages made before plans were kept.
  add column plan jsonb,
  add column plan_hash text,
  add column task text,
  add column progress jsonb,
  add column failure text,
  -- PDF files that cannot be bound: [{fileId, title, name, fault}].
  add column unreadable jsonb not null default '[]',
  -- [{kind, fileId, name, size, sha256}]
  add column parts jsonb not null default '[]',
  add column notices jsonb not null default '[]',
  add column virus jsonb,
  add column requested_at timestamptz;
update delivery_package set requested_at = made_at;
alter table delivery_package alter column requested_at set not null;
-- What two people ask for at the same time is made once.
create unique index delivery_package_under_way on delivery_package (tenant_id, engagement_id, plan_hash)
  where state in ('waiting', 'making');

-- Checks for viruses that a person entered. `contents` is the hash over the files that were checked.
create table virus_check (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  contents text not null,
  software text not null,
  signatures text not null,
  checked_on text not null check (checked_on ~ '^\d{4}-\d\d-\d\d$'),
  clean boolean not null,
  comment text not null,
  checked_by uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index virus_check_of_contents on virus_check (tenant_id, engagement_id, contents, recorded_at);
