// SPDX-License-Identifier: Apache-2.0

/** Letters and digits of a name, folded: `示例（杭州）电子商务有限公司 ` and `示例(杭州)电子商务有限公司` are one. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
