-- SPDX-License-Identifier: Apache-2.0
-- Patrols, the frontier, what was seen, and what the machine suspects. All of it is about the public net and read by
-- every officer; leads made of it are files with scope (leads). Own finds are scoped here.

-- State derives from the timestamps: ended (with or without a problem), stopped, started, asked for.
create table patrols (
  patrol_id uuid primary key,
  kind text not null check (kind in ('daily', 'campaign', 'targeted')),
  site text not null,
  host text not null,
  ground text not null,
  max_pages integer not null check (max_pages > 0),
  rate real not null check (rate > 0),
  render text not null check (render in ('auto', 'never', 'always')),
  agency_id uuid,
  agency_path text collate "C" not null,
  started_by_id uuid,
  started_by text,
  packs text,
  -- Visits handed out; what max_pages counts against.
  claimed integer not null default 0,
  created_at timestamptz not null,
  started_at timestamptz,
  stopped_at timestamptz,
  ended_at timestamptz,
  problem text
);
create index patrols_newest on patrols (created_at desc, patrol_id);
create index patrols_open on patrols (patrol_id) where ended_at is null and stopped_at is null;

-- Pace of a host, shared by every worker: next_at is the first free slot.
create table hosts (
  host text primary key,
  rate real not null,
  next_at timestamptz not null,
  paused_until timestamptz,
  failures integer not null default 0,
  asked bigint not null default 0
);

create table finds (
  find_id uuid primary key,
  url text not null,
  note text not null,
  label text,
  agency_id uuid not null,
  agency_path text collate "C" not null,
  officer_id uuid not null,
  officer_name text not null,
  officer_roles text[] not null,
  created_at timestamptz not null,
  started_at timestamptz,
  done_at timestamptz,
  problem text,
  lead_id uuid,
  evidence_id uuid
);
alter table finds enable row level security;
create policy finds_read on finds for select using (agency_path >= scope_lo() and agency_path < scope_hi());
create policy finds_write on finds for insert
  with check (agency_path >= scope_lo() and agency_path < scope_hi() and officer_id = acting_person());
create policy finds_move on finds for update using (agency_path >= scope_lo() and agency_path < scope_hi());
grant select, insert on finds to yiwang_app;
grant update (started_at, done_at, problem, lead_id, evidence_id) on finds to yiwang_app;

-- What is still to visit: patrol pages, own finds and later looks, under the same manners. slot makes an address of a
-- patrol (a find, a look) exist once. An entry is somebody's while its lease lasts; whoever finishes it must still hold
-- it, so a page is recorded once however often workers are killed.
create table frontier (
  entry_id uuid primary key,
  slot text not null unique,
  purpose text not null check (purpose in ('patrol', 'find', 'recheck')),
  patrol_id uuid references patrols,
  find_id uuid references finds,
  -- Page key of a later look.
  watch_key text,
  url text not null,
  host text not null,
  depth integer not null,
  ground text not null,
  not_before timestamptz not null,
  attempts integer not null default 0,
  lease uuid,
  leased_until timestamptz,
  done_at timestamptz,
  outcome text
);
create index frontier_due on frontier (host, depth, not_before) where done_at is null;
create index frontier_open on frontier (patrol_id) where done_at is null;
create index frontier_looks on frontier (watch_key, not_before) where watch_key is not null;

-- The log of every request with its ground, append-only.
create table request_log (
  request_id uuid primary key,
  patrol_id uuid,
  entry_id uuid,
  url text not null,
  host text not null,
  method text not null,
  status integer,
  outcome text not null check (outcome in ('page', 'unchanged', 'barred', 'failed', 'other')),
  at timestamptz not null,
  ms integer,
  bytes bigint,
  title text,
  listings integer not null default 0,
  hits integer not null default 0,
  note text,
  ground text not null,
  remote_address text
);
create index request_log_by_patrol on request_log (patrol_id, request_id desc);
create index request_log_by_outcome on request_log (patrol_id, outcome);
create index request_log_by_time on request_log (at);

create table pages (
  page_id uuid primary key,
  page_key text not null unique,
  url text not null,
  host text not null,
  venue_id uuid,
  title text,
  -- Digest of the visible text: a new version is only what a visitor would see as one.
  text_digest text,
  body_digest text,
  etag text,
  last_modified text,
  -- Version of the rules it was last judged by; other rules judge an unchanged page again.
  packs text,
  -- Where the page led to: an unchanged page sends no body, and its links must be followed all the same.
  links text[] not null default '{}',
  version integer not null default 0,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  checked_at timestamptz not null,
  changed_at timestamptz not null,
  gone_at timestamptz
);
create table page_versions (
  page_id uuid not null references pages,
  version integer not null,
  text_digest text not null,
  title text,
  seen_at timestamptz not null,
  patrol_id uuid,
  primary key (page_id, version)
);

create table listings (
  listing_id uuid primary key,
  listing_key text not null unique,
  page_id uuid not null references pages,
  url text not null,
  venue_id uuid,
  title text not null,
  price numeric,
  currency text,
  -- Digest of text, price and pictures.
  digest text not null,
  version integer not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  changed_at timestamptz not null,
  gone_at timestamptz,
  -- Counts up each time it comes back after it was gone.
  appearance integer not null default 1
);
create index listings_by_page on listings (page_id);
create index listings_by_venue on listings (venue_id);
create table listing_versions (
  listing_id uuid not null references listings,
  version integer not null,
  digest text not null,
  texts jsonb not null,
  price numeric,
  original_price numeric,
  currency text,
  images text[] not null,
  seen_at timestamptz not null,
  patrol_id uuid,
  primary key (listing_id, version)
);
create table price_points (
  listing_id uuid not null references listings,
  day date not null,
  price numeric not null,
  currency text not null,
  primary key (listing_id, day)
);

create table hits (
  hit_id uuid primary key,
  listing_id uuid not null references listings,
  rule text not null,
  version integer not null,
  digest text not null,
  appearance integer not null,
  label text not null,
  severity text not null check (severity in ('info', 'slight', 'serious', 'major')),
  confidence real not null,
  risk real not null,
  findings jsonb not null,
  title text not null,
  url text not null,
  price numeric,
  currency text,
  shop text,
  venue_id uuid,
  patrol_id uuid,
  evidence_id uuid,
  boxes jsonb not null default '[]',
  screenshot jsonb,
  group_key text not null,
  packs text not null,
  found_at timestamptz not null,
  updated_at timestamptz not null,
  -- The verdict in force; null: open.
  verdict_id uuid
);
-- The same content hits once under a rule (again only when the goods come back after they were gone), and an open hit is
-- one however often its listing changes.
create unique index hits_once on hits (listing_id, rule, digest, appearance);
create unique index hits_open_once on hits (listing_id, rule) where verdict_id is null;
create index hits_open_by_risk on hits (risk desc, hit_id) where verdict_id is null;
create index hits_newest on hits (found_at desc, hit_id);
create index hits_by_group on hits (group_key) where verdict_id is null;
create index hits_by_venue on hits (venue_id);
create index hits_by_patrol on hits (patrol_id);
create index hits_by_evidence on hits (evidence_id);
create index hits_by_rule on hits (rule);
create index hits_title on hits using gin (bigrams(title || ' ' || coalesce(shop, '')));

-- What officers said of hits, append-only; taking back is a row as well.
create table verdicts (
  verdict_id uuid primary key,
  hit_id uuid not null references hits,
  verdict text not null check (verdict in ('confirmed', 'noise', 'duplicate', 'dead', 'undo')),
  by_id uuid,
  by_name text not null,
  agency_path text collate "C" not null,
  at timestamptz not null,
  note text,
  lead_id uuid
);
create index verdicts_by_hit on verdicts (hit_id, verdict_id);
alter table hits add foreign key (verdict_id) references verdicts;

grant select, insert, update on patrols, hosts, frontier, pages, listings, price_points, hits to yiwang_app;
grant select, insert on request_log, page_versions, listing_versions, verdicts to yiwang_app;
