-- A file on its way to a draft: read in the background. A draft has the id of the import that it comes from.
create table specification_import (
  tenant_id int not null references tenant (id),
  id uuid not null,
  name text not null,
  file_id uuid not null,
  state text not null check (state in ('waiting', 'reading', 'done', 'refused')),
  pages_read int,
  pages int,
  clauses int,
  -- Sentences for the person who sent the file, when it cannot be read.
  problems jsonb not null default '[]',
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
