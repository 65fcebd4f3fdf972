// SPDX-License-Identifier: Apache-2.0

/**
 * Full-width digits, letters, dashes, colons and at-signs to ASCII, nothing else: brackets belong to names
 * (某某（杭州）有限公司) and stay as they are.
 */
export function foldWidth(text: string): string {
  if (!/[\uFF01-\uFF5E\u3000\u2010-\u2015]/.test(text)) return text;
  return text
    .replace(/[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\uFF0D\uFF0E\uFF20\uFF3F\uFF0F\uFF1A]/g, (c) =>
      String.fromCharCode(c.charCodeAt(0) - 0xfee0),
    )
    .replace(/[\u2010-\u2015](?=\d)/g, '-')
    .replace(/\u3000/g, ' ');
}
