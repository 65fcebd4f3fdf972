-- SPDX-License-Identifier: Apache-2.0
-- What the check of a venue found at the end of each patrol, so that a campaign can tell what was mended.
create table venue_checks (
  patrol_id uuid not null references patrols,
  venue_id uuid not null references venues,
  -- Rules that counted; empty: nothing was wrong.
  rules text[] not null,
  checked_at timestamptz not null,
  primary key (patrol_id, venue_id)
);
create index venue_checks_by_venue on venue_checks (venue_id, checked_at desc);
grant select, insert, update on venue_checks to yiwang_app;
