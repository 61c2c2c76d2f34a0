-- Which edition of the document a form is for; one form of each is in use.
alter table form_template
  add column edition text not null default 'detailed'
    check (edition in ('detailed', 'public', 'executive', 'department'));
drop index form_template_in_use;
create unique index form_template_in_use on form_template (tenant_id, engagement_id, kind, format, edition)
  where state = 'active';
