-- The staff list of a campaign: as little as is needed to reach somebody, and removed when the campaign is over.
create table respondent_person (
  tenant_id int not null,
  campaign_id uuid not null,
  respondent_id uuid not null,
  -- Absent for people of the directory.
  staff_number text,
  name text not null,
  -- One of the segments of the form, or empty.
  segment text not null default '',
  version int not null default 1,
  primary key (tenant_id, campaign_id, respondent_id),
  unique (tenant_id, campaign_id, staff_number),
  foreign key (tenant_id, campaign_id, respondent_id) references respondent (tenant_id, campaign_id, respondent_id)
);
