-- Own finds go before the walk: every claim asks whether one is due. They are few, so the index is a handful of rows.
create index frontier_finds on frontier (not_before) where purpose = 'find' and done_at is null;
