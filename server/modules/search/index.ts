// SPDX-License-Identifier: Apache-2.0
import { search as contract } from '@yiwang/contracts';
import type { FileKind } from '../../platform/files/index.ts';
import { route } from '../../platform/http/route.ts';
import type { ServerModule } from '../../platform/module.ts';
import { finders } from './finders.ts';
import { searchAll } from './search.ts';

/** One search over everything that one may see. Reads the tables of the other rooms; nobody reads it. */
export const search = ({ kinds }: { kinds: readonly FileKind[] }): ServerModule => {
  const ways = finders(kinds);
  return {
    name: 'search',
    routes: [
      route(contract, ({ query, transact }) =>
        searchAll(transact, ways, { q: query.q, kind: query.kind, limit: query.limit ?? 8 }),
      ),
    ],
  };
};
