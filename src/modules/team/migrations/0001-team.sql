-- People of the contractor in one engagement. Names stay here and never enter the journal.
create table team_member (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  id uuid not null,
  account_id uuid,
  name text not null,
  firm text not null,
  department text not null,
  roles jsonb not null,
  handles_my_number boolean not null,
  state text not null check (state in ('proposed', 'active', 'left', 'declined')),
  is_lead boolean not null default false,
  from_day text not null check (from_day ~ '^\d{4}-\d\d-\d\d$'),
  to_day text check (to_day ~ '^\d{4}-\d\d-\d\d$'),
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index team_member_of_engagement on team_member (tenant_id, engagement_id);
-- Exactly one lead at a time.
create unique index team_one_lead on team_member (tenant_id, engagement_id) where is_lead and state = 'active';
create unique index team_one_member_per_account on team_member (tenant_id, engagement_id, account_id)
  where account_id is not null and state in ('proposed', 'active');

create table team_qualification (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  code text not null,
  name text not null,
  number text not null,
  valid_from text not null check (valid_from ~ '^\d{4}-\d\d-\d\d$'),
  valid_to text check (valid_to ~ '^\d{4}-\d\d-\d\d$'),
  file_id uuid,
  primary key (tenant_id, id),
  unique (tenant_id, member_id, code, number, valid_from),
  foreign key (tenant_id, member_id) references team_member (tenant_id, id)
);

create table team_experience (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  client text not null,
  category text not null,
  population int,
  subject text not null,
  from_day text not null check (from_day ~ '^\d{4}-\d\d-\d\d$'),
  to_day text not null check (to_day ~ '^\d{4}-\d\d-\d\d$'),
  completed boolean not null,
  activities jsonb not null,
  evidence text not null,
  counted boolean not null,
  reason text not null,
  clause text not null,
  file_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references team_member (tenant_id, id)
);

create table team_credential (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  id uuid not null,
  type text not null,
  number text not null,
  field text,
  scope text not null,
  valid_from text not null check (valid_from ~ '^\d{4}-\d\d-\d\d$'),
  valid_to text check (valid_to ~ '^\d{4}-\d\d-\d\d$'),
  file_id uuid,
  -- Look-ups of the published list: [{day, result}], oldest first.
  checks jsonb not null default '[]',
  primary key (tenant_id, id),
  unique (tenant_id, engagement_id, type, number, valid_from),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

-- The latest declaration of a member for a department; earlier ones are in the journal.
create table team_independence (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  member_id uuid not null,
  department_id uuid not null,
  involved boolean not null,
  note text not null,
  declared_on text not null check (declared_on ~ '^\d{4}-\d\d-\d\d$'),
  primary key (tenant_id, member_id, department_id),
  foreign key (tenant_id, member_id) references team_member (tenant_id, id),
  foreign key (tenant_id, department_id) references department (tenant_id, id)
);

create table team_instruction (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  id uuid not null,
  title text not null,
  body text not null,
  channel text not null,
  issued_on text not null check (issued_on ~ '^\d{4}-\d\d-\d\d$'),
  members jsonb not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

create table team_instruction_read (
  tenant_id int not null references tenant (id),
  instruction_id uuid not null,
  member_id uuid not null,
  read_at timestamptz not null,
  primary key (tenant_id, instruction_id, member_id),
  foreign key (tenant_id, instruction_id) references team_instruction (tenant_id, id),
  foreign key (tenant_id, member_id) references team_member (tenant_id, id)
);

create table team_change (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  id uuid not null,
  outgoing_id uuid not null,
  incoming_id uuid not null,
  becomes_lead boolean not null,
  reason text not null,
  qualification text not null,
  career text not null,
  requested_on text not null check (requested_on ~ '^\d{4}-\d\d-\d\d$'),
  state text not null check (state in ('requested', 'approved', 'refused')),
  comment text not null default '',
  interviewed_on text check (interviewed_on ~ '^\d{4}-\d\d-\d\d$'),
  interview_note text not null default '',
  decided_on text check (decided_on ~ '^\d{4}-\d\d-\d\d$'),
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, outgoing_id) references team_member (tenant_id, id),
  foreign key (tenant_id, incoming_id) references team_member (tenant_id, id)
);
-- One open request per member.
create unique index team_one_open_change on team_change (tenant_id, outgoing_id) where state = 'requested';
