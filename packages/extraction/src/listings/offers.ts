// SPDX-License-Identifier: Apache-2.0
import { currencyCode } from '../price/currencies.ts';
import { parsePrice } from '../price/parse-price.ts';
import { availabilityOf } from './availability.ts';
import type { ListingContext } from './draft.ts';
import { Item, Shown, type Value, valueText } from './item.ts';

export interface OfferFacts {
  low: number | null;
  high: number | null;
  former: number | null;
  currency: string | null;
  priceText: string | null;
  availability: string | null;
  seller: string | null;
  item: Item | null;
}

interface Amount {
  value: number;
  max: number | null;
  currency: string | null;
  text: string;
}

/** schema.org numbers have a decimal point and nothing else; what a reader sees follows the habits of the place. */
export function amountOf(
  value: Value | undefined,
  context: ListingContext,
  currency?: string | null,
): Amount | null {
  if (value === undefined || typeof value === 'boolean') return null;
  if (value instanceof Item) {
    const inner = value.all('price', 'value', 'hascurrencyvalue')[0];
    const code = value.text('pricecurrency', 'currency', 'hascurrency');
    return amountOf(inner, context, code ? currencyCode(code, context.signs) : currency);
  }
  if (typeof value === 'number')
    return Number.isFinite(value) ? { value, max: null, currency: null, text: String(value) } : null;
  const text = valueText(value);
  if (text === null) return null;
  if (!(value instanceof Shown) && /^-?\d+(?:\.\d+)?$/.test(text))
    return { value: Number(text), max: null, currency: null, text };
  const money = parsePrice(text, { currency: currency ?? undefined, signs: currency ?? context.signs });
  if (money === null) return null;
  const named = parsePrice(text, { currency: 'XXX', signs: context.signs })?.currency;
  return {
    value: money.amount,
    max: money.max ?? null,
    currency: named && named !== 'XXX' ? named : null,
    text,
  };
}

const FORMER = /listprice|strikethrough|regularprice|msrp|srp|suggested|original|oldprice|rrp/i;
const CURRENT = /sale|special|current|minimumadvertised/i;

function currencyIn(item: Item, context: ListingContext): string | null {
  const code = item.text('pricecurrency', 'currency', 'hascurrency');
  return code ? currencyCode(code, context.signs) : null;
}

/** Reads one Offer, AggregateOffer, or a bare price. */
export function readOffer(value: Value, context: ListingContext, inherited: string | null): OfferFacts {
  const facts: OfferFacts = {
    low: null,
    high: null,
    former: null,
    currency: inherited,
    priceText: null,
    availability: null,
    seller: null,
    item: null,
  };
  const take = (amount: Amount | null): void => {
    if (amount === null) return;
    facts.low = amount.value;
    facts.high = amount.max;
    facts.priceText ??= amount.text;
    facts.currency ??= amount.currency;
  };
  if (!(value instanceof Item)) {
    take(amountOf(value, context, inherited));
    return facts;
  }
  facts.item = value;
  facts.currency = currencyIn(value, context) ?? inherited;
  facts.availability = availabilityOf(value.text('availability', 'hasinventorylevel'));
  facts.seller = value.text('seller', 'offeredby', 'merchant', 'vendor');
  const low = amountOf(value.all('lowprice', 'minprice', 'hasmincurrencyvalue')[0], context, facts.currency);
  const high = amountOf(
    value.all('highprice', 'maxprice', 'hasmaxcurrencyvalue')[0],
    context,
    facts.currency,
  );
  take(amountOf(value.all('price', 'hascurrencyvalue', 'saleprice')[0], context, facts.currency));
  if (low && (facts.low === null || value.is('aggregateoffer'))) {
    facts.low = null;
    facts.priceText = null;
    take(low);
  }
  if (high && facts.low !== null && high.value > facts.low) facts.high = high.value;
  else if (high && facts.low === null) take(high);
  readSpecifications(value, context, facts, take);
  if (value.is('aggregateoffer') || facts.low === null) readNested(value, context, facts);
  return facts;
}

function readSpecifications(
  offer: Item,
  context: ListingContext,
  facts: OfferFacts,
  take: (a: Amount | null) => void,
): void {
  for (const spec of offer.items('pricespecification', 'haspricespecification')) {
    const kind = `${spec.text('pricetype') ?? ''} ${spec.text('name') ?? ''}`;
    // Prices for members and for larger quantities are not the price.
    if (
      spec.props.has('validformembertier') ||
      spec.is('deliverychargespecification', 'paymentchargespecification')
    )
      continue;
    facts.currency ??= currencyIn(spec, context);
    const amount = amountOf(spec.all('price', 'hascurrencyvalue', 'minprice')[0], context, facts.currency);
    if (amount === null) {
      const parts = spec.items('pricecomponent');
      if (parts[0] && facts.low === null) take(amountOf(parts[0], context, facts.currency));
      continue;
    }
    if (FORMER.test(kind) && !CURRENT.test(kind)) facts.former ??= amount.value;
    else if (facts.low === null) {
      take(amount);
      const max = amountOf(spec.all('maxprice')[0], context, facts.currency);
      if (max && facts.low !== null && max.value > facts.low) facts.high = max.value;
    }
  }
  for (const name of ['listprice', 'originalprice', 'regularprice', 'highpricebefore']) {
    const amount = amountOf(offer.all(name)[0], context, facts.currency);
    if (amount) facts.former ??= amount.value;
  }
}

function readNested(offer: Item, context: ListingContext, facts: OfferFacts): void {
  const nested = joinOffers(
    offer.all('offers', 'includesoffer').map((one) => readOffer(one, context, facts.currency)),
  );
  if (nested === null) return;
  facts.low ??= nested.low;
  facts.priceText ??= nested.priceText;
  facts.high ??= nested.high;
  facts.former ??= nested.former;
  facts.currency ??= nested.currency;
  facts.availability ??= nested.availability;
  facts.seller ??= nested.seller;
}

/** Several offers of one product: the range of their prices; in stock if any of them is. */
export function joinOffers(offers: OfferFacts[]): OfferFacts | null {
  const first = offers[0];
  if (first === undefined || offers.length === 1) return first ?? null;
  const priced = offers.filter(
    (o) =>
      o.low !== null &&
      (o.currency === null || o.currency === (offers.find((x) => x.low !== null)?.currency ?? null)),
  );
  const cheapest = priced.reduce<OfferFacts | null>(
    (top, o) => (top === null || o.low! < top.low! ? o : top),
    null,
  );
  if (cheapest === null) return first;
  const high = Math.max(...priced.map((o) => o.high ?? o.low!));
  const states = offers.map((o) => o.availability);
  return {
    ...cheapest,
    high: high > cheapest.low! ? high : null,
    former: first.former ?? cheapest.former,
    availability: states.find((s) => s === 'InStock') ?? states.find(Boolean) ?? null,
    seller: cheapest.seller ?? first.seller,
  };
}
