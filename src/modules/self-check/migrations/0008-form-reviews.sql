-- What the contractor's experts say about a form before it is sent. Clause 4(4)①ア-p1 (koganei-2023).
create table form_review (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  questionnaire_id uuid not null,
  conclusion text not null,
  -- [{item, opinion}]
  opinions jsonb not null,
  reviewed_by uuid not null,
  reviewed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create trigger form_review_is_append_only before update or delete on form_review
  for each row execute function refuse_change();
