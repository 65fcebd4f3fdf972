// SPDX-License-Identifier: Apache-2.0
import type { Found, SearchKind } from '@yiwang/contracts';
import { machineOf } from '@yiwang/procedures';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import { type FileKind, pageOf } from '../../platform/files/index.ts';

/** Finds at most `most` things of one kind by a text of two characters and more, in the caller's scope. */
export type Finder = (tx: Tx, q: string, most: number) => Promise<Found[]>;

/** Matches that are looked at before they are ordered: a common word does not cost more than this. */
const CANDIDATES = 500;

const files =
  (kinds: readonly FileKind[]): Finder =>
  async (tx, q, most) => {
    const { rows } = await sql<{
      file_id: string;
      procedure: string;
      machine_version: number;
      number: string;
      title: string;
      state: string;
    }>`
      select t.file_id, t.procedure, t.machine_version, t.number, t.title, t.state
      from search_files(${q}, ${most}) with ordinality as f (id, at) join file_tasks t on t.file_id = f.id
      order by f.at`.execute(tx);
    return rows.map((row) => {
      const machine = machineOf(row.procedure, row.machine_version);
      return {
        id: row.file_id,
        href: pageOf(kinds, row.procedure, row.file_id),
        title: row.title === '' ? row.number : row.title,
        line: row.number,
        state: machine.states[row.state]?.title ?? null,
      };
    });
  };

const subjects: Finder = async (tx, q, most) => {
  const { rows } = await sql<{ id: string; name: string; uscc: string | null }>`
    select subject_id as id, name, uscc from (
      select subject_id, name, uscc, last_seen_at from subjects where uscc = upper(${q}) and merged_into is null
      union all
      (select subject_id, name, uscc, last_seen_at from subjects
        where bigrams(name) @> bigrams(${q}) and lower(name) like '%' || like_literal(lower(${q})) || '%'
          and merged_into is null limit ${CANDIDATES})) s
    order by last_seen_at desc, subject_id limit ${most}`.execute(tx);
  return rows.map(({ id, name, uscc }) => ({
    id,
    href: `/console/registry/subjects/${id}`,
    title: name,
    line: uscc,
    state: null,
  }));
};

const venues: Finder = async (tx, q, most) => {
  // Nearly every address begins so: these characters tell nothing apart and cost the most.
  const words = q.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/+$/, '');
  if (words.length < 2) return [];
  const { rows } = await sql<{ id: string; name: string; url: string }>`
    select venue_id as id, name, url from (
      select venue_id, name, url, last_seen_at from venues
      where bigrams(name || ' ' || url) @> bigrams(${words})
        and lower(name || ' ' || url) like '%' || like_literal(lower(${words})) || '%' limit ${CANDIDATES}) v
    order by last_seen_at desc, venue_id limit ${most}`.execute(tx);
  return rows.map(({ id, name, url }) => ({
    id,
    href: `/console/registry/venues/${id}`,
    title: name,
    line: url,
    state: null,
  }));
};

const hits: Finder = async (tx, q, most) => {
  const { rows } = await sql<{ id: string; title: string; shop: string | null }>`
    select hit_id as id, title, shop from (
      select hit_id, title, shop, found_at from hits
      where bigrams(title || ' ' || coalesce(shop, '')) @> bigrams(${q})
        and lower(title || ' ' || coalesce(shop, '')) like '%' || like_literal(lower(${q})) || '%'
      limit ${CANDIDATES}) h
    order by found_at desc, hit_id limit ${most}`.execute(tx);
  return rows.map(({ id, title, shop }) => ({
    id,
    href: `/console/triage?hit=${id}`,
    title,
    line: shop,
    state: null,
  }));
};

const evidence: Finder = async (tx, q, most) => {
  const digest = /^[0-9a-f]{12,64}$/i.test(q);
  const { rows } = await sql<{ id: string; title: string | null; url: string }>`
    select evidence_id as id, title, url from evidence
    where ${
      digest
        ? sql`sha256 >= ${q.toLowerCase()} and sha256 < ${`${q.toLowerCase()}g`}`
        : sql`evidence_id in (select search_evidence(${q}, ${most}))`
    } order by created_at desc, evidence_id limit ${most}`.execute(tx);
  return rows.map(({ id, title, url }) => ({
    id,
    href: `/console/evidence/${id}`,
    title: title ?? url,
    line: url,
    state: null,
  }));
};

const documents =
  (kinds: readonly FileKind[]): Finder =>
  async (tx, q, most) => {
    const { rows } = await sql<{
      id: string;
      file_id: string;
      procedure: string;
      number: string;
      title_zh: string;
    }>`
      select d.document_id as id, d.file_id, f.procedure, d.number, d.title_zh
      from search_documents(${q}, ${most}) with ordinality as s (id, at)
      join documents d on d.document_id = s.id join files f on f.file_id = d.file_id order by s.at`.execute(
      tx,
    );
    return rows.map((row) => ({
      id: row.id,
      href: pageOf(kinds, row.procedure, row.file_id),
      title: row.title_zh,
      line: row.number,
      state: null,
    }));
  };

export const finders = (kinds: readonly FileKind[]): Record<SearchKind, Finder> => ({
  files: files(kinds),
  subjects,
  venues,
  hits,
  evidence,
  documents: documents(kinds),
});
