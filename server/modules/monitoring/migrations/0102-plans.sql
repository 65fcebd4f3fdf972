-- SPDX-License-Identifier: Apache-2.0
-- Plans of patrols, their rounds and the sites of each round; how often each class of venue is looked at; prints of goods
-- that were found unlawful, to know them again elsewhere.

create table plans (
  plan_id uuid primary key,
  kind text not null check (kind in ('daily', 'campaign', 'targeted')),
  title text not null,
  ground text not null,
  sites text[] not null default '{}',
  classes text[] not null default '{}',
  every_days integer check (every_days > 0),
  at_hour integer not null check (at_hour between 0 and 23),
  starts_on date not null,
  recheck_on date,
  ends_on date,
  per_round integer not null check (per_round > 0),
  max_pages integer not null,
  rate real not null,
  render text not null,
  agency_id uuid,
  agency_path text collate "C" not null,
  created_by_id uuid,
  created_by text not null,
  created_at timestamptz not null,
  -- When the next round falls due; null: none any more.
  next_due_at timestamptz,
  paused_at timestamptz,
  ended_at timestamptz
);
create index plans_due on plans (next_due_at) where paused_at is null and ended_at is null;
create index plans_newest on plans (created_at desc, plan_id);

-- A round exists once: whoever begins it holds the plan's row, and the constraint stands behind it.
create table plan_runs (
  run_id uuid primary key,
  plan_id uuid not null references plans,
  round integer not null,
  phase text not null check (phase in ('check', 'recheck')),
  started_at timestamptz not null,
  unique (plan_id, round)
);
create table plan_targets (
  run_id uuid not null references plan_runs,
  host text not null,
  site text not null,
  patrol_id uuid references patrols,
  skipped text check (skipped in ('running', 'refused')),
  primary key (run_id, host)
);
create index plan_targets_by_patrol on plan_targets (patrol_id);
create index patrols_by_host on patrols (host, created_at desc);

create table rhythms (
  class text primary key check (class in ('platform', 'trading', 'showcase', 'shop')),
  days integer not null check (days between 1 and 366),
  basis text,
  set_by text,
  set_at timestamptz
);

-- Print of a listing whose hit an officer confirmed: bands of MinHash over its text, and its pictures.
create table listing_prints (
  listing_id uuid primary key references listings,
  title text not null,
  bands text[] not null,
  images text[] not null,
  made_at timestamptz not null
);
create index listing_prints_bands on listing_prints using gin (bands);
create index listing_prints_images on listing_prints using gin (images);

-- Goods that look like ones found unlawful and stand elsewhere: a hint, never a hit by itself.
create table comebacks (
  listing_id uuid not null references listings,
  of_listing_id uuid not null references listings,
  -- 0–1
  likeness real not null,
  by_text boolean not null,
  by_image boolean not null,
  seen_at timestamptz not null,
  primary key (listing_id, of_listing_id)
);
create index comebacks_of on comebacks (of_listing_id);

grant select, insert on plan_runs, plan_targets to yiwang_app;
grant select, insert, update on plans, rhythms, listing_prints, comebacks to yiwang_app;
grant delete on listing_prints to yiwang_app;
