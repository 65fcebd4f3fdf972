-- SPDX-License-Identifier: Apache-2.0
-- One search over everything: two characters and more by bigrams. Functions that search as the owner apply the caller's
-- scope themselves (@> and LIKE are not leakproof: under a policy the index could not serve them).

create index evidence_search on evidence using gin (bigrams(url || ' ' || coalesce(title, '')));
create function search_evidence(q text, most integer) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select m.evidence_id from (
    select e.evidence_id, e.created_at from evidence e
    where bigrams(e.url || ' ' || coalesce(e.title, '')) @> bigrams(q)
      and lower(e.url || ' ' || coalesce(e.title, '')) like '%' || like_literal(lower(q)) || '%'
      and ((e.agency_path is null and acting_kind() in ('person', 'system')) or in_scope(e.agency_path))
    limit 3000) m
  order by m.created_at desc, m.evidence_id limit most
$$;
revoke all on function search_evidence from public;
grant execute on function search_evidence to yiwang_app;

create index documents_search on documents using gin (bigrams(number || ' ' || title_zh || ' ' || title_en));
create function search_documents(q text, most integer) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select m.document_id from (
    select d.document_id, d.asked_at from documents d
    where bigrams(d.number || ' ' || d.title_zh || ' ' || d.title_en) @> bigrams(q)
      and lower(d.number || ' ' || d.title_zh || ' ' || d.title_en) like '%' || like_literal(lower(q)) || '%'
      and exists (select 1 from file_access a where a.file_id = d.file_id
        and a.agency_path >= scope_lo() and a.agency_path < scope_hi())
    limit 3000) m
  order by m.asked_at desc, m.document_id limit most
$$;
revoke all on function search_documents from public;
grant execute on function search_documents to yiwang_app;
