-- The work breakdown becomes the parties' own: levels, own tasks, milestones, effort, what does not apply.
alter table task
  add column origin text not null default 'specification' check (origin in ('specification', 'own')),
  add column parent_id uuid,
  add column excluded text check (excluded in ('no-target', 'agreed', 'other-year', 'done-by-city')),
  add column excluded_note text not null default '',
  add column milestone boolean not null default false,
  -- Person-days.
  add column effort numeric(7, 1) check (effort > 0),
  -- Working days of the work where a re-plan has stretched its dates.
  add column work_days int check (work_days > 0),
  add column remark text not null default '',
  add column department_ids jsonb not null default '[]',
  add foreign key (tenant_id, parent_id) references task (tenant_id, id);
create index task_of_parent on task (tenant_id, parent_id);

-- Predecessors were clauses; they become tasks with a lag in open days. The rows of all municipalities are meant.
select set_config('app.tenants', coalesce((select string_agg(id::text, ',') from tenant), ''), true);
update task set predecessors = coalesce(
  (select jsonb_agg(jsonb_build_object('id', before.id, 'lag', 0) order by before.position)
   from task before
   where before.tenant_id = task.tenant_id and before.engagement_id = task.engagement_id
     and task.predecessors ? before.clause),
  '[]');

-- A plan that somebody kept under a name to compare with, beside the approved versions of the work plan.
create table baseline (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  number int not null,
  name text not null,
  set_on text not null check (set_on ~ '^\d{4}-\d\d-\d\d$'),
  snapshot jsonb not null,
  primary key (tenant_id, id),
  unique (tenant_id, engagement_id, number),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

-- When a department, or the whole city, cannot take part: busy seasons, sessions of the assembly.
create table blackout (
  tenant_id int not null references tenant (id),
  id uuid not null,
  department_id uuid,
  kind text not null check (kind in ('busy', 'assembly', 'other')),
  day_from text not null check (day_from ~ '^\d{4}-\d\d-\d\d$'),
  day_to text not null check (day_to ~ '^\d{4}-\d\d-\d\d$' and day_to >= day_from),
  reason text not null,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, department_id) references department (tenant_id, id)
);
create index blackout_by_day on blackout (tenant_id, day_from);

-- What the contractor's people did on a day, how, and who was responsible.
create table work_record (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  clause text not null,
  mode text not null check (mode in ('オンサイト', '電話', '電子メール', 'Web会議', '持ち帰り')),
  occurred_on text not null check (occurred_on ~ '^\d{4}-\d\d-\d\d$'),
  members jsonb not null,
  responsible uuid not null,
  content text not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index work_record_by_day on work_record (tenant_id, engagement_id, occurred_on);
