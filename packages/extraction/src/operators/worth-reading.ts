// SPDX-License-Identifier: Apache-2.0

/** A line without any of these, nor a long number, nor the Latin words below, holds no fact about an operator. */
const WORDS =
  '公司 集团 许可 許可 证书 注册号 网药 网审 经营 备案 備案 公网安 公 网 信用代码 执照 主体 商家 卖家 版权 版權 电话 電話 热线 熱線 客服 手机 手機 举报 地址 地 址 住所 住 所 住　所 场所 营场 所在地 会社 業者 運営 商行 工作室 名称 名 称 字号 商号 主办 网文 出发 网出 械 邮箱 郵箱 信箱 メール 판매자 상호 회사 주소 전화 © ＠ @ [at] (at) ☎'
    .split(' ')
    .filter((word) => word.length > 1 || /[©＠@☎械]/.test(word));
const LATIN =
  /ICP|copyright|\btel|phone|fon\b|hotline|address|anschrift|adresse|GmbH|Ltd|LLC|Inc\b|Corp|S\.r\.l|S\.A|company|seller|verkäufer|firma|[ABＡＢ]2-|JY\s?\d|SC\s?\d|\(c\)|\bKG\b|\bAG\b|B\.V/i;

const byFirst: (string[] | undefined)[] = new Array(65536);
for (const word of WORDS) {
  const first = word.charCodeAt(0);
  byFirst[first] = [...(byFirst[first] ?? []), word];
}

/** Whether a line is worth the patterns of operators' facts. Most lines of a page are not, and this is asked of all. */
export function isWorthReading(line: string): boolean {
  let letters = 0;
  let latin = false;
  let digits = 0;
  for (let i = 0; i < line.length; i++) {
    const c = line.charCodeAt(i);
    if (c >= 48 && c <= 57) {
      if (++digits >= 7) return true;
      continue;
    }
    if (c !== 45 && c !== 32) digits = 0;
    if ((c >= 65 && c <= 90) || (c >= 97 && c <= 122)) {
      if (++letters >= 2) latin = true;
      continue;
    }
    letters = 0;
    const words = byFirst[c];
    if (words !== undefined) for (const word of words) if (line.startsWith(word, i)) return true;
  }
  return latin && LATIN.test(line.length > 2000 ? line.slice(0, 2000) : line);
}
