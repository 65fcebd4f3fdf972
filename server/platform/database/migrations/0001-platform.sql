-- SPDX-License-Identifier: Apache-2.0
-- Roles are made by bootstrap-roles.ts before any migration runs: yiwang_app owns nothing, yiwang_worker owns the queue.

revoke create on schema public from public;
grant usage on schema public to yiwang_app, yiwang_worker;

-- What the current transaction may see. Unset or empty settings give an empty range: default deny.
create function scope_lo() returns text language sql stable parallel safe
  return coalesce(current_setting('yiwang.scope_lo', true), '');
create function scope_hi() returns text language sql stable parallel safe
  return coalesce(current_setting('yiwang.scope_hi', true), '');
create function acting_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('yiwang.person', true), '')::uuid;
create function acting_kind() returns text language sql stable parallel safe
  return coalesce(current_setting('yiwang.kind', true), '');
-- Whether a path lies at or under the acting agency.
create function in_scope(path text) returns boolean language sql stable parallel safe
  return path collate "C" >= scope_lo() collate "C" and path collate "C" < scope_hi() collate "C";

-- Which offices hold which file, and how: the owner and every office it was sent to.
create table file_access (
  file_id uuid not null,
  agency_path text collate "C" not null check (agency_path ~ '^[a-z0-9]+(\.[a-z0-9]+)*$'),
  level text not null check (level in ('read', 'write', 'own')),
  granted_at timestamptz not null default now(),
  primary key (file_id, agency_path)
);
create index file_access_by_path on file_access (agency_path, file_id);
alter table file_access enable row level security;
create policy file_access_read on file_access for select
  using (agency_path >= scope_lo() and agency_path < scope_hi());
grant select on file_access to yiwang_app;

-- For policies of tables keyed by a file: `using (may_read_file(file_id))`, `with check (may_write_file(file_id))`.
create function may_read_file(file uuid) returns boolean language sql stable parallel safe
  return exists (select 1 from file_access a where a.file_id = file
    and a.agency_path >= scope_lo() and a.agency_path < scope_hi());
create function may_write_file(file uuid) returns boolean language sql stable parallel safe
  return exists (select 1 from file_access a where a.file_id = file and a.level in ('write', 'own')
    and a.agency_path >= scope_lo() and a.agency_path < scope_hi());

-- The only way to give an office a file: the first row (the owner's) by whoever makes the file, later ones by an
-- office that may write it. Reads file_access as its owner, because a new file is visible to nobody yet.
create function grant_file_access(file uuid, path text, how text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from file_access a where a.file_id = file) then
    if not exists (select 1 from file_access a where a.file_id = file and a.level in ('write', 'own')
        and a.agency_path >= scope_lo() and a.agency_path < scope_hi()) then
      raise exception 'file % is not yours to give', file using errcode = '42501';
    end if;
  elsif acting_kind() = '' then
    raise exception 'nobody acts in this transaction' using errcode = '42501';
  end if;
  insert into file_access (file_id, agency_path, level) values (file, path, how)
    on conflict (file_id, agency_path) do update set level = excluded.level;
end $$;
revoke all on function grant_file_access from public;
grant execute on function grant_file_access to yiwang_app;

-- One compact row a command; rows are never changed: the role has neither update nor delete.
create table audit_entries (
  entry_id uuid primary key,
  at timestamptz not null,
  person_id uuid,
  agency_path text collate "C" not null,
  action text not null,
  object_kind text not null,
  object_id text,
  purpose text,
  rationale text,
  details jsonb not null default '{}',
  request_id text
);
create index audit_entries_by_object on audit_entries (object_kind, object_id, entry_id);
create index audit_entries_by_path on audit_entries (agency_path, entry_id);
alter table audit_entries enable row level security;
create policy audit_read on audit_entries for select using (agency_path >= scope_lo() and agency_path < scope_hi());
create policy audit_write on audit_entries for insert with check (
  agency_path = coalesce(current_setting('yiwang.agency_path', true), '')
  and person_id is not distinct from acting_person());
grant select, insert on audit_entries to yiwang_app;

-- Outbox. A delivery row per subscriber is written with the event; deliveries are jobs.
create table event_subscribers (
  kind text not null,
  subscriber text not null,
  primary key (kind, subscriber)
);
create table events (
  event_id uuid primary key,
  kind text not null,
  object_id text not null,
  at timestamptz not null,
  payload jsonb not null
);
create index events_by_object on events (object_id, at);
create table event_deliveries (
  event_id uuid not null references events,
  subscriber text not null,
  delivered_at timestamptz,
  primary key (event_id, subscriber)
);
create index event_deliveries_open on event_deliveries (event_id) where delivered_at is null;
grant select on event_subscribers to yiwang_app;
grant select, insert on events to yiwang_app;
grant select, insert on event_deliveries to yiwang_app;
grant update (delivered_at) on event_deliveries to yiwang_app;

-- The queue refuses the application role (row-level security of graphile-worker); this is the one door.
create function enqueue_job(task text, payload json, queue_name text, run_at timestamptz, max_attempts integer,
  job_key text, job_key_mode text, priority integer) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare job_id bigint;
begin
  select j.id into job_id from graphile_worker.add_job(task, payload, queue_name, run_at, max_attempts, job_key,
    priority, null, job_key_mode) j;
  return job_id;
end $$;
grant create on schema public to yiwang_worker;
alter function enqueue_job owner to yiwang_worker;
revoke create on schema public from yiwang_worker;
revoke all on function enqueue_job from public;
grant execute on function enqueue_job to yiwang_app;

-- Which worker processes live: each holds the advisory lock of its row for as long as its connection lives.
create table worker_processes (
  process_id uuid primary key,
  lock_key bigint not null,
  worker_ids text[] not null,
  seen_at timestamptz not null default now()
);
grant select, insert, update, delete on worker_processes to yiwang_worker, yiwang_app;

-- A write repeated with the same key gets the first answer again.
create table idempotency_keys (
  owner text not null,
  key text not null,
  method text not null,
  path text not null,
  request_digest text not null,
  status integer,
  response jsonb,
  created_at timestamptz not null,
  primary key (owner, key)
);
create index idempotency_keys_by_time on idempotency_keys (created_at);
grant select, insert, update, delete on idempotency_keys to yiwang_app;

-- Bigrams of a text, for GIN: two-character searches of Chinese text, which trigrams cannot serve.
-- Query shape: bigrams(name) @> bigrams(q) and name like '%'||q||'%' (recheck). plpgsql is twice as quick as SQL here.
create function bigrams(value text) returns text[] language plpgsql immutable parallel safe strict as $$
declare
  folded text := lower(value);
  size integer := length(folded);
begin
  if size < 2 then return array[]::text[]; end if;
  return array(select distinct substr(folded, i, 2) from generate_series(1, size - 1) i);
end $$;
