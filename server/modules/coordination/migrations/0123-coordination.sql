-- SPDX-License-Identifier: Apache-2.0
-- Files between offices and with parties outside: what they are about, copied from the lead when they were opened, so
-- that a receiver sees this and not the whole lead.

create table coordination_files (
  file_id uuid primary key references files,
  parent_id uuid references files,
  procedure text not null,
  title text not null,
  recipient text,
  -- Under which a party outside is counted: name without spaces, lower case.
  recipient_key text,
  packet jsonb not null
);
create index coordination_by_parent on coordination_files (parent_id);
create index coordination_by_recipient on coordination_files (recipient_key, procedure);
alter table coordination_files enable row level security;
create policy coordination_read on coordination_files for select using (may_read_file(file_id));
create policy coordination_open on coordination_files for insert with check (may_write_file(file_id));
grant select, insert on coordination_files to yiwang_app;

-- Links by which somebody outside answers without an account: only a digest of the token is kept. A link is a scope of
-- its own under the office that made it (path), so row-level security opens this one file and nothing else.
create table file_links (
  link_id uuid primary key,
  file_id uuid not null references files,
  token_digest bytea not null unique,
  path text collate "C" not null unique,
  recipient text not null,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  revoked_at timestamptz
);
create index file_links_by_file on file_links (file_id, created_at);
alter table file_links enable row level security;
create policy file_links_read on file_links for select using (may_read_file(file_id));
create policy file_links_make on file_links for insert with check (may_write_file(file_id));
create policy file_links_end on file_links for update using (may_write_file(file_id)) with check (may_write_file(file_id));
grant select, insert on file_links to yiwang_app;
grant update (opened_at, revoked_at) on file_links to yiwang_app;
