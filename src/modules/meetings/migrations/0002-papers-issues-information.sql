alter table meeting
  -- Planned length in minutes.
  add column length int check (length between 5 and 600),
  -- What is planned to be spoken about: [{title, presenter, minutes}].
  add column agenda jsonb not null default '[]',
  -- True once both sides agreed to hold it online.
  add column online_agreed boolean not null default false,
  add column papers_sent_on text check (papers_sent_on ~ '^\d{4}-\d\d-\d\d$'),
  -- The city's latest answer to the minutes: {edition, approved, reason, on}.
  add column decision jsonb;

-- Every edition of minutes as it was handed in.
create table meeting_edition (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  meeting_id uuid not null,
  edition int not null check (edition > 0),
  content jsonb not null,
  submitted_at timestamptz not null,
  -- Null while the city has not answered.
  approved boolean,
  reason text not null default '',
  decided_on text check (decided_on ~ '^\d{4}-\d\d-\d\d$'),
  primary key (tenant_id, meeting_id, edition),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id),
  foreign key (tenant_id, meeting_id) references meeting (tenant_id, id)
);

create table meeting_paper (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  position int not null,
  -- The side that brings it; the other one sees what was sent.
  side text not null check (side in ('city', 'contractor')),
  kind text not null check (kind in ('file', 'progress', 'issues', 'schedule', 'information')),
  name text not null,
  file_id uuid,
  -- Of a prepared paper: as it is being written, and as it was last sent.
  content jsonb,
  sent_content jsonb,
  sent_on text check (sent_on ~ '^\d{4}-\d\d-\d\d$'),
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id),
  foreign key (tenant_id, meeting_id) references meeting (tenant_id, id),
  check ((kind = 'file') = (file_id is not null)),
  check ((kind = 'file') = (content is null))
);
create index meeting_paper_of_meeting on meeting_paper (tenant_id, meeting_id, position);

create table meeting_issue (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  id uuid not null,
  number int not null check (number > 0),
  -- The meeting at which it came up; null for one that came up elsewhere.
  meeting_id uuid,
  raised_on text not null check (raised_on ~ '^\d{4}-\d\d-\d\d$'),
  content text not null,
  owner text not null check (owner in ('city', 'contractor')),
  due text check (due ~ '^\d{4}-\d\d-\d\d$'),
  response text not null default '',
  closed_on text check (closed_on ~ '^\d{4}-\d\d-\d\d$'),
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, engagement_id, number),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id),
  foreign key (tenant_id, meeting_id) references meeting (tenant_id, id)
);

create table meeting_information (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('notice', 'case', 'vulnerability')),
  title text not null,
  summary text not null,
  source text not null,
  published_on text not null check (published_on ~ '^\d{4}-\d\d-\d\d$'),
  -- The day on which it was put into the corner: meetings draw in what came since the last one.
  added_on text not null check (added_on ~ '^\d{4}-\d\d-\d\d$'),
  withdrawn boolean not null default false,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index meeting_information_of_engagement on meeting_information (tenant_id, engagement_id, added_on);
