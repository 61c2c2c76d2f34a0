-- One row per engagement: the last number given, and the lock under which the cap is looked at.
create table consultation_counter (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  last_number int not null,
  primary key (tenant_id, engagement_id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

create table consultation (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  id uuid not null,
  number int not null,
  title text not null,
  category text not null,
  channel text not null,
  origin text not null check (origin in ('department', 'office')),
  department_id uuid,
  -- Who asked: an account, or a name where somebody called or wrote.
  asker_id uuid,
  asker_name text not null default '',
  recorded_by text not null check (recorded_by in ('city', 'contractor')),
  urgent boolean not null,
  received_on text not null check (received_on ~ '^\d{4}-\d\d-\d\d$'),
  questions int not null check (questions between 1 and 1000),
  state text not null check (state in ('received', 'office', 'contractor', 'answered', 'closed')),
  -- Who answers; null until the office has decided.
  handler text check (handler in ('office', 'contractor')),
  member_id uuid,
  due text check (due ~ '^\d{4}-\d\d-\d\d$'),
  -- What the contractor took on, the first time and with every further question: [{on, questions}]; `on` is a day of the
  -- period of the cap for which it was taken on. What it uses up follows from the reading of the day.
  taken jsonb not null default '[]',
  -- Why the office let it go beyond the cap of that period; empty when it did not have to.
  exceeded_because text not null default '',
  answered_on text check (answered_on ~ '^\d{4}-\d\d-\d\d$'),
  -- The working copy of the answer; belongs to the side that answers.
  draft jsonb,
  duplicate_of uuid,
  closed_because text check (closed_because in ('resolved', 'withdrawn', 'duplicate')),
  score int check (score between 1 and 5),
  score_comment text not null default '',
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, engagement_id, number),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id),
  foreign key (tenant_id, department_id) references department (tenant_id, id),
  foreign key (tenant_id, duplicate_of) references consultation (tenant_id, id)
);
create index consultation_of_engagement on consultation (tenant_id, engagement_id, received_on);

-- The thread: questions, answers, notes and visits in the order in which they were put down.
create table consultation_entry (
  tenant_id int not null references tenant (id),
  consultation_id uuid not null,
  id uuid not null,
  position int not null,
  kind text not null check (kind in ('question', 'answer', 'note', 'visit', 'reopening')),
  -- all: also the department that asked. parties: the office and the contractor. contractor: the contractor alone.
  audience text not null check (audience in ('all', 'parties', 'contractor')),
  author_id uuid not null,
  author_party text not null check (author_party in ('city', 'contractor')),
  written_at timestamptz not null,
  occurred_on text not null check (occurred_on ~ '^\d{4}-\d\d-\d\d$'),
  channel text,
  body text not null,
  files jsonb not null default '[]',
  -- Of an answer: {plain, citations, considerations, basis, questions}. Of a visit: {place, cityPeople, members}.
  particulars jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, consultation_id, position),
  foreign key (tenant_id, consultation_id) references consultation (tenant_id, id)
);

-- Summaries that were issued, with the figures of that day.
create table consultation_summary (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  id uuid not null,
  period text not null check (period in ('month', 'fiscal-year')),
  from_day text not null check (from_day ~ '^\d{4}-\d\d-\d\d$'),
  to_day text not null check (to_day ~ '^\d{4}-\d\d-\d\d$'),
  content jsonb not null,
  issued_on text not null check (issued_on ~ '^\d{4}-\d\d-\d\d$'),
  issued_by uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
