-- Who stands in for a member when the unexpected happens; a later one takes the place of the one before.
create table team_substitute (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  member_id uuid not null,
  substitute_id uuid not null check (substitute_id <> member_id),
  named_on text not null check (named_on ~ '^\d{4}-\d\d-\d\d$'),
  primary key (tenant_id, member_id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id),
  foreign key (tenant_id, member_id) references team_member (tenant_id, id),
  foreign key (tenant_id, substitute_id) references team_member (tenant_id, id)
);
create index team_substitute_of_engagement on team_substitute (tenant_id, engagement_id);
