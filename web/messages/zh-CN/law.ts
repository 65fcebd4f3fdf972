// SPDX-License-Identifier: Apache-2.0
/** How a legal basis is shown. */
export const law = {
  basis: '法律依据',
  unverified: '依据未核实',
  article: '第 {{article}} 条',
} as const;
