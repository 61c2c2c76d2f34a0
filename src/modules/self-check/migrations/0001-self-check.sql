-- A survey sent to departments. The form is kept with it: what was asked never changes afterwards.
create table campaign (
  tenant_id int not null references tenant (id),
  id uuid not null,
  engagement_id uuid not null,
  type text not null check (type in ('self-check', 'preliminary-survey')),
  questionnaire_id uuid not null,
  form jsonb not null,
  title text not null,
  message text not null,
  fiscal_year int not null,
  opens text not null check (opens ~ '^\d{4}-\d\d-\d\d$'),
  due text not null check (due ~ '^\d{4}-\d\d-\d\d$' and due >= opens),
  -- An answer of the staff counts only after the head of the department has approved it.
  requires_approval boolean not null,
  state text not null check (state in ('open', 'closed')),
  version int not null default 1,
  created_at timestamptz not null,
  closed_at timestamptz,
  -- When the results were handed to the contractor; before that the contractor sees none of them.
  delivered_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
create index campaign_of_engagement on campaign (tenant_id, engagement_id);

-- Where each department stands. Everything that decides over a submission is in this row, so that locking it is enough.
create table campaign_department (
  tenant_id int not null,
  campaign_id uuid not null,
  department_id uuid not null,
  -- Names on the day of opening.
  department_name text not null default '',
  bureau_id uuid,
  bureau_name text not null default '',
  -- The campaign's last day, or a later one after reopening.
  due text not null default '9999-12-31' check (due ~ '^\d{4}-\d\d-\d\d$'),
  closed boolean not null default false,
  state text not null default 'waiting'
    check (state in ('waiting', 'awaiting-approval', 'returned', 'reopened', 'submitted')),
  -- Count of submissions; 0 before the first.
  revision int not null default 0,
  answers_hash text,
  points double precision,
  submitted_at timestamptz,
  submitted_by uuid,
  -- Typed in by the security office from paper.
  proxy boolean not null default false,
  approved_at timestamptz,
  approved_by uuid,
  primary key (tenant_id, campaign_id, department_id),
  foreign key (tenant_id, campaign_id) references campaign (tenant_id, id),
  foreign key (tenant_id, department_id) references department (tenant_id, id)
);
create index campaign_department_of on campaign_department (tenant_id, department_id);

-- Every submission as it came in; nothing here is ever changed.
create table response (
  tenant_id int not null,
  campaign_id uuid not null,
  department_id uuid not null,
  revision int not null check (revision > 0),
  id uuid not null,
  answers jsonb not null,
  answers_hash text not null,
  points double precision,
  proxy boolean not null,
  submitted_by uuid not null,
  submitted_at timestamptz not null,
  primary key (tenant_id, campaign_id, department_id, revision),
  foreign key (tenant_id, campaign_id, department_id)
    references campaign_department (tenant_id, campaign_id, department_id)
);
create trigger response_is_append_only before update or delete on response
  for each row execute function refuse_change();

-- What is being typed, kept on the server between sessions. Not part of the record.
create table response_draft (
  tenant_id int not null,
  campaign_id uuid not null,
  department_id uuid not null,
  -- The revision that the draft goes on from; a draft of an earlier one is out of date.
  base_revision int not null,
  answers jsonb not null,
  version int not null default 1,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (tenant_id, campaign_id, department_id),
  foreign key (tenant_id, campaign_id, department_id)
    references campaign_department (tenant_id, campaign_id, department_id)
);

-- Notices to a department: reminders, reopening, answers sent back by the head.
create table campaign_notice (
  tenant_id int not null,
  id uuid not null,
  campaign_id uuid not null,
  department_id uuid not null,
  kind text not null check (kind in ('reminder', 'reopened', 'returned')),
  message text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, campaign_id, department_id)
    references campaign_department (tenant_id, campaign_id, department_id)
);
create index campaign_notice_of on campaign_notice (tenant_id, campaign_id, department_id);

-- Versions of the weights of the risk value; the newest counts.
create table risk_weights (
  tenant_id int not null,
  engagement_id uuid not null,
  number int not null,
  weights jsonb not null,
  reason text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (tenant_id, engagement_id, number),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);

-- Decisions on which departments are audited; the newest counts.
create table department_selection (
  tenant_id int not null,
  id uuid not null,
  engagement_id uuid not null,
  number int not null,
  -- [{departmentId, departmentName, bureauId, bureauName, basis, reason, value, rank, proposed}]
  choices jsonb not null,
  selected_by uuid not null,
  selected_at timestamptz not null,
  notified_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, engagement_id, number),
  foreign key (tenant_id, engagement_id) references engagement (tenant_id, id)
);
