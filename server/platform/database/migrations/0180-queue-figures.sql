-- How long the queue is, for /metrics: the queue's tables themselves stay closed to the application.
create function queue_figures() returns table (waiting bigint, running bigint, failing bigint, oldest_seconds double precision)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select count(*) filter (where locked_at is null and run_at <= now() and attempts < max_attempts),
    count(*) filter (where locked_at is not null),
    count(*) filter (where last_error is not null),
    coalesce(extract(epoch from now() - min(run_at) filter (where locked_at is null and run_at <= now()
      and attempts < max_attempts)), 0)::double precision
  from graphile_worker.jobs;
end $$;
grant create on schema public to yiwang_worker;
alter function queue_figures owner to yiwang_worker;
revoke create on schema public from yiwang_worker;
revoke all on function queue_figures from public;
grant execute on function queue_figures to yiwang_app;
