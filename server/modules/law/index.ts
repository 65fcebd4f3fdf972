// SPDX-License-Identifier: Apache-2.0
import { findOffice, listLaw as listLawContract, reckonDue } from '@yiwang/contracts';
import { legalDay } from '@yiwang/kernel';
import { route } from '../../platform/http/route.ts';
import type { ServerModule } from '../../platform/module.ts';
import { listLaw } from './list-law.ts';
import { officeFor, reckon } from './reckon.ts';

/** The law on the shelf and its two calculators, for officers and the public. It stores nothing. */
export const law: ServerModule = {
  name: 'law',
  routes: [
    route(listLawContract, async ({ params, query, app }) => {
      const on = query.on ?? legalDay(app.clock.now());
      return { items: listLaw(params.shelf, on, query.q), on };
    }),
    route(reckonDue, async ({ body }) => reckon(body)),
    route(findOffice, async ({ body }) => officeFor(body)),
  ],
};
