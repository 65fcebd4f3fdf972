// SPDX-License-Identifier: Apache-2.0

import type { IndicatorValue } from '@yiwang/contracts';
import * as contracts from '@yiwang/contracts';
import { column, exportRoute } from '../../platform/export/index.ts';
import type { FileKind } from '../../platform/files/index.ts';
import { route } from '../../platform/http/route.ts';
import type { ServerModule } from '../../platform/module.ts';
import { getOverview } from './get-overview.ts';
import { indicatorItems, listIndicators } from './period/list-indicators.ts';

/** Reads everybody's tables; nobody reads it. */
export const statistics = ({ kinds }: { kinds: readonly FileKind[] }): ServerModule => ({
  name: 'statistics',
  routes: [
    route(contracts.getOverview, ({ app, transact }) => transact((tx) => getOverview(tx, app.clock.now()))),
    route(contracts.listIndicators, ({ app, query, transact }) =>
      transact((tx) => listIndicators(tx, query, app.clock.now())),
    ),
    route(contracts.listIndicatorItems, ({ app, params, query, transact }) =>
      transact((tx) => indicatorItems(tx, kinds, params.id, query, app.clock.now())),
    ),
    exportRoute(contracts.exportIndicators, {
      name: 'indicators',
      title: { zh: '指标', en: 'Indicators' },
      columns: [
        column<IndicatorValue>('指标', 'Indicator', (one, locale) => one.title[locale]),
        column<IndicatorValue>('值', 'Value', (one) => one.value),
        column<IndicatorValue>('分子', 'Numerator', (one) => one.numerator),
        column<IndicatorValue>('分母', 'Denominator', (one) => one.denominator),
        column<IndicatorValue>('算法', 'Formula', (one, locale) => one.formula[locale]),
      ],
      page: (tx, query, { app }) => listIndicators(tx, query, app.clock.now()),
    }),
  ],
});
