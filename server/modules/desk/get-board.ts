// SPDX-License-Identifier: Apache-2.0
import type { Answer, getBoard as contract } from '@yiwang/contracts';
import { legalDay } from '@yiwang/kernel';
import { machineOf } from '@yiwang/procedures';
import { sql } from 'kysely';
import { type Actor, pathRange } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { agenciesByPath } from '../access/index.ts';
import { inBucket, onDesk } from './buckets.ts';

type Board = Answer<typeof contract>;

/** The office's open files by person and state, and how much lies with each office under it. */
export async function getBoard(tx: Tx, actor: Actor, now: number): Promise<Board> {
  return {
    asOf: new Date(now).toISOString(),
    people: await byPerson(tx, actor, now),
    states: await byState(tx, actor, now),
    offices: await byOffice(tx, actor, now),
  };
}

async function byPerson(tx: Tx, actor: Actor, now: number): Promise<Board['people']> {
  const today = legalDay(now);
  const { rows } = await sql<{
    id: string | null;
    name: string;
    open: number;
    overdue: number;
    week: number;
  }>`
    select t.assignee_id as id, coalesce(p.name, '') as name, count(*)::int as open,
      count(*) filter (where ${inBucket('overdue', today)})::int as overdue,
      count(*) filter (where ${inBucket('today', today)} or ${inBucket('week', today)})::int as week
    from file_tasks t left join people p on p.person_id = t.assignee_id
    where ${onDesk(actor, 'office', legalDay(now))} group by 1, 2 order by 1 nulls first`.execute(tx);
  return rows.map(({ id, name, ...counts }) => ({ person: id === null ? null : { id, name }, ...counts }));
}

async function byState(tx: Tx, actor: Actor, now: number): Promise<Board['states']> {
  const { rows } = await sql<{ procedure: string; state: string; count: number }>`
    select t.procedure, t.state, count(*)::int as count from file_tasks t
    where ${onDesk(actor, 'office', legalDay(now))} group by 1, 2`.execute(tx);
  return rows
    .map((row) => {
      const machine = machineOf(row.procedure);
      const at = Object.keys(machine.states).indexOf(row.state);
      const stateTitle = machine.states[row.state]?.title ?? { zh: row.state, en: row.state };
      return { at, view: { ...row, procedureTitle: machine.title, stateTitle } };
    })
    .sort((a, b) => a.view.procedure.localeCompare(b.view.procedure) || a.at - b.at)
    .map(({ view }) => view);
}

/** Everything held below, summed by office; the own office stands above and is left out. */
async function byOffice(tx: Tx, actor: Actor, now: number): Promise<Board['offices']> {
  const { lo, hi } = pathRange(actor.agencyPath);
  const { rows } = await sql<{ path: string; open: number; overdue: number }>`
    select t.holder_path as path, count(*)::int as open,
      count(*) filter (where ${inBucket('overdue', legalDay(now))})::int as overdue
    from file_tasks t where t.holder_path > ${lo} and t.holder_path < ${hi} and t.ended_at is null
    group by 1 order by 3 desc, 2 desc limit 100`.execute(tx);
  const agencies = await agenciesByPath(
    tx,
    rows.map((row) => row.path),
  );
  return rows.flatMap(({ path, open, overdue }) => {
    const agency = agencies.get(path);
    return agency ? [{ agency, open, overdue }] : [];
  });
}
