-- What the list of tenants does not say about a municipality.
create table municipality (
  tenant_id int primary key references tenant (id),
  kana text not null default '',
  -- Rises with every change of the departments, so that servers know when the tree they hold is old.
  organisation_version int not null default 1
);

-- Firms beside the municipality: the contractor, and those who run its information systems.
create table firm (
  tenant_id int not null references tenant (id),
  id uuid not null,
  kind text not null check (kind in ('contractor', 'vendor')),
  name text not null,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

-- Bureaus (局) and sections (課). Days are civil days in Asia/Tokyo; valid_to is the last day of existence.
create table department (
  tenant_id int not null references tenant (id),
  id uuid not null,
  valid_from text not null check (valid_from ~ '^\d{4}-\d\d-\d\d$'),
  valid_to text check (valid_to ~ '^\d{4}-\d\d-\d\d$' and valid_to >= valid_from),
  version int not null default 1,
  primary key (tenant_id, id)
);

-- What a department is called and which bureau it belongs to, from a day on, so that last year's list stays as it was.
create table department_period (
  tenant_id int not null,
  department_id uuid not null,
  valid_from text not null check (valid_from ~ '^\d{4}-\d\d-\d\d$'),
  name text not null,
  kana text not null,
  bureau_id uuid,
  primary key (tenant_id, department_id, valid_from),
  foreign key (tenant_id, department_id) references department (tenant_id, id),
  foreign key (tenant_id, bureau_id) references department (tenant_id, id)
);

-- Who took over when a department was closed.
create table department_succession (
  tenant_id int not null,
  department_id uuid not null,
  successor_id uuid not null check (successor_id <> department_id),
  primary key (tenant_id, department_id, successor_id),
  foreign key (tenant_id, department_id) references department (tenant_id, id),
  foreign key (tenant_id, successor_id) references department (tenant_id, id)
);

-- Times of sign-in (locked_until, sessions, invitations) are real time, also for a demonstration in another time.
create table account (
  tenant_id int not null references tenant (id),
  id uuid not null,
  login_name text not null,
  display_name text not null,
  title text,
  party text not null check (party in ('city', 'contractor', 'vendor', 'system')),
  roles text[] not null,
  department_id uuid,
  firm_id uuid,
  email text,
  password_hash text,
  totp_secret text,
  -- A secret that the person has not confirmed yet.
  totp_pending text,
  -- The last time step a code was accepted for: a code works once.
  totp_last_step bigint,
  status text not null check (status in ('invited', 'active', 'disabled')),
  failed_count int not null default 0,
  locked_until timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, login_name),
  foreign key (tenant_id, department_id) references department (tenant_id, id),
  foreign key (tenant_id, firm_id) references firm (tenant_id, id)
);
create index account_of_department on account (tenant_id, department_id);

-- Which municipality a login name belongs to. Asked before anybody is known, so it belongs to no tenant: row-level
-- security is marked as forced but stays disabled, which tells the kernel to leave this table open.
create table login_directory (
  login_name text primary key,
  tenant_id int not null,
  account_id uuid not null,
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
alter table login_directory force row level security;

-- The browser holds the token; only its SHA-256 is here.
create table session (
  tenant_id int not null,
  token_hash text not null,
  account_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index session_of_account on session (tenant_id, account_id);
create index session_expiry on session (tenant_id, expires_at);

create table invitation (
  tenant_id int not null,
  token_hash text not null,
  account_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index invitation_of_account on invitation (tenant_id, account_id);
