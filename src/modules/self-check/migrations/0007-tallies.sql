-- How often each answer was given, moved along with every submission, so that a result page reads no sheets.
create table campaign_tally (
  tenant_id int not null,
  campaign_id uuid not null,
  -- SHA-256 of what is counted, in order: lists of the same layout may be added up, also of several municipalities.
  layout text not null,
  -- Sheets that count.
  sheets int not null,
  counts int[] not null,
  primary key (tenant_id, campaign_id),
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id)
);
-- Places in the list to which the counted sheet of the respondent added, in writing; null while none counts.
alter table respondent add column counted text;
