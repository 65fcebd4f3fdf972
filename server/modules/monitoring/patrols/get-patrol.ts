// SPDX-License-Identifier: Apache-2.0
import type { Answer, getPatrol as contract } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { selectPages } from './patrol-pages.ts';
import { findPatrol } from './patrol-view.ts';

const MINUTE_MS = 60_000;
const MINUTES = 10;

/** One patrol, live: its hosts, its last pages, its pace over the last ten minutes. @throws AppError `not_found` */
export async function getPatrol(tx: Tx, app: App, id: string): Promise<Answer<typeof contract>> {
  const patrol = await findPatrol(tx, id);
  const hosts = await sql<{
    host: string;
    rate: number;
    asked: number;
    waiting: number;
    paused_until: Date | null;
  }>`
    select h.host, h.rate,
      (select count(*) from request_log l where l.patrol_id = ${id} and l.host = h.host) as asked,
      count(f.entry_id) filter (where f.done_at is null) as waiting, h.paused_until
    from hosts h join frontier f on f.host = h.host and f.patrol_id = ${id}
    group by h.host order by waiting desc, h.host limit 50`.execute(tx);
  const recent = await selectPages(tx, sql`where patrol_id = ${id} order by request_id desc limit 20`);
  return {
    patrol,
    hosts: hosts.rows.map((row) => ({
      host: row.host,
      rate: Math.round(row.rate * 1000) / 1000,
      asked: row.asked,
      waiting: patrol.endedAt !== null && patrol.state !== 'stopped' ? 0 : row.waiting,
      pausedUntil:
        row.paused_until !== null && row.paused_until.getTime() > app.clock.now()
          ? row.paused_until.toISOString()
          : null,
    })),
    recent: recent.map(({ requestId: _, ...page }) => page),
    minutes: await minutesOf(tx, id, app.clock.now()),
  };
}

async function minutesOf(tx: Tx, id: string, now: number): Promise<Answer<typeof contract>['minutes']> {
  const from = Math.floor(now / MINUTE_MS) * MINUTE_MS - (MINUTES - 1) * MINUTE_MS;
  const { rows } = await sql<{ minute: Date; requests: number; changed: number; hits: number }>`
    select date_trunc('minute', at) as minute, count(*) filter (where outcome <> 'barred') as requests,
      count(*) filter (where outcome = 'page') as changed, coalesce(sum(hits), 0) as hits
    from request_log where patrol_id = ${id} and at >= ${new Date(from)} group by 1`.execute(tx);
  const byMinute = new Map(rows.map((row) => [row.minute.getTime(), row]));
  return Array.from({ length: MINUTES }, (_, i) => {
    const at = from + i * MINUTE_MS;
    const row = byMinute.get(at);
    return {
      at: new Date(at).toISOString(),
      requests: row?.requests ?? 0,
      changed: row?.changed ?? 0,
      hits: row?.hits ?? 0,
    };
  });
}
