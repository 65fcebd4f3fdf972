// SPDX-License-Identifier: Apache-2.0
import type { Collected } from '../html/collect.ts';
import type { Item } from '../listings/item.ts';
import type { Operator } from '../types.ts';
import { absorb, findOperators, sameName } from './find-operators.ts';
import { organizations } from './organizations.ts';

const ALT_WORTH = /公司|备案|ICP|公网安备|信用代码|许可证|执照/i;

/** Operators from visible text, link targets, pictures' texts and structured data; hidden text only where nothing else speaks. */
export function operatorsOf(
  found: Collected,
  items: Item[],
  registry: string[],
  warnings: string[],
): Operator[] {
  const alts = found.alts.filter((alt) => ALT_WORTH.test(alt));
  const contacts = [
    ...found.tels.map((tel) => `电话：${tel}`),
    ...found.mails.map((mail) => `邮箱：${mail}`),
  ];
  const operators = findOperators(found.text, [...alts, ...registry, ...contacts]);
  if (found.hiddenText !== '') {
    const hidden = findOperators(found.hiddenText).filter(
      (o) => o.uscc !== null || o.icp.length + o.licences.length + o.police.length > 0,
    );
    for (const one of hidden) {
      const twin = operators.find(
        (o) =>
          (o.uscc !== null && o.uscc === one.uscc) ||
          (o.name !== null && one.name !== null && sameName(o.name, one.name)),
      );
      if (twin) absorb(twin, one);
      else {
        operators.push(one);
        warnings.push(
          `operator: ${one.name ?? one.uscc ?? one.icp[0] ?? 'facts'} stands in hidden text only`,
        );
      }
    }
  }
  for (const one of organizations(items)) {
    const twin =
      operators.find(
        (o) =>
          (o.uscc !== null && o.uscc === one.uscc) ||
          (o.name !== null && one.name !== null && sameName(o.name, one.name)),
      ) ?? (operators.length === 1 && operators[0]!.name === null ? operators[0] : undefined);
    if (twin) absorb(twin, one);
    else if (operators.length === 0 || one.uscc !== null || one.address !== null || one.phones.length > 0)
      operators.push(one);
  }
  return operators;
}
