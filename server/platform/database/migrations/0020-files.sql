-- SPDX-License-Identifier: Apache-2.0
-- What every file under an official procedure has in common: the file itself, its timeline, its clocks, its number.
-- The timeline is the truth. state, values and version are its replay, written with each entry in the same transaction,
-- because lists filter and sort by them.

create table files (
  file_id uuid primary key,
  procedure text not null,
  machine_version integer not null,
  number text not null unique,
  agency_id uuid not null,
  agency_path text collate "C" not null,
  opened_at timestamptz not null,
  state text not null,
  values jsonb not null default '{}',
  ended_at timestamptz,
  version integer not null check (version > 0)
);
create index files_by_opening on files (procedure, opened_at);
alter table files enable row level security;
create policy files_read on files for select using (may_read_file(file_id));
create policy files_open on files for insert with check (may_write_file(file_id));
create policy files_move on files for update using (may_write_file(file_id)) with check (may_write_file(file_id));
grant select, insert on files to yiwang_app;
grant update (state, values, ended_at, version) on files to yiwang_app;

-- Append-only: no update, no delete. (file_id, seq) lets only one of two people act on the version both saw.
create table file_timeline (
  file_id uuid not null references files,
  seq integer not null check (seq >= 0),
  entry_id uuid not null unique,
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  actor_roles text[] not null,
  agency_path text collate "C" not null,
  action text not null,
  form jsonb not null default '{}',
  primary key (file_id, seq)
);
alter table file_timeline enable row level security;
create policy file_timeline_read on file_timeline for select using (may_read_file(file_id));
create policy file_timeline_write on file_timeline for insert with check (
  may_write_file(file_id) and actor_id is not distinct from acting_person());
grant select, insert on file_timeline to yiwang_app;

-- A clock's budget is law's; what stands here is its last reckoning, for lists of what falls due.
create table file_clocks (
  file_id uuid not null references files,
  clock text not null,
  started_on date not null,
  due date,
  provisional boolean not null,
  met_on date,
  primary key (file_id, clock)
);
create index file_clocks_due on file_clocks (due, file_id) where met_on is null;
alter table file_clocks enable row level security;
create policy file_clocks_read on file_clocks for select using (may_read_file(file_id));
create policy file_clocks_write on file_clocks for insert with check (may_write_file(file_id));
create policy file_clocks_move on file_clocks for update using (may_write_file(file_id))
  with check (may_write_file(file_id));
grant select, insert, update on file_clocks to yiwang_app;

-- Numbers count up by office, procedure and year; a file that is withdrawn keeps its number.
create table file_numbers (
  agency_id uuid not null,
  procedure text not null,
  year integer not null,
  last integer not null,
  primary key (agency_id, procedure, year)
);
grant select, insert, update on file_numbers to yiwang_app;

-- Names inside a search: LIKE reads %, _ and \ as signs.
create function like_literal(value text) returns text language sql immutable parallel safe strict
  return replace(replace(replace(value, '\', '\\'), '%', '\%'), '_', '\_');
