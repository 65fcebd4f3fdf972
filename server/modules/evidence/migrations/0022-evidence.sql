-- SPDX-License-Identifier: Apache-2.0
-- Sealed captures. The bytes lie in the content-addressed store under sha256; a row exists only once they do.

create table evidence (
  evidence_id uuid primary key,
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  sm3 text not null check (sm3 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null,
  url text not null,
  title text,
  captured_at timestamptz not null,
  has_screenshot boolean not null,
  patrol_id uuid,
  venue_id uuid,
  -- Null: captured by a patrol of what everybody can see on the net, open to every officer.
  -- Else the office whose officer captured it.
  agency_path text collate "C",
  created_at timestamptz not null
);
create index evidence_newest on evidence (created_at desc, evidence_id);
create index evidence_by_patrol on evidence (patrol_id, created_at desc);
create index evidence_by_venue on evidence (venue_id, created_at desc);
alter table evidence enable row level security;
create policy evidence_read on evidence for select using (
  (agency_path is null and acting_kind() in ('person', 'system'))
  or (agency_path >= scope_lo() and agency_path < scope_hi()));
create policy evidence_write on evidence for insert with check (
  (agency_path is null and acting_kind() = 'system')
  or (agency_path >= scope_lo() and agency_path < scope_hi()));
grant select, insert on evidence to yiwang_app;

-- Chain of custody, append-only: who captured, viewed, exported, verified, and when.
create table custody (
  custody_id uuid primary key,
  evidence_id uuid not null references evidence,
  at timestamptz not null,
  act text not null check (act in ('captured', 'viewed', 'exported', 'verified')),
  actor_id uuid,
  actor_name text not null,
  note text
);
create index custody_by_evidence on custody (evidence_id, custody_id);
alter table custody enable row level security;
create policy custody_read on custody for select
  using (exists (select 1 from evidence e where e.evidence_id = custody.evidence_id));
create policy custody_write on custody for insert
  with check (exists (select 1 from evidence e where e.evidence_id = custody.evidence_id)
    and actor_id is not distinct from acting_person());
grant select, insert on custody to yiwang_app;
