-- A record of work is corrected by a new one that names it; the old one stays.
alter table work_record
  add column corrects uuid,
  add column reason text not null default '',
  add foreign key (tenant_id, corrects) references work_record (tenant_id, id);
create unique index work_record_corrected on work_record (tenant_id, corrects) where corrects is not null;

-- A request to be excused can be taken back by whoever made it.
alter table waiver_request drop constraint waiver_request_state_check;
alter table waiver_request
  add constraint waiver_request_state_check check (state in ('requested', 'granted', 'refused', 'withdrawn'));
