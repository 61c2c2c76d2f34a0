create table knowledge_entry (
  tenant_id int not null references tenant (id),
  engagement_id uuid not null,
  id uuid not null,
  author_id uuid not null,
  author_party text not null check (author_party in ('city', 'contractor')),
  -- The consultation from which the entry was made.
  consultation_id uuid,
  -- The working copy: {type, title, summary, body, source, visibility}. Belongs to the side of the author.
  draft jsonb not null,
  -- True while the working copy waits for a review.
  waiting boolean not null default true,
  -- What readers see: the working copy as reviewed, with edition; null before and after.
  published jsonb,
  published_on text check (published_on ~ '^\d{4}-\d\d-\d\d$'),
  visibility text check (visibility in ('everyone', 'city', 'contractor')),
  edition int not null default 0,
  reviewed_by uuid,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id),
  foreign key (tenant_id, consultation_id) references consultation (tenant_id, id),
  check ((published is null) = (visibility is null) and (published is null) = (published_on is null))
);
create index knowledge_entry_by_day on knowledge_entry (tenant_id, published_on desc, id);

-- The published texts in the form in which they are compared, and their characters and pairs of neighbours.
create table knowledge_index (
  tenant_id int not null references tenant (id),
  entry_id uuid not null,
  title text not null,
  summary text not null,
  body text not null,
  grams tsvector not null,
  primary key (tenant_id, entry_id),
  foreign key (tenant_id, entry_id) references knowledge_entry (tenant_id, id)
);
create index knowledge_index_grams on knowledge_index using gin (grams);

-- Row-level security comes before any condition that is not proven to keep quiet about what it sees, and @@ is none of
-- them: under the policy the index above would never be used. So the index is read by a function of the owner that names the
-- transaction's own municipalities itself and gives back nothing but ids; whoever calls it still reads the entries under
-- the policy. Where the owner is bound by the policy too, it finds the same, without the index.
create function knowledge_candidates(wanted tsquery) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select entry_id from public.knowledge_index
    where grams @@ wanted
      -- An expression, so that the planner never takes the key of the table, which begins with the tenant, for this.
      and tenant_id + 0 = any (string_to_array(current_setting('app.tenants'), ',')::int[])
  $$;
revoke all on function knowledge_candidates(tsquery) from public;
grant execute on function knowledge_candidates(tsquery) to machimori_app;
