-- SPDX-License-Identifier: Apache-2.0
-- Subjects of all kinds, what is registered of them, how two records become one and one becomes two, and their class.

alter table subjects add column kind text not null default 'merchant'
  check (kind in ('merchant', 'natural-person', 'platform', 'service-provider'));
alter table subjects add column service text
  check (service in ('payment', 'hosting', 'search', 'rating', 'logistics', 'other'));
alter table subjects add constraint subjects_service check ((kind = 'service-provider') = (service is not null));
alter table subjects add column status text check (status in ('active', 'abnormal', 'revoked', 'cancelled'));
alter table subjects add column registered_on date;
alter table subjects add column division text;
alter table subjects add column address text;
alter table subjects add column phone text;
-- Who said what stands in these columns, and when. What they held before is among the facts, with its own source.
alter table subjects add column said_by text;
alter table subjects add column said_at timestamptz;
-- The record that stands for this one; null: it stands for itself. Never a chain: the target is always a head.
alter table subjects add column merged_into uuid references subjects;
alter table subjects add column credit_class text check (credit_class in ('A', 'B', 'C', 'D'));
alter table subjects add column classed_at timestamptz;
create index subjects_by_phone on subjects (phone) where phone is not null;
create index subjects_merged on subjects (merged_into) where merged_into is not null;
create index subjects_by_kind on subjects (kind, last_seen_at desc, subject_id) where merged_into is null;
create index subjects_by_class on subjects (credit_class, last_seen_at desc, subject_id) where credit_class is not null;

-- Two records are one: nothing is moved or lost, so that it can be undone.
create table subject_mergers (
  merger_id uuid primary key,
  into_id uuid not null references subjects,
  from_id uuid not null references subjects,
  -- Records that stood behind `from` and went along.
  along uuid[] not null default '{}',
  at timestamptz not null,
  by_person uuid,
  by_name text not null,
  reason text not null,
  undone_at timestamptz,
  undone_by text,
  undo_reason text
);
create index subject_mergers_into on subject_mergers (into_id);
create index subject_mergers_from on subject_mergers (from_id);
create unique index subject_mergers_open on subject_mergers (from_id) where undone_at is null;
grant select, insert on subject_mergers to yiwang_app;
grant update (undone_at, undone_by, undo_reason) on subject_mergers to yiwang_app;

-- One record was two: venues that went to a new one.
create table subject_splits (
  split_id uuid primary key,
  from_id uuid not null references subjects,
  new_id uuid not null references subjects,
  venue_ids uuid[] not null,
  at timestamptz not null,
  by_person uuid,
  by_name text not null,
  reason text not null
);
create index subject_splits_from on subject_splits (from_id);
grant select, insert on subject_splits to yiwang_app;

-- The credit file (Order 49 art. 33; ECL art. 86): what happened, each with its source. Append-only. What comes from a
-- file is seen by those who may see the file.
create table credit_events (
  event_id uuid primary key,
  subject_id uuid not null references subjects,
  kind text not null check (kind in ('checked-clean', 'corrected', 'not-corrected', 'case', 'penalty', 'unreachable',
    'abnormal-list', 'dishonesty-list', 'repair', 'notice-ignored')),
  on_day date not null,
  note text not null,
  source text not null,
  file_id uuid references files,
  by_name text not null,
  at timestamptz not null
);
create index credit_events_of on credit_events (subject_id, on_day desc);
create unique index credit_events_of_file on credit_events (file_id, kind) where file_id is not null;
alter table credit_events enable row level security;
create policy credit_events_read on credit_events for select using (file_id is null or may_read_file(file_id));
create policy credit_events_write on credit_events for insert with check (file_id is null or may_read_file(file_id));
grant select, insert on credit_events to yiwang_app;

-- Every class that was given, by whom and why; none falls or rises by itself.
create table credit_classes (
  class_id uuid primary key,
  subject_id uuid not null references subjects,
  class text not null check (class in ('A', 'B', 'C', 'D')),
  before text,
  proposed text,
  reason text not null,
  by_person uuid not null,
  by_name text not null,
  at timestamptz not null
);
create index credit_classes_of on credit_classes (subject_id, at desc);
grant select, insert on credit_classes to yiwang_app;

-- Imports: how far each is. A file is known by its digest, so that asking again goes on where it stopped.
create table imports (
  import_id uuid primary key,
  kind text not null check (kind in ('subjects')),
  name text not null,
  digest text not null,
  agency_path text collate "C" not null,
  by_name text not null,
  rows_done integer not null default 0,
  made integer not null default 0,
  changed integer not null default 0,
  same integer not null default 0,
  bad integer not null default 0,
  asked_at timestamptz not null,
  ended_at timestamptz,
  problem text
);
create unique index imports_once on imports (kind, digest, agency_path);
alter table imports enable row level security;
create policy imports_scope on imports using (in_scope(agency_path)) with check (in_scope(agency_path));
grant select, insert, update on imports to yiwang_app;

-- Places of trade of every kind; what has no address of its own is known by its account.
alter table venues drop constraint venues_kind_check;
alter table venues add constraint venues_kind_check check (kind in ('site', 'shop', 'app', 'mini-program',
  'public-account', 'live-account', 'local-store'));
create index venues_by_kind on venues (kind, last_seen_at desc, venue_id);
