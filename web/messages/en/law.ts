// SPDX-License-Identifier: Apache-2.0
import type { Shape } from '../shape.ts';
import type { law as source } from '../zh-CN/law.ts';

export const law: Shape<typeof source> = {
  basis: 'Legal basis',
  unverified: 'Basis unverified',
  article: 'art. {{article}}',
};
