// SPDX-License-Identifier: Apache-2.0
import type { FilingKind, OfficeFinding, ShopRef } from '@yiwang/contracts';
import { failed, type LocalDate, parseUscc } from '@yiwang/kernel';
import { findDivision, type JurisdictionInput, jurisdiction, printDerivation } from '@yiwang/law';
import type { App } from '../../../platform/app.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { cite } from '../../../platform/files/index.ts';
import type { ShopPlaces } from '../../registry/index.ts';
import type { FilingPorts } from '../ports.ts';
import { deskOf, divisionOf, type House, houseOf, houses, officeName } from './agencies.ts';
import { readLink } from './read-link.ts';

export interface OfficeAsk {
  kind: FilingKind;
  door?: 'consumer' | 'operator' | undefined;
  matter?: string | undefined;
  shop: ShopRef;
  on: LocalDate;
  contactable?: boolean | null | undefined;
}

/** The finding with what the file keeps beside it. */
export interface FoundOffice extends OfficeFinding {
  places: ShopPlaces;
  path: string;
}

const words = (given: string | null | undefined): string | null => given?.trim() || null;

/** The division that a credit code was given out in (GB 32100, digits 3–8); a weaker word than an address. */
function divisionOfUscc(uscc: string | null): string | null {
  const code = uscc === null ? null : parseUscc(uscc);
  if (!code?.ok) return null;
  const division = uscc!.slice(2, 8);
  return findDivision(division).name === null ? null : division;
}

function roleOf(ask: OfficeAsk, places: ShopPlaces): string {
  // An operator complains about the platform's own rule, fee or sanction: the platform is the one complained of.
  if (ask.door === 'operator' && ask.matter === 'platform') return 'platform';
  if (places.platform || words(ask.shop.platform)) return 'in-platform';
  if (places.venue?.kind === 'shop') return 'in-platform';
  return places.venue || words(ask.shop.link) ? 'self-built' : 'other';
}

const DOUBTS = {
  nothing: {
    zh: '还不能确定被投诉、举报一方的地址，先由接收窗口受理分办。',
    en: 'The address of the other side is not known for sure; the receiving desk will find the right office.',
  },
  elsewhere: {
    zh: '有权处理的机关不在本系统，先由接收窗口收件，并告知您该机关。',
    en: 'The office with power is not in this system; the receiving desk takes it and tells you that office.',
  },
  code: {
    zh: '没有看到地址，按统一社会信用代码的登记机关所在地推定，以核实为准。',
    en: 'No address was seen; inferred from the place of registration in the credit code, to be verified.',
  },
} as const;

/** The places as the venue rules want them (law.md §3.6): what is missing stays missing. */
function inputOf(ask: OfficeAsk, places: ShopPlaces, offices: readonly House[]) {
  const role = roleOf(ask, places);
  const own = role === 'platform' ? (places.platform?.addresses ?? places.addresses) : places.addresses;
  const given = words(ask.shop.respondentAddress);
  const shown = own.map((one) => divisionOf(offices, one)).find((one) => one !== null) ?? null;
  const said = divisionOf(offices, given);
  const coded = divisionOfUscc(
    role === 'platform' ? (places.platform?.uscc ?? null) : (places.subject?.uscc ?? null),
  );
  const pf = places.platform
    ? (places.platform.addresses.map((one) => divisionOf(offices, one)).find((one) => one !== null) ??
      divisionOfUscc(places.platform.uscc))
    : null;
  const place = shown ?? said;
  const domicile = place ?? coded;
  const input: JurisdictionInput = {
    kind: ask.kind === 'report' ? 'report' : 'complaint',
    date: ask.on,
    role,
    matter: ask.matter ?? null,
    domicile,
    operates: said ?? shown ?? coded,
    shown: place,
    pfDomicile: role === 'platform' ? domicile : pf,
    contactable: ask.contactable ?? null,
  };
  return { input, role, address: own[0] ?? given, inferred: place === null && coded !== null };
}

/**
 * Finds shop, subject and competent office for a filing, by the venue rules of the day, with article and derivation.
 * Where no office of this house is named the receiving desk gets it: nothing is dropped, and the doubt is said.
 */
export async function findOffice(tx: Tx, app: App, ports: FilingPorts, ask: OfficeAsk): Promise<FoundOffice> {
  const offices = await houses(tx, app);
  const desk = deskOf(offices);
  if (desk === null) throw failed('not_ready', 'this house has no office yet');
  const link = readLink(ask.shop.link);
  const places = await ports.placesOf(tx, { link, name: words(ask.shop.name) });
  const { input, role, address, inferred } = inputOf(ask, places, offices);
  const answer = jurisdiction(input);
  const choice = (place: string) => ({
    place,
    name: officeName(offices, place),
    agency: agencyView(houseOf(offices, place)?.office),
  });
  const found = answer.primary.map((place) => houseOf(offices, place)).find((one) => one !== null) ?? null;
  const office = found?.office ?? desk;
  const english = printDerivation(answer.derivation, 'en');
  const printed = printDerivation(answer.derivation, 'zh').map((zh, i) => ({ zh, en: english[i] ?? zh }));
  return {
    shop: {
      name: places.venue?.name ?? words(ask.shop.name),
      platform: places.platform?.name ?? words(ask.shop.platform),
      operator: places.subject?.name ?? words(ask.shop.respondent),
      uscc: places.subject?.uscc ?? null,
      address,
      url: link,
    },
    role,
    primary: answer.primary.map(choice),
    may: answer.may.map(choice),
    agency: { id: office.id, name: office.name },
    how: found?.how ?? 'desk',
    basis: cite(answer.basis),
    derivation: printed,
    doubt:
      answer.primary.length === 0
        ? DOUBTS.nothing
        : found === null
          ? DOUBTS.elsewhere
          : inferred
            ? DOUBTS.code
            : null,
    places,
    path: office.path,
  };
}

const agencyView = (office: House | undefined) => (office ? { id: office.id, name: office.name } : null);
