-- Days on which the city is closed beside weekends, holidays and New Year, as the security office keeps them.
create table closed_day_list (
  tenant_id int not null,
  engagement_id uuid not null,
  days jsonb not null,
  version int not null default 1,
  primary key (tenant_id, engagement_id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

-- What the contractor asks to be excused from, and what the city decided. Waivers themselves are facts of the journal.
create table waiver_request (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  obligation_key text not null,
  clause text not null,
  rule text not null,
  subject text,
  title text not null,
  reason text not null,
  state text not null check (state in ('requested', 'granted', 'refused')),
  requested_by uuid not null,
  requested_on text not null check (requested_on ~ '^\d{4}-\d\d-\d\d$'),
  decided_by uuid,
  decided_on text check (decided_on ~ '^\d{4}-\d\d-\d\d$'),
  decision text,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create unique index waiver_request_open on waiver_request (tenant_id, engagement_id, obligation_key)
  where state = 'requested';

-- The day on which a person last looked at the board, so that only what is new since then is announced.
create table board_look (
  tenant_id int not null,
  engagement_id uuid not null,
  account_id uuid not null,
  looked_on text not null check (looked_on ~ '^\d{4}-\d\d-\d\d$'),
  primary key (tenant_id, engagement_id, account_id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
