-- Catalogues that a municipality brings along. A row of standard_catalogue is a standard whose requirements are kept here, also
-- one that comes with the product and of which a newer edition was loaded; which edition counts is said by current_edition
-- (null: the one that comes with the product).
create table standard_catalogue (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  code text not null,
  name text not null,
  issuer text not null,
  public boolean not null,
  current_edition uuid,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

-- One edition: what was read from the file, and where it came from. It never changes.
create table standard_edition (
  tenant_id int not null references tenant (id),
  id uuid not null,
  catalogue_id uuid not null,
  position int not null,
  label text not null,
  published_on text check (published_on ~ '^\d{4}-\d{2}-\d{2}$'),
  licence text not null,
  source text not null,
  format text not null,
  file_id uuid not null,
  groups jsonb not null,
  controls int not null,
  imported_by uuid not null,
  imported_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, catalogue_id, label),
  unique (tenant_id, catalogue_id, position),
  foreign key (tenant_id, catalogue_id) references standard_catalogue (tenant_id, id)
);
create function refuse_edition_change() returns trigger language plpgsql as $$
begin
  raise exception 'an edition of a standard does not change' using errcode = '42501';
end $$;
create trigger standard_edition_stays before update or delete on standard_edition
  for each row execute function refuse_edition_change();

-- A file that was read and waits for a person: what was taken, what was refused and why, how its columns are understood.
create table standard_import (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  file_id uuid not null,
  file_name text not null,
  state text not null check (state in ('read', 'saved', 'discarded')),
  content jsonb not null,
  imported_by uuid not null,
  imported_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index standard_import_of_engagement on standard_import (tenant_id, engagement_id, state);

-- How the columns of a spreadsheet were understood, to be proposed when a file with the same headings comes.
create table standard_column_mapping (
  tenant_id int not null references tenant (id),
  headings text not null,
  mapping jsonb not null,
  saved_at timestamptz not null,
  primary key (tenant_id, headings)
);
