-- What further specifications ask of members: kind of earlier work, years of practice, expertise, ties to vendors.
alter table team_experience add column kind text not null default '監査';
alter table team_experience alter column kind drop default;
-- Ids of the experience conditions that the work served when it was registered.
alter table team_experience add column counts jsonb not null default '[]';

-- Years of practice in a field as the member states them; every statement is kept, the latest counts.
create table team_career (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  field text not null,
  years numeric(4, 1) not null check (years >= 0),
  as_of text not null check (as_of ~ '^\d{4}-\d\d-\d\d$'),
  evidence text not null,
  file_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references team_member (tenant_id, id)
);
create index team_career_of_engagement on team_career (tenant_id, engagement_id, as_of);

create table team_expertise (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  fields jsonb not null,
  proof text not null,
  evidence text not null,
  declared_on text not null check (declared_on ~ '^\d{4}-\d\d-\d\d$'),
  file_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references team_member (tenant_id, id)
);
create index team_expertise_of_engagement on team_expertise (tenant_id, engagement_id, declared_on);

-- The latest statement of a member about ties to vendors; earlier ones are in the journal.
create table team_vendor_tie (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  member_id uuid not null,
  tied boolean not null,
  vendors text not null,
  declared_on text not null check (declared_on ~ '^\d{4}-\d\d-\d\d$'),
  primary key (tenant_id, member_id),
  foreign key (tenant_id, member_id) references team_member (tenant_id, id)
);

-- What a change request shows beside reason, qualification and career: [{name, text}].
alter table team_change add column particulars jsonb not null default '[]';

-- Set when the personal data of a member were erased at the end of the contract.
alter table team_member add column erased_on text check (erased_on ~ '^\d{4}-\d\d-\d\d$');
