// SPDX-License-Identifier: Apache-2.0
import type { Text } from '@yiwang/law';

const name = (zh: string, en: string): Text => ({ zh, en });

/** Names of the lines that a row of the law may have. */
export const NAMES = {
  issuer: name('制定机关', 'Issued by'),
  note: name('说明', 'Note'),
  successor: name('被替代', 'Replaced by'),
  trigger: name('起算', 'Runs from'),
  length: name('期限', 'Length'),
  extension: name('延长', 'Extension'),
  pauses: name('不计入', 'Not counted'),
  lapse: name('逾期后果', 'When it lapses'),
  who: name('义务人', 'Who'),
  what: name('内容', 'What'),
  period: name('何时', 'When'),
  keep: name('保存', 'Keep'),
  penalty: name('法律责任', 'Penalty'),
  punishes: name('处罚机关', 'Who punishes'),
  detector: name('识别要点', 'What to look for'),
  needs: name('需要', 'Needs'),
  step: name('环节', 'Step'),
  holds: name('必备内容', 'Must hold'),
  value: name('规定', 'Rule'),
  region: name('地区', 'Region'),
  default: name('默认设置（未核实）', 'Default (unverified)'),
} as const;

const UNITS: Record<string, Text> = {
  wd: name('个工作日', ' working days'),
  d: name('日', ' days'),
  h: name('小时', ' hours'),
  mo: name('个月', ' months'),
  y: name('年', ' years'),
};

/** `[7, 'wd']` in words. */
export function lengthInWords(length: readonly [number, string] | null): Text {
  if (length === null) return name('法律没有写明长度', 'the text names no length');
  const unit = UNITS[length[1]] ?? name(length[1], length[1]);
  return { zh: `${length[0]}${unit.zh}`, en: `${length[0]}${unit.en}` };
}
