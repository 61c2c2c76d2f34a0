-- What a search asks of an entry beside its text stands beside the text: a word that nearly every entry has is then answered
-- by one look through one table. Written with the text, from the entry itself.
alter table knowledge_index
  add column engagement_id uuid,
  add column visibility text,
  add column published_on text,
  add column type text;
-- The owner is bound by the policy too: this once it works for every municipality.
select set_config('app.tenants', coalesce((select string_agg(id::text, ',') from tenant), ''), true);
update knowledge_index
  set (engagement_id, visibility, published_on, type) = (
    select entry.engagement_id, entry.visibility, entry.published_on, entry.published ->> 'type'
      from knowledge_entry as entry
      where entry.tenant_id = knowledge_index.tenant_id and entry.id = knowledge_index.entry_id
  );
-- Only what is published is found.
delete from knowledge_index where visibility is null;
alter table knowledge_index
  alter column engagement_id set not null,
  alter column visibility set not null,
  alter column published_on set not null,
  alter column type set not null;

-- Entries are published now and then and searched all day: new ones go into the index at once, instead of onto a list that every
-- search reads from end to end.
alter index knowledge_index_grams set (fastupdate = off);
select gin_clean_pending_list('knowledge_index_grams');

-- The municipalities are read once, not for every row.
create or replace function knowledge_candidates(wanted tsquery) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select entry_id from public.knowledge_index
    where grams @@ wanted
      -- An expression, so that the planner never takes the key of the table, which begins with the tenant, for this.
      and tenant_id + 0 = any ((select string_to_array(current_setting('app.tenants'), ',')::int[])::int[])
  $$;
