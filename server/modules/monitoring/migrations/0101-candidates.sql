-- SPDX-License-Identifier: Apache-2.0
-- Places that may be venues, who or what proposed them, what one look at their first page showed, and what officers said.
-- About the public net and read by every officer: no policy.

create table candidates (
  candidate_id uuid primary key,
  -- Host without www., as the register keys sites: one row however often and from wherever it is proposed.
  venue_key text not null unique,
  url text not null,
  host text not null,
  name text,
  -- 0–1: how much speaks for a venue where somebody trades.
  score real not null default 0,
  -- What the first page showed; null until somebody looked.
  probe jsonb,
  probed_at timestamptz,
  -- Fingerprint of the page's markup (hex of 64 bits), for venues of one template.
  template text,
  -- The verdict in force; null: open.
  verdict_id uuid,
  venue_id uuid references venues,
  proposed_at timestamptz not null,
  updated_at timestamptz not null
);
create index candidates_open on candidates (score desc, candidate_id) where verdict_id is null;
create index candidates_newest on candidates (proposed_at desc, candidate_id);
create index candidates_title on candidates using gin (bigrams(coalesce(name, '') || ' ' || url));

-- Why it was proposed, one row a reason; the same reason again only moves seen_at.
create table candidate_reasons (
  reason_id uuid primary key,
  candidate_id uuid not null references candidates,
  kind text not null check (kind in ('link', 'contact', 'icp', 'uscc', 'template', 'list', 'complaint', 'search', 'officer')),
  detail text not null,
  -- Page or list that names it.
  source text,
  from_venue_id uuid references venues,
  patrol_id uuid references patrols,
  by_name text,
  weight real not null,
  first_seen_at timestamptz not null,
  seen_at timestamptz not null
);
create unique index candidate_reasons_once on candidate_reasons (candidate_id, kind, md5(detail));

-- What officers said, append-only; taking back is a row as well.
create table candidate_verdicts (
  verdict_id uuid primary key,
  candidate_id uuid not null references candidates,
  verdict text not null check (verdict in ('trading', 'matched_registered', 'updated', 'wrong_link', 'dead_link',
    'not_local', 'illegal_site', 'no_licence', 'undo')),
  by_id uuid,
  by_name text not null,
  agency_path text collate "C" not null,
  at timestamptz not null,
  note text,
  venue_id uuid,
  subject_id uuid,
  -- Whether this verdict brought the venue into the register.
  made_venue boolean not null default false
);
create index candidate_verdicts_by_candidate on candidate_verdicts (candidate_id, verdict_id);
alter table candidates add foreign key (verdict_id) references candidate_verdicts;

-- Fingerprints of the first pages of venues, for "of the same template".
create table venue_templates (
  venue_id uuid primary key references venues,
  template text not null,
  seen_at timestamptz not null
);
create index venue_templates_by_template on venue_templates (template);

-- A patrol's pages by the addresses of its log: their outgoing links are looked through when it ends.
create index pages_by_url on pages (md5(url));

grant select, insert, update on candidates, venue_templates to yiwang_app;
grant select, insert on candidate_reasons, candidate_verdicts to yiwang_app;
grant update (seen_at, source, weight) on candidate_reasons to yiwang_app;

-- A venue that only a verdict brought in and nothing else names yet goes with that verdict; else it stays.
create function forget_untouched_venue(wanted uuid) returns boolean language plpgsql security definer
  set search_path = public as $$
begin
  delete from venues v where v.venue_id = wanted and v.subject_id is null
    and not exists (select 1 from facts f where f.object_id = wanted and f.source <> 'discovery')
    and not exists (select 1 from pages p where p.venue_id = wanted)
    and not exists (select 1 from listings l where l.venue_id = wanted)
    and not exists (select 1 from hits h where h.venue_id = wanted)
    and not exists (select 1 from venues o where o.platform_id = wanted)
    and not exists (select 1 from candidates c where c.venue_id = wanted)
    and not exists (select 1 from candidate_reasons r where r.from_venue_id = wanted)
    and not exists (select 1 from venue_sightings s where s.venue_id = wanted)
    and not exists (select 1 from venue_templates t where t.venue_id = wanted);
  return found;
end $$;
revoke all on function forget_untouched_venue(uuid) from public;
grant execute on function forget_untouched_venue(uuid) to yiwang_app;
