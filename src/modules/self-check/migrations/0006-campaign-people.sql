-- Affairs (事務) of the year with the department that carries them out; a campaign may ask each of them. Clause 4(4)① (koganei-2023).
create table affair (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  name text not null,
  -- 個人番号利用事務, 個人番号関係事務, or another affair.
  kind text not null check (kind in ('number-using', 'number-related', 'other')),
  department_id uuid not null,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, engagement_id, department_id, name),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id),
  foreign key (tenant_id, department_id) references department (tenant_id, id)
);

-- Links for people without an account: only the hash is kept. A new link of a person replaces the one before.
create table respondent_link (
  tenant_id int not null,
  campaign_id uuid not null,
  respondent_id uuid not null,
  token_hash text not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  primary key (tenant_id, campaign_id, respondent_id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, campaign_id, respondent_id) references respondent (tenant_id, campaign_id, respondent_id)
);

-- Who passed a sheet to whom; nothing here is ever changed.
create table delegation (
  tenant_id int not null,
  campaign_id uuid not null,
  respondent_id uuid not null,
  number int not null,
  from_account uuid not null,
  -- Null: the sheet was taken back.
  to_account uuid,
  reason text not null,
  at timestamptz not null,
  primary key (tenant_id, campaign_id, respondent_id, number),
  foreign key (tenant_id, campaign_id, respondent_id) references respondent (tenant_id, campaign_id, respondent_id)
);
create trigger delegation_is_append_only before update or delete on delegation
  for each row execute function refuse_change();

-- The part of the municipality under which a person's anonymous answer is counted: large enough to hide in, fixed at the opening.
alter table respondent add column group_name text not null default '';

-- Anonymous answers. Nothing in a row tells who gave it or when: no respondent, no account, no time, an id drawn at random. Each
-- answer is written together with others, drawn at random and written anew, so that neither the place on the disk nor the
-- number of the transaction sets it apart (README: 匿名の調査).
create table anonymous_answer (
  tenant_id int not null,
  campaign_id uuid not null,
  id uuid not null default gen_random_uuid(),
  group_name text not null,
  answers jsonb not null,
  primary key (tenant_id, campaign_id, id),
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id)
);
