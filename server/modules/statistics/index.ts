// SPDX-License-Identifier: Apache-2.0
import { getOverview as contract } from '@yiwang/contracts';
import { route } from '../../platform/http/route.ts';
import type { ServerModule } from '../../platform/module.ts';
import { getOverview } from './get-overview.ts';

/** Reads everybody's tables; nobody reads it. */
export const statistics: ServerModule = {
  name: 'statistics',
  routes: [route(contract, ({ app, transact }) => transact((tx) => getOverview(tx, app.clock.now())))],
};
