// SPDX-License-Identifier: Apache-2.0
import { isLocalDate, parseUscc } from '@yiwang/kernel';
import type { TableRow } from '../../../platform/tables/read-table.ts';
import { nameKey } from '../name-key.ts';

/** One subject as a table gives it, checked. */
export interface ImportedSubject {
  name: string;
  key: string;
  uscc: string | null;
  kind: string;
  service: string | null;
  status: string | null;
  registeredOn: string | null;
  division: string | null;
  address: string | null;
  phone: string | null;
  url: string | null;
}

export interface RowFault {
  row: number;
  field: string;
  reason: string;
}

/** Names of columns that are understood, beside our own: what registers and spreadsheets call them. */
const ALIASES: Record<string, readonly string[]> = {
  name: ['name', '名称', '企业名称', '主体名称', '经营者名称', '字号名称'],
  uscc: ['uscc', '统一社会信用代码', '社会信用代码', '信用代码'],
  kind: ['kind', '种类', '主体类型', '类型'],
  service: ['service', '服务种类'],
  status: ['status', '登记状态', '状态'],
  registeredOn: ['registeredon', '成立日期', '登记日期', '注册日期'],
  division: ['division', '行政区划', '行政区划代码', '登记机关代码'],
  address: ['address', '地址', '住所', '经营场所', '注册地址'],
  phone: ['phone', '电话', '联系电话'],
  url: ['url', '网址', '网站', '店铺链接'],
  externalId: ['externalid', '编号', '平台内编号'],
};
const FIELD_OF = new Map(
  Object.entries(ALIASES).flatMap(([field, names]) => names.map((name) => [name, field])),
);

const KINDS = new Map([
  ...['merchant', 'natural-person', 'platform', 'service-provider'].map((kind) => [kind, kind] as const),
  ['经营者', 'merchant'],
  ['企业', 'merchant'],
  ['个体工商户', 'merchant'],
  ['自然人', 'natural-person'],
  ['平台', 'platform'],
  ['服务商', 'service-provider'],
]);
const SERVICES = new Map([
  ...['payment', 'hosting', 'search', 'rating', 'logistics', 'other'].map((one) => [one, one] as const),
  ['支付', 'payment'],
  ['托管', 'hosting'],
  ['接入', 'hosting'],
  ['搜索', 'search'],
  ['信用评价', 'rating'],
  ['物流', 'logistics'],
  ['快递', 'logistics'],
  ['其他', 'other'],
]);
const STATUSES = new Map([
  ...['active', 'abnormal', 'revoked', 'cancelled'].map((one) => [one, one] as const),
  ['存续', 'active'],
  ['在营', 'active'],
  ['开业', 'active'],
  ['经营异常', 'abnormal'],
  ['吊销', 'revoked'],
  ['注销', 'cancelled'],
]);

const LONGEST: Record<string, number> = {
  name: 200,
  address: 500,
  phone: 60,
  url: 2000,
  division: 12,
  externalId: 100,
};

/** Which of a table's columns are understood; the others are left alone. */
export const knownField = (title: string): string | undefined =>
  FIELD_OF.get(title.normalize('NFKC').trim().toLowerCase());

/** Texts by our own names. `columns` is worked out once a file. */
function texts(row: TableRow, columns: ReadonlyMap<string, string>): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [title, field] of columns) {
    const text = row.values[title]?.trim();
    if (text) out[field] = text;
  }
  return out;
}

/** Reads one row: the subject, or every fault in it by field. */
export function readSubject(
  row: TableRow,
  columns: ReadonlyMap<string, string>,
): { subject: ImportedSubject; faults?: undefined } | { subject?: undefined; faults: RowFault[] } {
  if (row.fault) return { faults: [{ row: row.row, field: '', reason: row.fault }] };
  const given = texts(row, columns);
  const faults: RowFault[] = [];
  const wrong = (field: string, reason: string) => faults.push({ row: row.row, field, reason });
  const one = (field: string, words: ReadonlyMap<string, string>): string | null => {
    const text = given[field];
    if (text === undefined) return null;
    const value = words.get(text.toLowerCase()) ?? words.get(text);
    if (value === undefined)
      wrong(field, `"${text.slice(0, 40)}" is none of ${[...words.keys()].join(', ')}`);
    return value ?? null;
  };
  for (const [field, most] of Object.entries(LONGEST))
    if ((given[field]?.length ?? 0) > most) wrong(field, `longer than ${most} characters`);
  const key = nameKey(given['name'] ?? '');
  if (key === '') wrong('name', given['name'] === undefined ? 'missing' : 'holds no letter');
  let uscc: string | null = null;
  if (given['uscc'] !== undefined) {
    const parsed = parseUscc(given['uscc']);
    if (parsed.ok) uscc = parsed.value.code;
    else wrong('uscc', `not a credit code (GB 32100): wrong ${parsed.error}`);
  }
  const service = one('service', SERVICES);
  const kind = one('kind', KINDS) ?? (service === null ? 'merchant' : 'service-provider');
  if (kind === 'service-provider' && service === null && given['service'] === undefined)
    wrong('service', 'missing: which service it provides');
  if (kind !== 'service-provider' && service !== null) wrong('service', 'only of a service provider');
  const status = one('status', STATUSES);
  const registeredOn = dayOf(given['registeredOn']);
  if (given['registeredOn'] !== undefined && registeredOn === null)
    wrong('registeredOn', 'not a day, YYYY-MM-DD');
  if (given['division'] !== undefined && !/^\d{6}(\d{3}|\d{6})?$/.test(given['division']))
    wrong('division', 'not a division code of 6, 9 or 12 digits');
  const url = given['url'] === undefined ? null : addressOf(given['url']);
  if (given['url'] !== undefined && url === null) wrong('url', 'not a web address');
  const lasting = given['externalId'] ?? given['phone'] ?? given['url'];
  if (kind === 'natural-person' && uscc === null && lasting === undefined)
    wrong(
      'externalId',
      'a natural person without a credit code needs externalId, phone or url: names are shared',
    );
  if (faults.length > 0) return { faults };
  return {
    subject: {
      name: given['name']!,
      // People of one name are not one person.
      key: kind === 'natural-person' && uscc === null ? `${key}#${nameKey(lasting!)}` : key,
      uscc,
      kind,
      service,
      status,
      registeredOn,
      division: given['division'] ?? null,
      address: given['address'] ?? null,
      phone: given['phone'] ?? null,
      url,
    },
  };
}

function dayOf(text: string | undefined): string | null {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text ?? '');
  if (!parts) return null;
  const day = `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`;
  return isLocalDate(day) ? day : null;
}

function addressOf(text: string): string | null {
  const href = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  return /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url.href : null;
}
