// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';

/** The days that count, as instants [from, to) and as legal days. */
export interface Period {
  from: Date;
  to: Date;
  firstDay: string;
  lastDay: string;
  today: string;
}

/** `select file_id, at …`: the files that count, within the caller's scope; each file once. */
export type Items = (period: Period) => RawBuilder<unknown>;

/** Starts from file_access: its policy is an index range. */
const scoped = sql`(select distinct file_id from file_access) a join files f on f.file_id = a.file_id`;

/** Files of a procedure opened in the period; a lead whose verdict was taken back was never one. */
export const opened =
  (procedure: string, and: RawBuilder<unknown> = sql`true`): Items =>
  ({ from, to }) =>
    sql`
    select f.file_id, f.opened_at as at from ${scoped}
    where f.procedure = ${procedure} and f.opened_at >= ${from} and f.opened_at < ${to}
      and not (f.procedure = 'lead' and f.state = 'withdrawn') and ${and}`;

/** Files of a procedure on which the act was taken in the period. `e` is the entry, `f` the file. */
export const acted =
  (procedure: string, action: string, and: RawBuilder<unknown> = sql`true`): Items =>
  ({ from, to }) =>
    sql`
    select f.file_id, min(e.at) as at from ${scoped} join file_timeline e on e.file_id = f.file_id
    where f.procedure = ${procedure} and e.action = ${action} and e.at >= ${from} and e.at < ${to} and ${and}
    group by f.file_id`;

/** Whose clock was met in the period, or lapsed in it without being met. */
export const clocked =
  (procedure: string, clock: string, and: RawBuilder<unknown> = sql`true`): Items =>
  ({ firstDay, lastDay, today }) =>
    sql`
    select f.file_id, f.opened_at as at from ${scoped}
    join file_clocks c on c.file_id = f.file_id and c.clock = ${clock}
    where f.procedure = ${procedure} and c.due is not null and (c.met_on between ${firstDay}::date and ${lastDay}::date
      or (c.met_on is null and c.due < ${today}::date and c.due between ${firstDay}::date and ${lastDay}::date))
      and ${and}`;

export const onTime = sql`c.met_on is not null and c.met_on <= c.due`;

/** Whether the act was ever taken on the file. */
export const everActed = (action: string): RawBuilder<unknown> =>
  sql`exists (select 1 from file_timeline x where x.file_id = f.file_id and x.action = ${action})`;

export const formIs = (field: string, value: string): RawBuilder<unknown> =>
  sql`e.form->>${field} = ${value}`;

export const either =
  (...all: readonly Items[]): Items =>
  (period) =>
    sql`select file_id, min(at) as at from (${sql.join(
      all.map((one) => one(period)),
      sql` union all `,
    )}) u group by file_id`;
