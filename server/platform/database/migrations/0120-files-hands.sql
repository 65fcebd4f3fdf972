-- SPDX-License-Identifier: Apache-2.0
-- Files that go through the hands of several offices: who holds it now is a replay of the timeline, like state.

alter table files add column holder_id uuid;
update files set holder_id = agency_id;
alter table files alter column holder_id set not null;
create index files_by_holder on files (holder_id, procedure) where ended_at is null;
grant update (holder_id) on files to yiwang_app;

alter table file_timeline add column agency_id uuid;
update file_timeline t set agency_id = a.agency_id from agencies a where a.path = t.agency_path;
-- The caller's Idempotency-Key: an action that was committed answers again instead of happening again, even when the
-- process died before it could answer.
alter table file_timeline add column request_key text;
create unique index file_timeline_request on file_timeline (file_id, request_key) where request_key is not null;

-- What people and linked parties hand in: bytes lie under their digest beside the evidence, never in a row.
create table file_attachments (
  attachment_id uuid primary key,
  file_id uuid not null references files,
  name text not null,
  media_type text not null,
  bytes integer not null check (bytes > 0),
  sha256 text not null,
  added_by text not null,
  added_at timestamptz not null
);
create index file_attachments_by_file on file_attachments (file_id, attachment_id);
alter table file_attachments enable row level security;
create policy file_attachments_read on file_attachments for select using (may_read_file(file_id));
create policy file_attachments_write on file_attachments for insert with check (may_write_file(file_id));
grant select, insert on file_attachments to yiwang_app;
