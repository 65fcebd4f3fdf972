-- SPDX-License-Identifier: Apache-2.0
-- Complaints, reports and questions. A paper is what somebody handed in once; each half of it is a file of its own
-- (O20 7, O121 9). Whoever filed is sealed field by field and lies apart from everything that lists, searches or shows.

-- The house takes in what the public files; it acts as the system. Never true for a person's transaction.
create function acting_house() returns boolean language sql stable parallel safe
  return acting_kind() = 'system';
create function acting_role(wanted text[]) returns boolean language sql stable parallel safe
  return string_to_array(coalesce(current_setting('yiwang.roles', true), ''), ',') && wanted;

create table papers (
  paper_id uuid primary key,
  -- HMAC of the receipt code; the code itself is derived from the paper's id and stored nowhere.
  receipt_digest bytea not null unique,
  -- HMAC of the sender's idempotency key, and the digest of what came with it.
  key_digest bytea unique,
  body_digest bytea not null,
  channel text not null,
  -- Who keyed it at the desk; null: the public.
  taken_by uuid,
  received_at timestamptz not null
);
alter table papers enable row level security;

create table filings (
  filing_id uuid primary key,
  paper_id uuid not null references papers,
  kind text not null check (kind in ('complaint', 'report', 'inquiry')),
  door text not null check (door in ('consumer', 'operator')),
  channel text not null,
  matter text not null,
  received_on date not null,
  title text not null,
  statement text not null,
  claims text[] not null default '{}',
  amount numeric,
  happened_on date,
  known_on date,
  order_number text,
  shop_name text,
  shop_url text,
  page_key text,
  platform_name text,
  respondent_name text,
  respondent_address text,
  respondent_phone text,
  venue_id uuid,
  subject_id uuid,
  -- What the venue rules said on the day, with their articles: shown before sending and kept as it was.
  office jsonb not null,
  seal text not null check (seal in ('ANON', 'SEALED', 'PARTY_VISIBLE')),
  real_name boolean not null,
  consent_publish boolean not null default false,
  consent_entrust boolean not null default false,
  complainants integer not null default 1 check (complainants > 0),
  -- Keyed digests of the filer's telephone and name, of the dispute, of the target: equal ones are found, none is read.
  filer_digest bytea,
  dispute_digest bytea,
  cluster_key text,
  search_text text not null
);
-- Checked at the end: the number of the file is taken last, so that its row is locked for a moment only.
alter table filings add constraint filings_file foreign key (filing_id) references files (file_id)
  deferrable initially deferred;
create index filings_by_paper on filings (paper_id);
create index filings_by_filer on filings (filer_digest) where filer_digest is not null;
create index filings_by_dispute on filings (dispute_digest) where dispute_digest is not null;
create index filings_by_cluster on filings (cluster_key, received_on) where cluster_key is not null;
create index filings_by_subject on filings (subject_id) where subject_id is not null;
create index filings_search on filings using gin (bigrams(search_text));
alter table filings enable row level security;
create policy filings_read on filings for select using (may_read_file(filing_id));
create policy filings_open on filings for insert with check (may_write_file(filing_id));
grant select, insert on filings to yiwang_app;

create policy papers_read on papers for select using (
  acting_house() or taken_by = acting_person()
  or exists (select 1 from filings f where f.paper_id = papers.paper_id));
create policy papers_write on papers for insert with check (
  acting_kind() in ('system', 'person') and taken_by is not distinct from acting_person());
grant select, insert on papers to yiwang_app;

-- Sealed: AES-256-GCM per field, context `filing:<id>:<party>:<field>`. party 0 = who filed, 1… = joint complainants.
-- Read only by those who handle the file, in their roles; a report's reporter never by mediators.
create table filer_identities (
  filing_id uuid not null references filings (filing_id) deferrable initially deferred,
  party integer not null,
  field text not null check (field in ('name', 'phone', 'email', 'address', 'idKind', 'idNumber', 'agent')),
  sealed bytea not null,
  primary key (filing_id, party, field)
);
alter table filer_identities enable row level security;
create policy identities_read on filer_identities for select using (
  may_read_file(filing_id) and exists (select 1 from filings f where f.filing_id = filer_identities.filing_id
    and acting_role(case f.kind when 'report' then array['intake_clerk', 'field_officer', 'authority_head']
      else array['intake_clerk', 'mediator', 'field_officer', 'authority_head'] end)));
create policy identities_write on filer_identities for insert with check (may_write_file(filing_id));
grant select, insert on filer_identities to yiwang_app;

-- Who looked at an identity, when and what for; append-only, shown to the keepers of the file and to the filer.
create table identity_reads (
  read_id uuid primary key,
  filing_id uuid not null references filings (filing_id),
  person_id uuid,
  person_name text not null,
  agency_path text collate "C" not null,
  purpose text not null,
  rationale text not null,
  fields text[] not null,
  at timestamptz not null
);
create index identity_reads_by_filing on identity_reads (filing_id, read_id);
alter table identity_reads enable row level security;
create policy identity_reads_read on identity_reads for select using (may_read_file(filing_id));
create policy identity_reads_write on identity_reads for insert with check (
  may_read_file(filing_id) and person_id is not distinct from acting_person());
grant select, insert on identity_reads to yiwang_app;

-- Talk between the filer and the office, append-only.
create table filing_messages (
  message_id uuid primary key,
  filing_id uuid not null references filings (filing_id),
  side text not null check (side in ('filer', 'office')),
  person_id uuid,
  text text not null,
  at timestamptz not null
);
create index filing_messages_by_filing on filing_messages (filing_id, message_id);
alter table filing_messages enable row level security;
create policy filing_messages_read on filing_messages for select using (may_read_file(filing_id));
create policy filing_messages_write on filing_messages for insert with check (
  may_write_file(filing_id) and person_id is not distinct from acting_person());
grant select, insert on filing_messages to yiwang_app;

-- What was handed in with a paper. Bytes lie in the store under their digest; metadata is kept and not shown.
create table filing_proofs (
  attachment_id uuid primary key,
  -- Null until the paper is sent; then a ticket holds it for a day.
  paper_id uuid references papers,
  ticket_digest bytea unique,
  side text not null check (side in ('filer', 'office')),
  name text not null,
  type text not null,
  bytes integer not null,
  sha256 text not null,
  width integer,
  height integer,
  metadata jsonb not null default '{}',
  received_at timestamptz not null
);
create index filing_proofs_by_paper on filing_proofs (paper_id);
create index filing_proofs_waiting on filing_proofs (received_at) where paper_id is null;
alter table filing_proofs enable row level security;
create policy filing_proofs_read on filing_proofs for select using (
  acting_house() or exists (select 1 from filings f where f.paper_id = filing_proofs.paper_id));
create policy filing_proofs_write on filing_proofs for insert with check (acting_house());
-- A ticket is bound by the house, or by the desk that keys what was scanned.
create policy filing_proofs_waiting on filing_proofs for select using (acting_kind() = 'person' and paper_id is null
  and ticket_digest is not null);
create policy filing_proofs_bind on filing_proofs for update using (acting_house() or paper_id is null)
  with check (acting_kind() in ('system', 'person'));
create policy filing_proofs_drop on filing_proofs for delete using (acting_house() and paper_id is null);
grant select, insert, delete on filing_proofs to yiwang_app;
grant update (paper_id, ticket_digest) on filing_proofs to yiwang_app;

-- A filing under way on the portal: sealed under a key that only the visitor's cookie holds.
create table filing_drafts (
  draft_digest bytea primary key,
  sealed bytea not null,
  updated_at timestamptz not null
);
create index filing_drafts_age on filing_drafts (updated_at);
alter table filing_drafts enable row level security;
create policy filing_drafts_house on filing_drafts using (acting_house()) with check (acting_house());
grant select, insert, update, delete on filing_drafts to yiwang_app;

-- The shop's page as it was when somebody filed: one capture an address and ten minutes.
create table filing_captures (
  page_key text not null,
  slot timestamptz not null,
  patrol_id uuid,
  problem text,
  asked_at timestamptz not null,
  primary key (page_key, slot)
);
create table filing_capture_links (
  filing_id uuid not null references filings (filing_id),
  page_key text not null,
  slot timestamptz not null,
  primary key (filing_id, page_key, slot),
  foreign key (page_key, slot) references filing_captures
);
alter table filing_capture_links enable row level security;
create policy filing_capture_links_read on filing_capture_links for select using (may_read_file(filing_id));
create policy filing_capture_links_write on filing_capture_links for insert with check (may_write_file(filing_id));
grant select, insert on filing_captures, filing_capture_links to yiwang_app;
grant update (patrol_id, problem) on filing_captures to yiwang_app;

-- Text search over scoped rows, as for leads: searches as the owner and applies the caller's scope itself.
create function search_filings(q text) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select f.filing_id from filings f
  where (length(q) < 2 or bigrams(f.search_text) @> bigrams(q))
    and f.search_text like '%' || like_literal(lower(q)) || '%'
    and exists (select 1 from file_access a where a.file_id = f.filing_id
      and a.agency_path >= scope_lo() and a.agency_path < scope_hi())
$$;
revoke all on function search_filings from public;
grant execute on function search_filings to yiwang_app;

-- How often the same filer, dispute or target came before. Counts go over the whole register, whoever holds the files:
-- a number tells nobody anything, and which files they are is shown only where they may be read.
create function count_filings(filer bytea, dispute bytea, cluster text, since date, except_paper uuid)
returns table (by_filer integer, by_dispute integer, by_cluster integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select
    (select count(*)::int from filings where filer_digest = filer and received_on >= since and paper_id <> except_paper),
    (select count(*)::int from filings where dispute_digest = dispute and paper_id <> except_paper),
    (select count(*)::int from filings where cluster_key = cluster and received_on >= since and paper_id <> except_paper)
$$;
revoke all on function count_filings from public;
grant execute on function count_filings to yiwang_app;
