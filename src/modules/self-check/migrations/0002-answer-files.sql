-- Files that answer items of a sheet. The sheet names them by id; a sheet may name only those of its own department.
create table answer_file (
  tenant_id int not null,
  campaign_id uuid not null,
  department_id uuid not null,
  file_id uuid not null,
  item text not null,
  name text not null,
  size bigint not null,
  attached_by uuid not null,
  attached_at timestamptz not null,
  primary key (tenant_id, campaign_id, department_id, file_id),
  foreign key (tenant_id, campaign_id, department_id)
    references campaign_department (tenant_id, campaign_id, department_id)
);
