-- What the sheets of a campaign are sealed with, so that nobody else makes one.
create table answer_seal (
  tenant_id int not null references tenant (id),
  campaign_id uuid not null,
  secret text not null,
  primary key (tenant_id, campaign_id)
);

-- Files that came in together.
create table intake (
  tenant_id int not null references tenant (id),
  id uuid not null,
  campaign_id uuid not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index intake_of_campaign on intake (tenant_id, campaign_id);

-- One file of an intake as it was read. What became of it is written once.
create table intake_file (
  tenant_id int not null,
  intake_id uuid not null,
  number int not null check (number > 0),
  name text not null,
  sha256 text not null,
  channel text check (channel in ('html', 'excel')),
  department_id uuid,
  -- Submissions of the department when the sheet was given out.
  base_revision int,
  -- By the clock of the respondent's computer; Excel sheets know none.
  saved_at timestamptz,
  serial int,
  -- Absent when the file could not be read that far.
  answers jsonb,
  answers_hash text,
  -- Item, place and reason of everything that is wrong; empty when the file may be taken in.
  problems jsonb not null,
  notices jsonb not null,
  accepted_revision int,
  accepted_at timestamptz,
  primary key (tenant_id, intake_id, number),
  foreign key (tenant_id, intake_id) references intake (tenant_id, id),
  foreign key (tenant_id, department_id) references department (tenant_id, id)
);
