-- SPDX-License-Identifier: Apache-2.0
-- A lead (线索): a file with the standard packet. The packet is what was known when it was made; it does not change.

create table leads (
  lead_id uuid primary key references files (file_id),
  source text not null check (source in ('patrol', 'officer')),
  -- What made it, e.g. verdict:<id> or find:<id>: making it again answers with the same lead.
  origin text not null unique,
  title text not null,
  url text not null,
  page_key text not null,
  listing_id uuid,
  venue_id uuid,
  subject_id uuid,
  shop text,
  subject_name text,
  labels text[] not null,
  found_by text,
  found_at timestamptz not null,
  packet jsonb not null,
  search_text text not null
);
create index leads_by_subject on leads (subject_id);
create index leads_by_venue on leads (venue_id);
create index leads_search on leads using gin (bigrams(search_text));
alter table leads enable row level security;
create policy leads_read on leads for select using (may_read_file(lead_id));
create policy leads_open on leads for insert with check (may_write_file(lead_id));
grant select, insert on leads to yiwang_app;

create table lead_evidence (
  lead_id uuid not null references leads,
  evidence_id uuid not null,
  primary key (lead_id, evidence_id)
);
create index lead_evidence_back on lead_evidence (evidence_id);
alter table lead_evidence enable row level security;
create policy lead_evidence_read on lead_evidence for select using (may_read_file(lead_id));
create policy lead_evidence_write on lead_evidence for insert with check (may_write_file(lead_id));
grant select, insert on lead_evidence to yiwang_app;

-- Text search over scoped rows: under the policy the index could not serve it (@> is not leakproof), so this function
-- searches as the owner and applies the caller's scope itself.
create function search_leads(q text) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select l.lead_id from leads l
  where (length(q) < 2 or bigrams(l.search_text) @> bigrams(q))
    and l.search_text like '%' || like_literal(lower(q)) || '%'
    and exists (select 1 from file_access a where a.file_id = l.lead_id
      and a.agency_path >= scope_lo() and a.agency_path < scope_hi())
$$;
revoke all on function search_leads from public;
grant execute on function search_leads to yiwang_app;
