// SPDX-License-Identifier: Apache-2.0
import type {
  Answer,
  listIndicators as contract,
  IndicatorItem,
  IndicatorValue,
  listIndicatorItems as itemsContract,
  Query,
} from '@yiwang/contracts';
import { invalid, legalDay, refused, startOfLegalDay } from '@yiwang/kernel';
import { machineOf } from '@yiwang/procedures';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { type FileKind, pageOf } from '../../../platform/files/index.ts';
import { fromCursor, toPage } from '../../../platform/http/cursor.ts';
import type { Period } from './items.ts';
import { type IndicatorSpec, SPECS } from './specs.ts';

const DAY_MS = 86_400_000;
const USUAL_DAYS = 30;
const LONGEST_DAYS = 3700;

/** The last thirty days unless said. @throws AppError `input_invalid` */
export function readPeriod(
  query: { from?: string | undefined; to?: string | undefined },
  now: number,
): Period {
  const today = legalDay(now);
  const lastDay = query.to ?? today;
  const firstDay = query.from ?? legalDay(startOfLegalDay(lastDay) - (USUAL_DAYS - 1) * DAY_MS);
  const days = (startOfLegalDay(lastDay) - startOfLegalDay(firstDay)) / DAY_MS;
  if (!(days >= 0 && days < LONGEST_DAYS))
    throw invalid('input_invalid', 'not a period', {
      faults: [{ pointer: '/from', reason: 'must not be after the last day, and within ten years of it' }],
    });
  return {
    from: new Date(startOfLegalDay(firstDay)),
    to: new Date(startOfLegalDay(lastDay) + DAY_MS),
    firstDay,
    lastDay,
    today,
  };
}

async function countIndicator(tx: Tx, spec: IndicatorSpec, period: Period): Promise<IndicatorValue> {
  const number = async (query: RawBuilder<unknown>): Promise<number> => {
    const { rows } = await (query as RawBuilder<{ value: number }>).execute(tx);
    return rows[0]?.value ?? 0;
  };
  const countOf = (items: RawBuilder<unknown>) =>
    number(sql`select count(*)::float as value from (${items}) i`);
  const numerator = spec.other
    ? await number(spec.other.count(period))
    : spec.numerator
      ? await countOf(spec.numerator(period))
      : null;
  const denominator = spec.denominator ? await countOf(spec.denominator(period)) : null;
  const rate = spec.denominator !== undefined;
  return {
    id: spec.id,
    group: spec.group,
    title: spec.title,
    formula: spec.formula,
    unit: spec.unit ?? (rate ? 'rate' : 'count'),
    numerator,
    denominator,
    value: rate
      ? denominator
        ? Math.round(((numerator ?? 0) / denominator) * 10_000) / 10_000
        : null
      : numerator,
    href: spec.other
      ? spec.other.href
      : spec.numerator
        ? `/console/indicators/${spec.id}?from=${period.firstDay}&to=${period.lastDay}`
        : null,
  };
}

/** All indicators of a period, each counted from what happened, in the caller's scope. */
export async function listIndicators(
  tx: Tx,
  query: Query<typeof contract>,
  now: number,
): Promise<Answer<typeof contract>> {
  const period = readPeriod(query, now);
  const items: IndicatorValue[] = [];
  for (const spec of SPECS) items.push(await countIndicator(tx, spec, period));
  return { asOf: new Date(now).toISOString(), from: period.firstDay, to: period.lastDay, items, next: null };
}

interface ItemRow {
  file_id: string;
  at: Date;
  procedure: string;
  machine_version: number;
  number: string;
  title: string | null;
  state: string;
  office: string | null;
}

/** The files behind one indicator. @throws AppError `not_found` – no such indicator, or nothing to open */
export async function indicatorItems(
  tx: Tx,
  kinds: readonly FileKind[],
  id: string,
  query: Query<typeof itemsContract>,
  now: number,
): Promise<Answer<typeof itemsContract>> {
  const spec = SPECS.find((one) => one.id === id);
  if (!spec?.numerator) throw refused('not_found', `no items behind ${id}`);
  const period = readPeriod(query, now);
  const limit = query.limit ?? 50;
  const after = fromCursor(query.cursor, 2);
  const { rows } = await sql<ItemRow>`
    select i.file_id, i.at, f.procedure, f.machine_version, f.number, t.title, f.state, g.name as office
    from (${partOf(spec, query.part ?? 'numerator', period)}) i join files f on f.file_id = i.file_id
    left join file_tasks t on t.file_id = i.file_id left join agencies g on g.path = f.agency_path
    ${after ? sql`where (i.at, i.file_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by i.at desc, i.file_id desc limit ${limit + 1}`.execute(tx);
  const page = toPage(
    rows,
    limit,
    (row): IndicatorItem => ({
      id: row.file_id,
      href: pageOf(kinds, row.procedure, row.file_id),
      number: row.number,
      title: row.title || row.number,
      stateTitle: machineOf(row.procedure, row.machine_version).states[row.state]?.title ?? {
        zh: row.state,
        en: row.state,
      },
      office: row.office,
      at: row.at.toISOString(),
    }),
    (row) => [row.at.toISOString(), row.file_id],
  );
  return {
    indicator: await countIndicator(tx, spec, period),
    ...page,
    ...(after ? {} : { offices: await byOffice(tx, spec, period) }),
  };
}

function partOf(
  spec: IndicatorSpec,
  part: 'numerator' | 'denominator' | 'rest',
  period: Period,
): RawBuilder<unknown> {
  const numerator = spec.numerator!(period);
  if (part === 'numerator' || !spec.denominator) return numerator;
  const denominator = spec.denominator(period);
  if (part === 'denominator') return denominator;
  return sql`select d.file_id, d.at from (${denominator}) d where d.file_id not in (select n.file_id from (${numerator}) n)`;
}

async function byOffice(tx: Tx, spec: IndicatorSpec, period: Period) {
  const { rows } = await sql<{ office: string; numerator: number; denominator: number }>`
    select coalesce(g.name, f.agency_path) as office, count(*) filter (where i.part = 'n')::int as numerator,
      count(*) filter (where i.part = 'd')::int as denominator
    from (select file_id, 'n' as part from (${spec.numerator!(period)}) n
      ${spec.denominator ? sql`union all select file_id, 'd' from (${spec.denominator(period)}) d` : sql``}) i
    join files f on f.file_id = i.file_id left join agencies g on g.path = f.agency_path
    group by 1 order by 2 desc, 1 limit 100`.execute(tx);
  return rows.map((row) => ({ ...row, denominator: spec.denominator ? row.denominator : null }));
}
