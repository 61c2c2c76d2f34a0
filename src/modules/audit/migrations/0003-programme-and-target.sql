-- An audit is of a programme and a target. The audits there are become the programme `focus-theme`, each of its department.
alter table audit add column programme_id text not null default 'focus-theme';
alter table audit alter column programme_id drop default;
alter table audit add column target_id uuid;
alter table audit drop constraint audit_tenant_id_engagement_id_department_id_key;
-- Under the focus theme one audit per department and year; elsewhere one audit per target.
create unique index audit_of_department on audit (tenant_id, engagement_id, department_id) where target_id is null;
create unique index audit_of_target on audit (tenant_id, target_id);
create index audit_of_engagement on audit (tenant_id, engagement_id, position);

update audit set content = content || jsonb_build_object(
  'programme', jsonb_build_object(
    'id', 'focus-theme', 'edition', 1, 'title', '重点テーマの監査', 'kind', 'focus-theme', 'factType', 'external',
    'conductedBy', 'contractor', 'auditorsAtLeast', 0, 'qualifiedAtLeast', 0, 'minutes', null,
    'attendancePoints', '[]'::jsonb,
    'levels', jsonb_build_array(
      jsonb_build_object('id', 'finding', 'label', '指摘', 'rank', 1, 'meaning', '', 'needsRemedy', true),
      jsonb_build_object('id', 'opinion', 'label', '意見', 'rank', 2, 'meaning', '', 'needsRemedy', true))),
  'target', jsonb_build_object(
    'kind', 'department', 'name', '', 'departmentIds', jsonb_build_array(department_id::text),
    'system', '', 'url', '', 'vendor', ''));
