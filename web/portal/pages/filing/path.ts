// SPDX-License-Identifier: Apache-2.0
import type { OfficeFinding } from '@yiwang/contracts';
import { messages } from '../../../messages/index.ts';
import type { PortalData } from '../../types.ts';
import { type Answers, type FlowKind, shopOf } from './answers.ts';
import { STEPS, type Step } from './steps.ts';

const PATHS = { complaint: '/complain', report: '/report' } as const;
export const pathOf = (kind: FlowKind, slug: string): string =>
  slug === '' ? PATHS[kind] : `${PATHS[kind]}/${slug}`;

/** The first question that is not answered: nobody gets to the end past it. */
export const firstOpen = (kind: FlowKind, answers: Answers): Step | undefined =>
  STEPS[kind].find((step) => Object.keys(step.check(answers, messages['zh-CN'].filing, kind)).length > 0);

export async function findingOf(
  data: PortalData,
  kind: FlowKind,
  answers: Answers,
): Promise<OfficeFinding | null> {
  if (!answers.link && !answers.name && !answers.shownAddress) return null;
  const found = await data.findFilingOffice({
    kind,
    door: answers.door,
    ...(answers.matter ? { matter: answers.matter } : {}),
    shop: shopOf(answers),
  });
  return found.ok ? found.finding : null;
}
