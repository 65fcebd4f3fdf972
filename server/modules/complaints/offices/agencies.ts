// SPDX-License-Identifier: Apache-2.0
import { divisionOfAddress, findDivision, fullNameOf } from '@yiwang/law';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import type { Tx } from '../../../platform/database/db.ts';

export interface House {
  id: string;
  name: string;
  path: string;
  division: string;
  level: string;
  /** Somebody at it takes filings in. */
  intake: boolean;
  /** What its name says of the place, e.g. 示例市甲县. */
  place: string;
}

/** Offices change seldom; a filing every 20 ms should not read them all again. */
const KEPT_MS = 30_000;
const cache = new WeakMap<App, { at: number; offices: House[] }>();

const SIGN =
  /(?:市场监督管理局|市场监管局|市场监督管理所|市场监管所|市场监管总局|工商行政管理局|市场监督管理总局)$/u;

/** The authorities of this house. */
export async function houses(tx: Tx, app: App): Promise<readonly House[]> {
  const known = cache.get(app);
  if (known && Date.now() - known.at < KEPT_MS) return known.offices;
  const { rows } = await sql<Omit<House, 'place'>>`
    select a.agency_id as id, a.name, a.path, a.division, a.level,
      exists (select 1 from people p where p.agency_id = a.agency_id and p.disabled_at is null
        and 'intake_clerk' = any(p.roles)) as intake
    from agencies a where a.kind = 'authority' order by a.path`.execute(tx);
  const offices = rows.map((row) => ({ ...row, place: row.name.replace(SIGN, '') }));
  cache.set(app, { at: Date.now(), offices });
  return offices;
}

/** A place as law reads it: a division code of the national table, or that of an office of this house. */
export function divisionOf(offices: readonly House[], address: string | null): string | null {
  if (!address) return null;
  const text = address.replace(/\s+/gu, '');
  // Offices of this house first, the longest name first: a demonstration's places are in no national table.
  const own = offices
    .filter((office) => office.level !== 'station' && office.place.length >= 2 && text.includes(office.place))
    .toSorted((a, b) => b.place.length - a.place.length || b.path.length - a.path.length)[0];
  if (own && own.level !== 'nation') return own.division;
  return divisionOfAddress(text);
}

/** The office of this house for a division: its own, else the nearest above it. */
export function houseOf(
  offices: readonly House[],
  division: string,
): { office: House; how: 'sure' | 'nearest' } | null {
  const own = offices.find((office) => office.division === division);
  if (own) return { office: own, how: 'sure' };
  const above = findDivision(division)
    .path.map((one) => one.code)
    .reverse();
  for (const code of above) {
    const office = offices.find((one) => one.division === code);
    if (office) return { office, how: 'nearest' };
  }
  return null;
}

/** Where a filing goes that no office can be told for: the highest desk of the house that takes filings in. */
export const deskOf = (offices: readonly House[]): House | null =>
  offices.filter((office) => office.intake).toSorted((a, b) => a.path.length - b.path.length)[0] ??
  offices[0] ??
  null;

/** Name of the authority of a division for readers. */
export function officeName(offices: readonly House[], division: string): string {
  const own = offices.find((office) => office.division === division);
  if (own) return own.name;
  const name = fullNameOf(division);
  return name === null ? division : `${name}市场监督管理局`;
}
