-- The city's requests for help with its policy documents (9(2)).
create table support_request (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  trigger text not null,
  document text not null,
  content text not null,
  file_id uuid,
  requested_on text not null,
  closed_on text,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

-- One round of advice: proposals per provision.
create table support_advice (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  request_id uuid not null,
  round int not null,
  summary text not null,
  proposals jsonb not null,
  advised_on text not null,
  primary key (tenant_id, id),
  unique (tenant_id, engagement_id, round),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id),
  foreign key (tenant_id, request_id) references support_request (tenant_id, id)
);
