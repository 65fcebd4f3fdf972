// SPDX-License-Identifier: Apache-2.0
import { allMatches } from '../all-matches.ts';
import type { Hit } from './licences.ts';

const LABELLED =
  /(?<!收货|收貨|网|網|IP|ip|邮箱|電郵|退货|退換|发货|寄件|邮件|链接|站点|MAC|mail |email |e-mail |web )(?:经营地址|营业地址|公司地址|企业地址|注册地址|办公地址|联系地址|通讯地址|通信地址|实际经营地址|经营场所|营业场所|住\s*所|总部地址|单位地址|商家地址|地\s*址|所在地|住所|本社所在地|address|anschrift|adresse|주소|사업장\s?소재지)\s*(?:[（(][^）)]{0,12}[）)])?\s*[:：\t]\s*([^\t|｜]{4,160})/gi;
/** What follows an address on the same line. */
const NEXT =
  /\s*(?:\s{3}|邮编|举报|投诉|违法|邮政编码|電話|电话|联系电话|客服|传真|热线|服务时间|统一社会|营业执照|版权|ICP|Tel|Phone|Telefon|Fax|E-?mail|邮箱|[京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂甘晋陕吉闽贵粤青川琼宁藏新桂蒙]ICP|©|Copyright|网址|经营范围|法定代表人|成立日期|登记机关)[\s\S]*$/i;

/** Labelled addresses in a line (addresses of the network and of deliveries are none). */
export function findAddresses(line: string): Hit<string>[] {
  const hits: Hit<string>[] = [];
  for (const match of allMatches(line, LABELLED)) {
    const value = match[1]!
      .replace(NEXT, '')
      .replace(/[\s,，;；。.|]+$/, '')
      .trim();
    if (value.length < 5 || /@|https?:|^www\.|^\d+(?:\.\d+){3}/i.test(value)) continue;
    hits.push({ value, at: match.index });
  }
  return hits;
}
