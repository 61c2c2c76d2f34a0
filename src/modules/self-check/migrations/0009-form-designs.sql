-- Forms of a self-check that the contractor has presented as its design. Clause 1(2)ア (tokubetsuku).
create table form_design (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  questionnaire_id uuid not null,
  presented_by uuid not null,
  presented_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, engagement_id, questionnaire_id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create trigger form_design_is_append_only before update or delete on form_design
  for each row execute function refuse_change();
