-- Records of the contractor's security duties. The kinds and the schema of each body are in records.ts; every body is
-- checked against its schema when it is written and when it is read.
create table duty_record (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  id uuid not null,
  kind text not null,
  body jsonb not null,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index duty_record_of_kind on duty_record (tenant_id, engagement_id, kind, created_at);
-- What can be true only once at a time.
create unique index duty_one_manager on duty_record (tenant_id, engagement_id)
  where kind = 'information-manager' and body ->> 'endedOn' is null;
create unique index duty_one_grant on duty_record (tenant_id, engagement_id, (body ->> 'memberId'))
  where kind = 'grant' and body ->> 'revokedOn' is null;
create unique index duty_one_signature on duty_record (tenant_id, engagement_id, (body ->> 'memberId'))
  where kind = 'confidentiality';
create unique index duty_one_acknowledgement on duty_record (tenant_id, engagement_id, (body ->> 'memberId'))
  where kind = 'acknowledgement';
create unique index duty_one_declaration on duty_record (tenant_id, engagement_id, kind)
  where kind in ('no-subcontract', 'no-incident');
