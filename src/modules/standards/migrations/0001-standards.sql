-- The standards of an engagement: what the work is judged by, with the edition in hand.
create table engagement_standard (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  code text not null,
  name text not null,
  issuer text not null,
  edition text not null,
  public boolean not null,
  level text,
  tier int not null,
  scope text not null,
  file_id uuid,
  received_on text not null,
  confirmed_on text,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, engagement_id, code),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

-- Where two standards say different things, and which was followed (6※2).
create table standard_conflict (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  topic text not null,
  preferred text not null,
  other text not null,
  note text not null,
  recorded_on text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
