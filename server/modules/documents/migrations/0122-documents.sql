-- SPDX-License-Identifier: Apache-2.0
-- Papers of files: asked for in the transaction of the step that makes them, with number and data; the worker makes the
-- PDF of exactly these data and keeps it under its digest.

create table documents (
  document_id uuid primary key,
  file_id uuid not null references files,
  -- Entry of the timeline that asked for it: a step makes each of its papers once.
  seq integer not null,
  template text not null,
  words jsonb not null,
  data jsonb not null,
  number text not null unique,
  title_zh text not null,
  title_en text not null,
  agency_id uuid not null,
  agency_path text collate "C" not null,
  asked_at timestamptz not null,
  asked_by text not null,
  sha256 text,
  bytes integer,
  ready_at timestamptz,
  failed_at timestamptz,
  failure text,
  unique (file_id, seq, template)
);
create index documents_by_office on documents (agency_path, document_id);
alter table documents enable row level security;
create policy documents_read on documents for select using (may_read_file(file_id));
create policy documents_ask on documents for insert with check (may_write_file(file_id));
create policy documents_make on documents for update using (may_write_file(file_id)) with check (may_write_file(file_id));
grant select, insert on documents to yiwang_app;
grant update (sha256, bytes, ready_at, failed_at, failure) on documents to yiwang_app;

-- Words of an office in the place of the house's. Versions stay: a paper carries the words it was made of.
create table document_templates (
  agency_id uuid not null references agencies,
  template text not null,
  version integer not null check (version > 0),
  -- null: back to the words of the house
  words jsonb,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (agency_id, template, version)
);
grant select, insert on document_templates to yiwang_app;
