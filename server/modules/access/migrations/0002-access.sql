-- SPDX-License-Identifier: Apache-2.0
-- Authorities in their tree. `path` = division codes joined by dots; scope is a range over it.
create table agencies (
  agency_id uuid primary key,
  name text not null,
  level text not null check (level in ('nation', 'province', 'city', 'county', 'station')),
  -- other departments, platforms and merchants have accounts too; they stand outside the tree
  kind text not null check (kind in ('authority', 'department', 'platform', 'merchant')),
  division text not null,
  path text collate "C" not null unique check (path ~ '^[a-z0-9]+(\.[a-z0-9]+)*$'),
  parent_id uuid references agencies,
  demo boolean not null default false,
  created_at timestamptz not null
);
grant select, insert on agencies to yiwang_app;
grant update (name) on agencies to yiwang_app;

create table people (
  person_id uuid primary key,
  username text not null,
  name text not null,
  agency_id uuid not null references agencies,
  roles text[] not null check (cardinality(roles) > 0),
  demo boolean not null default false,
  created_at timestamptz not null,
  disabled_at timestamptz,
  last_seen_at timestamptz
);
create unique index people_username on people (lower(username));
create index people_agency on people (agency_id);
grant select, insert, update on people to yiwang_app;

-- Apart from people: lists of people never carry it.
create table credentials (
  person_id uuid primary key references people,
  password_hash text not null,
  changed_at timestamptz not null
);
grant select, insert, update on credentials to yiwang_app;

-- Server-side sessions; only a digest of the cookie is kept.
create table sessions (
  token_digest bytea primary key,
  person_id uuid not null references people,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text not null,
  agent text not null
);
create index sessions_person on sessions (person_id);
create index sessions_expiry on sessions (expires_at);
grant select, insert, update, delete on sessions to yiwang_app;

-- Bearer tokens of programs: digest, scopes, end; revoked ones stay for the record.
create table tokens (
  token_id uuid primary key,
  token_digest bytea not null unique,
  person_id uuid not null references people,
  label text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  used_at timestamptz
);
create index tokens_person on tokens (person_id);
grant select, insert, update on tokens to yiwang_app;

-- Failed sign-ins by account and by address; each failure beyond the limit doubles the wait.
create table sign_in_failures (
  subject text primary key,
  failures integer not null,
  blocked_until timestamptz,
  last_at timestamptz not null
);
grant select, insert, update, delete on sign_in_failures to yiwang_app;

-- The one-time token with which the first administrator is made.
create table setup_tokens (
  token_digest bytea primary key,
  created_at timestamptz not null,
  used_at timestamptz
);
grant select, insert, update, delete on setup_tokens to yiwang_app;
