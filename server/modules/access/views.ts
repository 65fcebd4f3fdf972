// SPDX-License-Identifier: Apache-2.0
import type { Agency, Person } from '@yiwang/contracts';
import type { Selectable } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import type { Tables } from '../../platform/database/tables.ts';
import './second-factor/tables.ts';
import './tables.ts';

export const toAgency = (
  row: Pick<Selectable<Tables['agencies']>, 'agency_id' | 'name' | 'level' | 'path' | 'division'>,
): Agency => ({
  id: row.agency_id,
  name: row.name,
  level: row.level,
  path: row.path,
  division: row.division,
});

/** People with their agencies, ready for `toPerson`. */
export const selectPeople = (tx: Tx) =>
  tx
    .selectFrom('people')
    .innerJoin('agencies', 'agencies.agency_id', 'people.agency_id')
    .leftJoin('second_factors', (join) =>
      join
        .onRef('second_factors.person_id', '=', 'people.person_id')
        .on('second_factors.confirmed_at', 'is not', null),
    )
    .leftJoin('units', 'units.unit_id', 'people.unit_id')
    .select([
      'units.unit_id',
      'units.name as unit_name',
      'second_factors.confirmed_at as codes_since',
      'people.person_id',
      'people.username',
      'people.name',
      'people.roles',
      'people.disabled_at',
      'people.last_seen_at',
      'agencies.agency_id',
      'agencies.name as agency_name',
      'agencies.level',
      'agencies.path',
      'agencies.division',
    ]);

export type PersonRow = Awaited<ReturnType<ReturnType<typeof selectPeople>['executeTakeFirstOrThrow']>>;

export const toPerson = (row: PersonRow): Person => ({
  id: row.person_id,
  username: row.username,
  name: row.name,
  agency: toAgency({ ...row, name: row.agency_name }),
  roles: row.roles,
  disabledAt: row.disabled_at?.toISOString() ?? null,
  lastSeenAt: row.last_seen_at?.toISOString() ?? null,
  hasCodes: row.codes_since !== null,
  unit: row.unit_id === null || row.unit_name === null ? null : { id: row.unit_id, name: row.unit_name },
});
