// SPDX-License-Identifier: Apache-2.0
import type { CLAIMS, FILING_CHANNELS, FILING_MATTERS } from '@yiwang/contracts';

export interface Form {
  kind: 'complaint' | 'report';
  channel: (typeof FILING_CHANNELS)[number];
  matter: (typeof FILING_MATTERS)[number];
  receivedOn: string;
  link: string;
  shop: string;
  shownAddress: string;
  order: string;
  statement: string;
  claims: (typeof CLAIMS)[number][];
  amount: string;
  also: boolean;
  anonymous: boolean;
  name: string;
  phone: string;
  address: string;
}

export const EMPTY: Form = {
  kind: 'complaint',
  channel: 'phone',
  matter: 'goods',
  receivedOn: '',
  link: '',
  shop: '',
  shownAddress: '',
  order: '',
  statement: '',
  claims: [],
  amount: '',
  also: false,
  anonymous: false,
  name: '',
  phone: '',
  address: '',
};

/** Fields that still must be filled in. */
export function missing(form: Form): string[] {
  const named = form.kind === 'complaint' || !form.anonymous;
  return [
    form.shop.trim() || form.link.trim() || form.order.trim() ? null : 'shop',
    form.statement.trim().length >= 5 ? null : 'statement',
    form.kind === 'report' || form.claims.length > 0 ? null : 'claims',
    named && !form.name.trim() ? 'name' : null,
    named && form.phone.replace(/\D/g, '').length < 5 ? 'phone' : null,
  ].filter((one) => one !== null);
}

/** What the call wants. */
export function bodyOf(form: Form): object {
  const filer =
    form.kind === 'report' && form.anonymous
      ? null
      : { name: form.name.trim(), phone: form.phone.trim(), address: form.address.trim() || null };
  const common = {
    shop: {
      link: form.link.trim() || null,
      name: form.shop.trim() || null,
      orderNumber: form.order.trim() || null,
      respondentAddress: form.shownAddress.trim() || null,
    },
    matter: form.matter,
    statement: form.statement.trim(),
    filer,
  };
  const amount = Number(form.amount.replace(/[,，\s¥元]/g, ''));
  return {
    kind: form.kind,
    channel: form.channel,
    receivedOn: form.receivedOn || null,
    ...(form.kind === 'complaint'
      ? {
          complaint: {
            ...common,
            claims: form.claims,
            amount: form.amount && Number.isFinite(amount) ? amount : null,
            alsoReport: form.also ? {} : null,
          },
        }
      : { report: common }),
  };
}
