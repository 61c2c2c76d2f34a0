-- Subscriptions to a person's calendar. Only the SHA-256 of the token is kept; the address is shown once.
create table calendar_feed (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  account_id uuid not null,
  token_hash text not null,
  duties boolean not null,
  meetings boolean not null,
  milestones boolean not null,
  -- Days before an entry on which calendars remind; null for no reminder.
  alarm_days int check (alarm_days between 0 and 30),
  created_on text not null check (created_on ~ '^\d{4}-\d\d-\d\d$'),
  used_on text check (used_on ~ '^\d{4}-\d\d-\d\d$'),
  revoked_on text check (revoked_on ~ '^\d{4}-\d\d-\d\d$'),
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index calendar_feed_of_account on calendar_feed (tenant_id, engagement_id, account_id);
