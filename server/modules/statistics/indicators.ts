// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';

export interface IndicatorSpec {
  id: string;
  title: { zh: string; en: string };
  /** Where its items are listed in the console. */
  href: string;
  /** `from …`: the items it counts now. */
  items(today: string): RawBuilder<unknown>;
  /** `from …` and the column of the instant: what happened, by day. */
  happened: RawBuilder<unknown>;
  at: string;
}

const scoped = sql`(select distinct file_id from file_access) a
  join files f on f.file_id = a.file_id and f.procedure = 'lead' and f.state <> 'withdrawn'`;
const running = sql`${scoped} join file_clocks c on c.file_id = f.file_id and c.clock = 'check' and c.met_on is null`;

/** Under the names that officers use (domain.md §3). */
export const INDICATORS: readonly IndicatorSpec[] = [
  {
    id: 'hits.open',
    title: { zh: '待研判疑似违法信息', en: 'Hits to judge' },
    href: '/console/triage',
    items: () => sql`from hits where verdict_id is null`,
    happened: sql`from hits`,
    at: 'found_at',
  },
  {
    id: 'leads.open',
    title: { zh: '在办线索', en: 'Leads in hand' },
    href: '/console/leads',
    items: () => sql`from ${scoped} where f.ended_at is null`,
    happened: sql`from ${scoped}`,
    at: 'f.opened_at',
  },
  {
    id: 'leads.new',
    title: { zh: '待定级线索', en: 'Leads to grade' },
    href: '/console/leads?state=created',
    items: () => sql`from ${scoped} where f.state = 'created'`,
    happened: sql`from ${scoped}`,
    at: 'f.opened_at',
  },
  {
    id: 'leads.due',
    title: { zh: '三日内到期线索', en: 'Leads due within three days' },
    href: '/console/leads?due=soon',
    items: (today) => sql`from ${running} where c.due between ${today}::date and ${today}::date + 3`,
    happened: sql`from ${scoped} where f.ended_at is not null`,
    at: 'f.ended_at',
  },
  {
    id: 'leads.lapsed',
    title: { zh: '超期线索', en: 'Leads past their time' },
    href: '/console/leads?due=lapsed',
    items: (today) => sql`from ${running} where c.due < ${today}::date`,
    happened: sql`from ${scoped} where f.ended_at is not null`,
    at: 'f.ended_at',
  },
  {
    id: 'pages.visited',
    title: { zh: '监测网页', en: 'Pages under watch' },
    href: '/console/patrols',
    items: () => sql`from pages where gone_at is null`,
    happened: sql`from request_log where outcome in ('page', 'unchanged')`,
    at: 'at',
  },
  {
    id: 'venues.known',
    title: { zh: '在册经营场所', en: 'Venues on file' },
    href: '/console/registry?view=venues',
    items: () => sql`from venues`,
    happened: sql`from venues`,
    at: 'first_seen_at',
  },
  {
    id: 'evidence.kept',
    title: { zh: '固定证据', en: 'Evidence sealed' },
    href: '/console/evidence',
    items: () => sql`from evidence`,
    happened: sql`from evidence`,
    at: 'created_at',
  },
];
