// SPDX-License-Identifier: Apache-2.0
import type { Collected } from '../html/collect.ts';

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
};

/** Facts that stand in link targets only: the police filing's number, a credit code, tel: and mailto:. */
export function registryLines(found: Collected): string[] {
  const lines: string[] = [];
  for (const { href, url } of found.anchors) {
    if (url.includes('beian.gov.cn') || url.includes('beian.mps.gov.cn')) {
      const code = /[?&#/](?:recordcode|code|query\/webSearch\?code)=?(\d{11,16})/i.exec(url)?.[1];
      if (code) lines.push(`公安备案号：${code}`);
    }
    const credit =
      /[?&](?:uscc|creditcode|credit_code|xydm|tyshxydm|uniscid|shxydm)=([0-9A-Za-z]{10,24})/i.exec(url)?.[1];
    if (credit) lines.push(`统一社会信用代码：${credit}`);
    else if (/gsxt\.gov\.cn|licen|zzlz|wljg/i.test(url)) {
      const bare = /(?<![0-9A-Za-z])[1-9ANY][0-9A-Z]{17}(?![0-9A-Za-z])/.exec(decode(href))?.[0];
      if (bare) lines.push(`信用代码：${bare}`);
    }
  }
  return lines;
}
