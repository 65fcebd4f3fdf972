-- SPDX-License-Identifier: Apache-2.0
-- The register of subjects and venues. Every officer reads it, so it carries no policy: @> and LIKE are not leakproof,
-- and under a policy a 0.2 ms bigram search becomes a scan. The public gets named facts through one verb only.

create table subjects (
  subject_id uuid primary key,
  name text not null,
  -- Letters and digits of the name, folded: how a subject without a credit code is recognised.
  name_key text not null,
  uscc text,
  uscc_valid boolean,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null
);
create unique index subjects_by_uscc on subjects (uscc) where uscc is not null;
create unique index subjects_by_name on subjects (name_key) where uscc is null;
create index subjects_name_key on subjects (name_key);
create index subjects_name on subjects using gin (bigrams(name));
create index subjects_recent on subjects (last_seen_at desc, subject_id);

create table venues (
  venue_id uuid primary key,
  kind text not null check (kind in ('site', 'shop')),
  -- host for a site; host + path or seller for a shop on a site
  venue_key text not null unique,
  name text not null,
  url text not null,
  host text not null,
  platform_id uuid references venues,
  subject_id uuid references subjects,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null
);
create index venues_name on venues using gin (bigrams(name || ' ' || url));
create index venues_by_host on venues (host);
create index venues_by_subject on venues (subject_id);
create index venues_by_platform on venues (platform_id);
create index venues_recent on venues (last_seen_at desc, venue_id);

-- One row per thing that was said of a subject or venue, by whom and when: nothing is overwritten.
create table facts (
  fact_id uuid primary key,
  object_id uuid not null,
  field text not null,
  value text not null,
  valid boolean,
  source text not null,
  source_url text,
  evidence_id uuid,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null
);
create unique index facts_once on facts (object_id, field, md5(value), source);
create index facts_by_value on facts (field, md5(value));

grant select, insert, update on subjects, venues to yiwang_app;
grant select, insert on facts to yiwang_app;
grant update (last_seen_at, source_url, evidence_id) on facts to yiwang_app;
