-- The city's own forms: versions of a form per engagement, kind of document and format. One of them is in use.
create table form_template (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  -- Kind of the document that it is a form of: minutes, work-plan, …
  kind text not null,
  format text not null check (format in ('docx', 'xlsx', 'pptx')),
  version int not null,
  state text not null check (state in ('registered', 'active', 'retired')),
  name text not null,
  file_id uuid not null,
  sha256 text not null,
  size int not null,
  comment text not null,
  -- What the check found: [{kind, place, message}]. Only a form without problems is put in use.
  problems jsonb not null,
  registered_at timestamptz not null,
  activated_at timestamptz,
  retired_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, engagement_id, kind, format, version),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create unique index form_template_in_use on form_template (tenant_id, engagement_id, kind, format) where state = 'active';
