-- Editions of a department, and with every version what it leaves out of the detailed edition.
alter table deliverable_version
  drop constraint deliverable_version_edition_check,
  add constraint deliverable_version_edition_check check (edition in ('detailed', 'public', 'executive', 'department')),
  add column department_id uuid,
  add constraint deliverable_version_department_check check ((edition = 'department') = (department_id is not null)),
  add constraint deliverable_version_department_fkey
    foreign key (tenant_id, department_id) references department (tenant_id, id),
  -- [{kind, place, reason, instead}]; null for files made elsewhere and for versions made before this was kept.
  add column removed jsonb;
create index deliverable_version_of_department on deliverable_version (tenant_id, department_id) where department_id is not null;
