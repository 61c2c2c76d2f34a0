-- Versions of forms. The form was checked by its schema when it was written; a published version never changes.
create table questionnaire (
  tenant_id int not null references tenant (id),
  id uuid not null,
  -- Identity across years: 'self-check'.
  code text not null,
  -- The year's edition, '2026', and the count of versions within it.
  edition text not null,
  number int not null,
  type text not null check (type in ('self-check', 'preliminary-survey')),
  fiscal_year int not null,
  title text not null,
  form jsonb not null,
  -- Ids of items that this version leaves out; they stay in `form` while it is a draft, so that they can come back.
  left_out jsonb not null default '[]',
  state text not null check (state in ('draft', 'published')),
  version int not null default 1,
  created_at timestamptz not null,
  published_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, code, edition, number)
);

create function refuse_published_questionnaire() returns trigger language plpgsql as $$
begin
  raise exception 'a published questionnaire does not change' using errcode = '42501';
end $$;
create trigger published_questionnaire_stays before update or delete on questionnaire
  for each row when (old.state = 'published') execute function refuse_published_questionnaire();
