create table meeting (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  id uuid not null,
  type text not null,
  title text not null,
  date text not null check (date ~ '^\d{4}-\d\d-\d\d$'),
  start_time text not null check (start_time ~ '^\d\d:\d\d$'),
  state text not null check (state in ('proposed', 'agreed', 'held', 'cancelled')),
  -- The side that named the date; the other one confirms it.
  proposed_by text not null check (proposed_by in ('city', 'contractor')),
  mode text not null,
  venue text,
  tool text,
  browser_capable boolean,
  tool_agreed boolean not null default false,
  department_id uuid,
  document_id uuid,
  audience text,
  cancelled_because text not null default '',
  participants jsonb not null default '[]',
  -- The contractor's working copy: {agenda, decisions, actions, minutes, report}.
  draft jsonb not null,
  -- What the city sees: the draft as last submitted with edition and instant; null before.
  submitted jsonb,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id),
  foreign key (tenant_id, department_id) references department (tenant_id, id)
);
create index meeting_of_engagement on meeting (tenant_id, engagement_id, date);

create table meeting_message (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  id uuid not null,
  thread_id uuid not null,
  channel text not null,
  direction text not null check (direction in ('to-city', 'from-city')),
  subject text not null,
  body text not null,
  counterpart text not null,
  sent_on text not null check (sent_on ~ '^\d{4}-\d\d-\d\d$'),
  files jsonb not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index meeting_message_of_engagement on meeting_message (tenant_id, engagement_id, sent_on);
