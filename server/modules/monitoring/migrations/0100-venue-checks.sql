-- SPDX-License-Identifier: Apache-2.0
-- What pages say of the venue they belong to, and hits about a venue as a whole.

-- One row a patrol, venue and wording: the same footer on a thousand pages is one sighting, at its nearest page.
create table venue_sightings (
  sighting_id uuid primary key,
  patrol_id uuid not null references patrols,
  venue_id uuid not null references venues,
  digest text not null,
  url text not null,
  -- Links from the patrol's first page.
  clicks integer not null,
  -- The page on which the venue must show its licence.
  is_main boolean not null,
  signs jsonb not null,
  seen_at timestamptz not null,
  unique (patrol_id, venue_id, digest)
);
create index venue_sightings_by_venue on venue_sightings (venue_id, seen_at desc);
create index venue_sightings_by_url on venue_sightings (url, seen_at desc);
grant select, insert on venue_sightings to yiwang_app;
grant update (url, clicks, seen_at) on venue_sightings to yiwang_app;

-- A hit without a listing is about its venue; what its findings point into stands beside it.
alter table hits alter column listing_id drop not null;
alter table hits add column texts jsonb;
alter table hits add constraint hits_about_something check (listing_id is not null or venue_id is not null);
create unique index hits_venue_once on hits (venue_id, rule, digest) where listing_id is null;
create unique index hits_venue_open_once on hits (venue_id, rule) where listing_id is null and verdict_id is null;
