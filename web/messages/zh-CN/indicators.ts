// SPDX-License-Identifier: Apache-2.0
export const indicators = {
  title: '指标',
  line: '按实际发生的事项计数，只含您看得到的范围。点数字看是哪些文件。',
  from: '从',
  to: '到',
  indicator: '指标',
  value: '值',
  formula: '算法',
  parts: '{{numerator}} ÷ {{denominator}}',
  missing: '没有数据',
  noWhole: '没有分母',
  itemsLine: '{{from}} 至 {{to}}',
  part: '看什么',
  numerator: '计入的',
  denominator: '全部',
  rest: '没有计入的',
  office: '单位',
  offices: '按单位',
  at: '时间',
  none: '没有。',
  back: '全部指标',
} as const;

export const indicatorGroup = {
  monitoring: '监测',
  leads: '线索',
  complaints: '投诉',
  reports: '举报',
} as const;
