// SPDX-License-Identifier: Apache-2.0
import { due } from '../clocks/due.ts';
import { commonSuperior } from '../divisions/resolve.ts';
import type { JurisdictionInput, Office, Step } from './model.ts';
import { movementRules } from './movement-rules.ts';
import { includesPlace, uniquePlaces } from './places.ts';

const byId = new Map(movementRules.map((one) => [one.id, one]));

/** A step by a rule, with its first text that the caller knows to be in force. */
export function stepBy(
  id: string,
  step: string,
  cite: (text: string) => boolean,
  more: Partial<Step> = {},
): Step {
  const one = byId.get(id)!;
  const text = one.basis.find(cite);
  const cited = text
    ? { instrument: text.slice(0, text.indexOf(' ')), article: text.slice(text.indexOf(' ') + 1) }
    : {};
  return { step, ...cited, zh: one.zh, en: one.en, ...more };
}

/** What a dispute over power, a transfer, or a unit without power calls for. */
export function movementSteps(
  input: JurisdictionInput,
  competent: readonly Office[],
  cite: (text: string) => boolean,
): Step[] {
  const steps: Step[] = [];
  const office = (value: unknown): Office | null =>
    typeof value === 'string' && value !== '' ? value : null;
  const parties = uniquePlaces([
    ...(Array.isArray(input['parties']) ? (input['parties'] as unknown[]).map(office) : []),
    office(input.openedBy),
    office(input.transferredFrom),
    office(input.lodgedAt),
    ...competent,
  ]);
  const superior = parties.length > 1 ? commonSuperior(parties[0]!, parties[1]!) : null;
  const above = superior ? { office: superior.name } : {};
  const dispute = input.dispute ?? input['disputeOn'];
  if (dispute) {
    const from = typeof dispute === 'string' ? dispute : input.date;
    const clock =
      input.kind === 'report'
        ? { procedure: 'report', clock: 'power-dispute' }
        : { procedure: 'jurisdiction', clock: 'dispute' };
    const by = due({ ...clock, from }).due;
    steps.push(stepBy('J3', 'agree', cite, by ? { by } : {}));
    steps.push(
      stepBy('J3', 'ask-superior', cite, {
        ...above,
        zh: superior ? `或者直接报请${superior.name}指定管辖` : '或者直接报请共同的上一级指定管辖',
        en: superior
          ? `or ask ${superior.name} to designate at once`
          : 'or ask the common superior to designate at once',
      }),
      stepBy('J7', 'superior-answers', cite, {
        zh: '上级收到材料之日起7个工作日内确定管辖机关',
        en: 'the superior answers in 7 working days of the papers',
      }),
    );
  }
  if (input.transferredFrom) {
    const at = office(input.lodgedAt);
    if (at && includesPlace(competent, at)) steps.push(stepBy('J5', 'handle', cite, { office: at }));
    else steps.push(stepBy('J5', 'ask-superior-no-second-transfer', cite, above));
  } else if (dispute) steps.push(stepBy('J5', 'no-second-transfer', cite));
  if (input.unit === true) steps.push(stepBy('J10', 'return-to-intake', cite));
  return steps;
}
