// SPDX-License-Identifier: Apache-2.0
import type { Shape } from '../shape.ts';
import type * as source from '../zh-CN/indicators.ts';

export const indicators: Shape<typeof source.indicators> = {
  title: 'Indicators',
  line: 'Counted from what happened, within what you may see. A number opens its files.',
  from: 'From',
  to: 'To',
  indicator: 'Indicator',
  value: 'Value',
  formula: 'Formula',
  parts: '{{numerator}} ÷ {{denominator}}',
  missing: 'no data',
  noWhole: 'nothing to divide by',
  itemsLine: '{{from}} to {{to}}',
  part: 'Show',
  numerator: 'Counted',
  denominator: 'All',
  rest: 'Not counted',
  office: 'Office',
  offices: 'By office',
  at: 'Time',
  none: 'None.',
  back: 'All indicators',
};

export const indicatorGroup: Shape<typeof source.indicatorGroup> = {
  monitoring: 'Monitoring',
  leads: 'Leads',
  complaints: 'Complaints',
  reports: 'Reports',
};
