// SPDX-License-Identifier: Apache-2.0

/** Forms of addresses in which the part after a fixed word is surely the code of the goods. */
const SURE: RegExp[] = [
  /\/(?:dp|gp\/product|gp\/aw\/d|asin)\/([A-Z0-9]{10})(?:[/?]|$)/,
  /\/itm\/(?:[^/?]*\/)?(\d{9,15})(?:[/?]|$)/,
  /\/pd\/([A-Z0-9]{8,10})(?:[/?]|$)/,
  /[?&](?:goods_?id|goods_?sn|item_?id|sku_?id|sku|num_?iid|product_?id|productcode|spu_?id|pid|item)=([\w-]{2,32})(?:&|$)/i,
  /\/(?:item|items|goods|product|products|produkt|prod|detail|offer|sku|deal|spu)[/-](\d{3,20})(?:\.\w{2,5})?\/?(?:\?|$)/i,
];
/** Ids for `id=` count on pages that are called those of goods. */
const QUERY_ID = /(?:item|goods|product|detail|offer)[\w./-]*\?(?:[^#]*&)?id=(\d{3,20})(?:&|$)/i;
/** A number at the end of the last part of the path. */
const LIKELY: RegExp[] = [
  /[-_/.]p?(\d{4,16})(?:\.\w{2,5})?\/?(?:\?|$)/i,
  /[-_/]([A-Z]{1,3}\d{4,12})(?:\.\w{2,5})?\/?(?:\?|$)/,
  /-iid-(\d{5,})(?:[/?]|$)/,
];

export interface AddressCode {
  code: string;
  /** The address itself says that this is the goods' code. */
  sure: boolean;
}

/** The code of goods in the address of their page, null where none stands there. */
export function codeInAddress(address: string): AddressCode | null {
  const hash = address.indexOf('#');
  const url = hash < 0 ? address : address.slice(0, hash);
  const path = url.replace(/^https?:\/\/[^/]*/i, '');
  for (const pattern of [...SURE, QUERY_ID]) {
    const code = pattern.exec(path)?.[1];
    if (code && /\d/.test(code)) return { code, sure: true };
  }
  for (const pattern of LIKELY) {
    const code = pattern.exec(path)?.[1];
    if (code && !/^(?:19|20)\d\d(?:[01]\d[0-3]\d)?$/.test(code)) return { code, sure: false };
  }
  return null;
}
