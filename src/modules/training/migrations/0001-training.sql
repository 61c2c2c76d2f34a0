-- Courses for the city's people. One row per record: keys, state and version as columns, what people wrote as `content`,
-- whose shape the module's schemas check on every read and write. Days inside `content` are YYYY-MM-DD text.
create table training_course (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  state text not null check (state in ('proposed', 'agreed', 'closed')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index training_course_of_engagement on training_course (tenant_id, engagement_id, position);

create table training_material (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  course_id uuid not null,
  state text not null check (state in ('draft', 'prepared', 'superseded')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references training_course (tenant_id, id),
  unique (tenant_id, course_id, position),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

create table training_session (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  course_id uuid not null,
  state text not null check (state in ('planned', 'held', 'cancelled')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references training_course (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index training_session_of_course on training_session (tenant_id, course_id, position);

create table training_work (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  course_id uuid not null,
  state text not null check (state in ('draft', 'submitted', 'reviewed')),
  position int not null,
  content jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references training_course (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index training_work_of_course on training_work (tenant_id, course_id, position);
