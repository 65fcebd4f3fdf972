// SPDX-License-Identifier: Apache-2.0
import { invalid } from '@yiwang/kernel';
import { readCitation } from '../clocks/compile.ts';
import { parseDay } from '../day.ts';
import { findInstrument, inForce } from '../instruments/instruments.ts';
import type { Basis, Certainty, DerivationStep } from '../model.ts';
import type {
  Ground,
  Group,
  JurisdictionAnswer,
  JurisdictionInput,
  Office,
  Step,
  VenueRule,
} from './model.ts';
import { movementSteps, stepBy } from './movement.ts';
import { includesPlace, type Places, readOrder, readPlaces, uniquePlaces } from './places.ts';
import { venueRules } from './rules.ts';
import { matterSteps, specialRule } from './special.ts';

const KINDS = ['complaint', 'report', 'penalty'];
const ROLES = [
  'platform',
  'self-built',
  'other-service',
  'in-platform',
  'live-room',
  'host',
  'agency',
  'endorser',
  'agent',
  'advertiser',
  'publisher',
  'offline',
  'other',
];

/** Where a role stands in the tables of §3; what has no column of its own falls under the general rule. */
function groupOf(input: JurisdictionInput): Group {
  const { role, matter, kind } = input;
  if (
    kind !== 'complaint' &&
    (matter === 'ad' ||
      role === 'advertiser' ||
      role === 'agent' ||
      role === 'publisher' ||
      role === 'endorser')
  )
    return 'ad';
  if (role === 'platform') return 'platform';
  if (role === 'self-built' || role === 'other-service' || (role === 'live-room' && input.selfBuilt === true))
    return 'self-built';
  if (role === 'in-platform' || role === 'live-room') return 'in-platform';
  return 'other';
}

const missing = (field: string, reason: string) =>
  invalid('law.jurisdiction', `${field} ${reason}`, { faults: [{ field, reason }] });

function check(input: JurisdictionInput): void {
  if (!KINDS.includes(input.kind)) throw missing('kind', `is not one of ${KINDS.join(', ')}`);
  parseDay(input.date, 'date');
  if (typeof input.role !== 'string' || !ROLES.includes(input.role))
    throw missing('role', `is not one of ${ROLES.join(', ')}`);
}

interface Found {
  id: string;
  primary: Office[];
  may: Office[];
  /** Has power under a condition that is not met, or whose facts are missing: named in no list. */
  aside: Office[];
  steps: Step[];
  citations: readonly string[];
  certainty: Certainty;
  level: string | null;
  derivation: DerivationStep[];
}

const places = (grounds: readonly Ground[] | undefined, at: Places): Office[] =>
  uniquePlaces((grounds ?? []).flatMap((ground) => at.at(ground)));

function byRule(rule: VenueRule, input: JurisdictionInput, at: Places): Found {
  const steps: Step[] = [];
  const derivation: DerivationStep[] = [];
  const cited = readCitation(rule.basis[0]!, rule.certainty);
  const own: Step = { step: '', instrument: cited.instrument, article: cited.article, zh: '', en: '' };
  let primary = places(rule.primary, at);
  let aside: Office[] = [];
  const may: Office[] = [];
  const grounds: string[] = [...rule.primary];
  if (rule.id === 'complaint.2026.shop') {
    const shown = at.at('shown')[0];
    if (shown === undefined || input.contactable === false) {
      primary = places(['pfDomicile'], at);
      derivation.push({
        rule: shown === undefined ? 'venue.not-shown' : 'venue.not-contactable',
        instrument: 'O121',
        article: '13(2)',
      });
      if (shown !== undefined)
        steps.push({
          ...own,
          step: 'keep-contact-record',
          article: '13(2)',
          zh: '保存无法联系的记录（电话、信函），随移交附送',
          en: 'keep the record of the attempts (call, letter) for the hand-over',
        });
    }
  }
  const selfPublished = rule.groups.includes('ad') && rule.kind !== 'complaint' && at.selfPublished;
  if (selfPublished) {
    primary = at.at('advertiser');
    derivation.push({ rule: 'venue.self-published', instrument: cited.instrument, article: cited.article });
  } else {
    for (const ground of rule.ifFirst ?? [])
      for (const place of at.at(ground)) {
        if (includesPlace(primary, place)) continue;
        if (at.first !== null && includesPlace([place], at.first)) {
          may.push(place);
          derivation.push({ rule: 'venue.if-first', ground, office: place });
        } else if (at.first === null) {
          aside.push(place);
          steps.push({
            ...own,
            step: 'may-if-first',
            office: place,
            zh: `${place}先发现线索或者先收到投诉、举报的，也可以管辖`,
            en: `${place} may act if it found the lead, or received the complaint or report, first`,
          });
        }
      }
    const hand = places(rule.handOver, at).filter(
      (place) => !includesPlace(primary, place) && !includesPlace(may, place),
    );
    for (const place of hand)
      steps.push({
        ...own,
        step: 'hand-over',
        office: place,
        zh: `处理确有困难的，可以将有关情况移交${place}`,
        en: `if hard to deal with, the facts may be handed to ${place}`,
      });
    aside = uniquePlaces([...aside, ...hand]);
  }
  for (const ground of selfPublished ? [] : rule.primary)
    if (
      ground !== 'operator' &&
      at.at(ground).length === 0 &&
      !(rule.id === 'complaint.2026.shop' && ground === 'shown')
    )
      derivation.push({ rule: 'venue.missing', ground });
  if (rule.choice && primary.length > 1) derivation.push({ rule: 'venue.choice', count: primary.length });
  derivation.unshift({
    rule: 'venue.rule',
    id: rule.id,
    grounds: selfPublished ? ['advertiser'] : grounds,
    instrument: cited.instrument,
    article: cited.article,
  });
  return {
    id: rule.id,
    primary,
    may,
    aside,
    steps,
    citations: rule.basis,
    certainty: rule.certainty,
    level: 'county',
    derivation,
  };
}

/**
 * Who is competent for a complaint, a report or a penalty on a day (§3), what the others must do, and why.
 * Throws `invalid` `law.jurisdiction` / `law.date` for an input that cannot be read; missing places are no fault:
 * what they would found is missing from the answer and the derivation says so.
 */
export function jurisdiction(input: JurisdictionInput): JurisdictionAnswer {
  check(input);
  const day = parseDay(input.date, 'date');
  const cite = (text: string) => {
    const instrument = findInstrument(text.slice(0, text.indexOf(' ')));
    return instrument !== undefined && inForce(instrument, day) === true;
  };
  const group = groupOf(input);
  const at = readPlaces(input, group);
  const special = specialRule(input, at);
  let found: Found;
  if (special) {
    const derivation: DerivationStep[] = [
      { rule: 'venue.special', id: special.id, ...split(special.basis[0]!) },
    ];
    if (special.note) derivation.push({ rule: 'venue.note', zh: special.note.zh, en: special.note.en });
    found = {
      id: special.id,
      primary: special.primary,
      may: [],
      aside: [],
      steps: [],
      citations: special.basis,
      certainty: readCitation(special.basis[0]!, 'A').certainty,
      level: special.level ?? 'county',
      derivation,
    };
  } else {
    const rule = venueRules.find(
      (one) =>
        one.kind === input.kind &&
        one.groups.includes(group) &&
        (one.from ?? '') <= input.date &&
        input.date <= (one.to ?? '9'),
    );
    if (!rule)
      return {
        primary: [],
        may: [],
        not: [],
        yields: [],
        steps: [],
        level: null,
        certainty: null,
        basis: [],
        derivation: [{ rule: 'venue.none', date: input.date }],
      };
    found = byRule(rule, input, at);
  }
  return finish(input, at, found, cite);
}

function split(text: string): { instrument: string; article: string } {
  const { instrument, article } = readCitation(text, 'A');
  return { instrument, article };
}

function finish(
  input: JurisdictionInput,
  at: Places,
  found: Found,
  cite: (text: string) => boolean,
): JurisdictionAnswer {
  let { primary, may } = found;
  const { derivation, steps } = found;
  let yields: Office[] = [];
  const competent = uniquePlaces([...primary, ...may]);
  const basis: Basis[] = found.citations.filter(cite).map((text) => readCitation(text, found.certainty));
  // J1 the first to open a case; J2 the first to receive a complaint.
  const order =
    input.kind === 'penalty'
      ? uniquePlaces([typeof input.openedBy === 'string' ? input.openedBy : null, ...readOrder(input.opened)])
      : input.kind === 'complaint'
        ? readOrder(input.received)
        : [];
  const winner = order.find((one) => includesPlace(competent, one));
  if (winner !== undefined && competent.length > 1) {
    const id = input.kind === 'penalty' ? 'J1' : 'J2';
    const { instrument, article } = stepBy(id, '', cite);
    const chosen = competent.find((one) => includesPlace([one], winner))!;
    yields = competent.filter((one) => one !== chosen);
    primary = [chosen];
    may = [];
    derivation.push({
      rule: `venue.${id}`,
      office: chosen,
      ...(instrument ? { instrument, article: article ?? '' } : {}),
    });
    if (instrument && !basis.some((one) => one.instrument === instrument && one.article === article))
      basis.push({ instrument, article: article ?? '', certainty: 'A' });
  }
  const lodged = typeof input.lodgedAt === 'string' && input.lodgedAt !== '' ? input.lodgedAt : null;
  if (lodged !== null && input.unit !== true && !input.transferredFrom) {
    if (includesPlace([...primary, ...may], lodged))
      steps.push({ step: 'handle', office: lodged, zh: '由本机关处理', en: 'this office handles it' });
    else if (input.kind === 'complaint') steps.push(stepBy('J14', 'refuse-g1', cite, { office: lodged }));
    else if (input.kind === 'report')
      steps.push(
        input.matter === 'food'
          ? stepBy('J9', 'forward-food', (text) => text.startsWith('FSL') && cite(text), { office: lodged })
          : stepBy('J9', 'tell-reporter', cite, { office: lodged }),
      );
    else steps.push(stepBy('J5', 'transfer', cite, { office: lodged }));
  }
  if (found.level !== 'province') steps.push(...matterSteps(input));
  steps.push(...movementSteps(input, uniquePlaces([...primary, ...may]), cite));
  const not = at.named.filter((one) => !includesPlace([...primary, ...may, ...yields, ...found.aside], one));
  if (not.length) derivation.push({ rule: 'venue.not', offices: not });
  return {
    primary,
    may,
    not,
    yields,
    steps,
    level: found.level,
    certainty: found.certainty,
    basis,
    derivation,
  };
}
