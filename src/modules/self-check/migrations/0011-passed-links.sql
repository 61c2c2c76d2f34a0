-- A person without an account passes the sheet to a colleague: a second link, until it is taken back or the person is forgotten.
create table passed_link (
  tenant_id int not null,
  campaign_id uuid not null,
  respondent_id uuid not null,
  -- Who answers by it, as far as submissions tell.
  id uuid not null,
  token_hash text not null,
  name text not null,
  reason text not null,
  passed_at timestamptz not null,
  primary key (tenant_id, campaign_id, respondent_id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, campaign_id, respondent_id) references respondent (tenant_id, campaign_id, respondent_id)
);
