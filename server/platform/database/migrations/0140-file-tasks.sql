-- SPDX-License-Identifier: Apache-2.0
-- One row a file: what a desk, a board, a reminder or a search needs of it, whatever its procedure. It follows files and
-- file_clocks by triggers, so that no procedure has to know of desks. Title and search text come from the room that
-- opened the file (describeFile), assignee and holder from acts of their own.

create table file_tasks (
  file_id uuid primary key references files on delete cascade,
  procedure text not null,
  machine_version integer not null,
  number text not null,
  title text not null default '',
  line text,
  search_text text not null default '',
  owner_path text collate "C" not null,
  -- The office whose turn it is; differs from the owner while the file is with somebody else.
  holder_path text collate "C" not null,
  assignee_id uuid,
  state text not null,
  opened_at timestamptz not null,
  ended_at timestamptz,
  -- The nearest clock that runs.
  clock text,
  started_on date,
  due date
);
create index file_tasks_by_holder on file_tasks (holder_path, due) where ended_at is null;
create index file_tasks_by_owner on file_tasks (owner_path, due) where ended_at is null;
create index file_tasks_by_assignee on file_tasks (assignee_id, due) where ended_at is null;
create index file_tasks_search on file_tasks using gin (bigrams(search_text));
alter table file_tasks enable row level security;
-- Ranges first: they answer for nearly every row without asking file_access.
create policy file_tasks_read on file_tasks for select using (
  in_scope(holder_path) or in_scope(owner_path) or may_read_file(file_id));
create policy file_tasks_move on file_tasks for update using (may_write_file(file_id)) with check (may_write_file(file_id));
grant select on file_tasks to yiwang_app;
grant update (title, line, search_text, assignee_id, holder_path) on file_tasks to yiwang_app;

-- Runs as the owner: whoever moves a file may not see every column that its desk row is made of.
create function refresh_file_tasks(ids uuid[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into file_tasks as t (file_id, procedure, machine_version, number, owner_path, holder_path, state, opened_at,
    ended_at, clock, started_on, due, search_text)
  select f.file_id, f.procedure, f.machine_version, f.number, f.agency_path, f.agency_path, f.state, f.opened_at,
    f.ended_at, c.clock, c.started_on, c.due, lower(f.number)
  from files f
  left join lateral (
    select clock, started_on, due from file_clocks k where k.file_id = f.file_id and k.met_on is null
    order by k.due nulls last, k.clock limit 1) c on true
  where f.file_id = any(ids)
  on conflict (file_id) do update set machine_version = excluded.machine_version, state = excluded.state,
    ended_at = excluded.ended_at, clock = excluded.clock, started_on = excluded.started_on, due = excluded.due
  where (t.machine_version, t.state, t.ended_at, t.clock, t.started_on, t.due) is distinct from
    (excluded.machine_version, excluded.state, excluded.ended_at, excluded.clock, excluded.started_on, excluded.due)
$$;
revoke all on function refresh_file_tasks from public;

create function file_tasks_follow() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refresh_file_tasks(array(select distinct file_id from changed));
  return null;
end $$;
create trigger files_made_task after insert on files referencing new table as changed
  for each statement execute function file_tasks_follow();
create trigger files_moved_task after update on files referencing new table as changed
  for each statement execute function file_tasks_follow();
create trigger clocks_made_task after insert on file_clocks referencing new table as changed
  for each statement execute function file_tasks_follow();
create trigger clocks_moved_task after update on file_clocks referencing new table as changed
  for each statement execute function file_tasks_follow();

select refresh_file_tasks(array(select file_id from files));
update file_tasks t set title = l.title, line = coalesce(l.shop, l.subject_name), search_text = l.search_text
  from leads l where l.lead_id = t.file_id;

-- Who was given a file, by whom and why. Append-only; the last row is how it stands.
create table file_assignments (
  assignment_id uuid primary key,
  file_id uuid not null references files,
  at timestamptz not null,
  by_person uuid,
  assignee_id uuid,
  reason text
);
create index file_assignments_by_file on file_assignments (file_id, at);
alter table file_assignments enable row level security;
create policy file_assignments_read on file_assignments for select using (may_read_file(file_id));
create policy file_assignments_write on file_assignments for insert with check (
  may_write_file(file_id) and by_person is not distinct from acting_person());
grant select, insert on file_assignments to yiwang_app;

-- Text search over scoped rows: searches as the owner and applies the caller's scope itself (@> is not leakproof).
-- Stops at a few thousand matches, so that a common word does not cost more than a rare one; newest of these first.
create function search_files(q text, most integer) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select m.file_id from (
    select t.file_id, t.opened_at from file_tasks t
    where bigrams(t.search_text) @> bigrams(q)
      and t.search_text like '%' || like_literal(lower(q)) || '%'
      and (in_scope(t.holder_path) or in_scope(t.owner_path) or exists (
        select 1 from file_access a where a.file_id = t.file_id
          and a.agency_path >= scope_lo() and a.agency_path < scope_hi()))
    limit 3000) m
  order by m.opened_at desc, m.file_id limit most
$$;
revoke all on function search_files from public;
grant execute on function search_files to yiwang_app;
