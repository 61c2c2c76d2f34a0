-- Who answers a survey: a department, a person or an affair. Before, that was always a department; a department keeps its own
-- id as respondent, so that answers, drafts, files and notices stay where they are.
select set_config('app.tenants', coalesce((select string_agg(id::text, ',') from tenant), ''), true);

alter table campaign
  add column unit text not null default 'department' check (unit in ('department', 'person', 'affair')),
  -- Answers are kept apart from those who gave them.
  add column anonymous boolean not null default false check (not anonymous or (unit = 'person' and not requires_approval)),
  -- Minutes after the end of the last day in which a submission still counts as in time, by the clock of the server.
  add column grace_minutes int not null default 5 check (grace_minutes between 0 and 60),
  -- Results of groups with fewer answers are not shown.
  add column smallest_group int not null default 5 check (smallest_group between 5 and 100),
  -- What the survey is about where its type asks for that: the course that it prepares.
  add column about text not null default '';
alter table campaign drop constraint campaign_state_check,
  add constraint campaign_state_check check (state in ('preparing', 'open', 'closed'));
-- Which types there are, and what each means, stands in one table of the product (core/content-schema/survey-type).
alter table campaign drop constraint campaign_type_check;

create table respondent (
  tenant_id int not null,
  campaign_id uuid not null,
  respondent_id uuid not null,
  kind text not null check (kind in ('department', 'person', 'affair')),
  -- The department itself, or the one that the person or the affair belongs to.
  department_id uuid not null,
  -- Names on the day of opening.
  department_name text not null default '',
  bureau_id uuid,
  bureau_name text not null default '',
  -- Name of an affair. Names of persons stand in a table of their own, which is emptied.
  affair_name text not null default '',
  -- The account of a person, where there is one.
  account_id uuid,
  -- Whom the sheet was passed to; null: nobody but those whose it is.
  delegate_id uuid,
  -- The campaign's last day, or a later one after reopening.
  due text not null default '9999-12-31' check (due ~ '^\d{4}-\d\d-\d\d$'),
  closed boolean not null default false,
  state text not null default 'waiting'
    check (state in ('waiting', 'awaiting-approval', 'returned', 'reopened', 'submitted')),
  -- Count of submissions; 0 before the first, and always in an anonymous campaign.
  revision int not null default 0,
  answers_hash text,
  points double precision,
  submitted_at timestamptz,
  submitted_by uuid,
  -- Handed in by the security office for the respondent.
  proxy boolean not null default false,
  channel text not null default 'web' check (channel in ('web', 'html', 'excel', 'paper')),
  approved_at timestamptz,
  approved_by uuid,
  primary key (tenant_id, campaign_id, respondent_id),
  check (kind <> 'department' or respondent_id = department_id),
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id),
  foreign key (tenant_id, department_id) references department (tenant_id, id)
);
create index respondent_of_department on respondent (tenant_id, department_id);
create index respondent_of_account on respondent (tenant_id, account_id) where account_id is not null;
create index respondent_of_delegate on respondent (tenant_id, delegate_id) where delegate_id is not null;

insert into respondent (tenant_id, campaign_id, respondent_id, kind, department_id, department_name, bureau_id,
  bureau_name, due, closed, state, revision, answers_hash, points, submitted_at, submitted_by, proxy, channel,
  approved_at, approved_by)
select tenant_id, campaign_id, department_id, 'department', department_id, department_name, bureau_id,
  bureau_name, due, closed, state, revision, answers_hash, points, submitted_at, submitted_by, proxy, channel,
  approved_at, approved_by
from campaign_department;

alter table response rename column department_id to respondent_id;
alter table response drop constraint response_tenant_id_campaign_id_department_id_fkey,
  add foreign key (tenant_id, campaign_id, respondent_id) references respondent (tenant_id, campaign_id, respondent_id);
alter table response_draft rename column department_id to respondent_id;
alter table response_draft drop constraint response_draft_tenant_id_campaign_id_department_id_fkey,
  add foreign key (tenant_id, campaign_id, respondent_id) references respondent (tenant_id, campaign_id, respondent_id);
alter table answer_file rename column department_id to respondent_id;
alter table answer_file drop constraint answer_file_tenant_id_campaign_id_department_id_fkey,
  add foreign key (tenant_id, campaign_id, respondent_id) references respondent (tenant_id, campaign_id, respondent_id);
alter table campaign_notice rename column department_id to respondent_id;
alter table campaign_notice drop constraint campaign_notice_tenant_id_campaign_id_department_id_fkey,
  add foreign key (tenant_id, campaign_id, respondent_id) references respondent (tenant_id, campaign_id, respondent_id);
drop table campaign_department;
select set_config('app.tenants', '', true);
