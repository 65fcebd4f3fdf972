// SPDX-License-Identifier: Apache-2.0
import { err, ok, type Result } from './result.ts';

export type IcpFault = 'form' | 'province';

export interface IcpParts {
  /** As given, without white space, 備/備案 forms turned to 备. */
  code: string;
  /** `filing` = 备案 (non-commercial), `licence` = 经营许可证 (value-added telecom, 证 or B2). */
  kind: 'filing' | 'licence';
  /** One-character province sign, e.g. 浙; absent for B2-numbers without one. */
  province: string | null;
  number: string;
  /** The site's own number after the dash, where given. */
  site: string | null;
}

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂甘晋陕吉闽贵粤青川琼宁藏新桂蒙';

/** Reads an ICP filing (京ICP备12345678号-1) or an operating licence (浙B2-20201234, 京ICP证030173号). */
export function parseIcp(text: string): Result<IcpParts, IcpFault> {
  const code = text
    .replace(/\s+/g, '')
    .replace(/備/g, '备')
    .replace(/證/g, '证')
    .replace(/號/g, '号')
    .replace(/－/g, '-');
  const icp = /^(.)ICP(备|证)(\d{5,10})号?(?:-(\d{1,4}))?$/i.exec(code);
  const b2 = /^(.)?([AB][12])[.-]?(\d{8})(?:号)?(?:-(\d{1,4}))?$/i.exec(code);
  const match = icp ?? b2;
  if (!match) return err('form');
  const province = match[1] ?? null;
  if (province !== null && !PROVINCES.includes(province)) return err('province');
  return ok({
    code,
    kind: icp && match[2] === '备' ? 'filing' : 'licence',
    province,
    number: match[3]!,
    site: match[4] ?? null,
  });
}
