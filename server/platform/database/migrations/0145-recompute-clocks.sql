-- SPDX-License-Identifier: Apache-2.0
-- Reckoning every open clock anew, after a calendar or a period of law changed: the house alone, in bulk. As owner, because
-- a policy asked a million times is what the time would go to.

create function clocks_to_reckon(after uuid, most integer) returns table (file_id uuid, procedure text,
  machine_version integer, timeline text, clocks text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if acting_kind() <> 'system' then
    raise exception 'only the house reckons clocks anew' using errcode = '42501';
  end if;
  return query
    with open as (
      select c.file_id, json_agg(json_build_array(c.clock, c.due, c.provisional))::text as clocks
      from file_clocks c where c.met_on is null and c.file_id > after group by c.file_id order by c.file_id limit most)
    select o.file_id, f.procedure, f.machine_version,
      (select json_agg(json_build_array(t.seq, extract(epoch from t.at) * 1000, t.action, t.form) order by t.seq)::text
        from file_timeline t where t.file_id = o.file_id), o.clocks
    from open o join files f on f.file_id = o.file_id order by o.file_id;
end $$;
revoke all on function clocks_to_reckon from public;
grant execute on function clocks_to_reckon to yiwang_app;

-- A clock that was met meanwhile is left alone.
create function set_clock_dues(ids uuid[], names text[], days date[], guesses boolean[]) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare moved integer;
begin
  if acting_kind() <> 'system' then
    raise exception 'only the house reckons clocks anew' using errcode = '42501';
  end if;
  update file_clocks c set due = n.due, provisional = n.provisional
    from unnest(ids, names, days, guesses) as n (file_id, clock, due, provisional)
    where c.file_id = n.file_id and c.clock = n.clock and c.met_on is null;
  get diagnostics moved = row_count;
  return moved;
end $$;
revoke all on function set_clock_dues from public;
grant execute on function set_clock_dues to yiwang_app;

-- By which calendar the open clocks were reckoned last.
create table clock_reckonings (
  calendar text primary key,
  ended_at timestamptz not null,
  clocks integer not null,
  moved integer not null
);
grant select, insert, update on clock_reckonings to yiwang_app;
