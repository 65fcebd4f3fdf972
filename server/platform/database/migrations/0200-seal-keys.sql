-- SPDX-License-Identifier: Apache-2.0
-- Names (digests) of the keys that sealed something here, never a key: a process with another one is told at its start.
create table seal_keys (
  key_id text primary key check (key_id ~ '^[0-9a-f]{8}$'),
  first_seen_at timestamptz not null
);
grant select, insert on seal_keys to yiwang_app;
