// SPDX-License-Identifier: Apache-2.0
import { invalid, isLocalDate } from '@yiwang/kernel';
import { SEVERITIES } from '../types.ts';
import { VENUE_CHECKS, type VenueExample, type VenueFacts, type VenuePack, type VenueRule } from './types.ts';

type Json = Record<string, unknown>;

function fail(where: string, reason: string): never {
  throw invalid('screening.pack', `${where}: ${reason}`, { faults: [{ field: where, reason }] });
}
function object(value: unknown, where: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(where, 'must be an object');
  return value as Json;
}
function list(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value)) fail(where, 'must be a list');
  return value as unknown[];
}
function text(value: unknown, where: string): string {
  if (typeof value !== 'string' || value.trim() === '') fail(where, 'must be a text that is not empty');
  return value as string;
}
function day(value: unknown, where: string): void {
  if (typeof value !== 'string' || !isLocalDate(value)) fail(where, 'must be a day YYYY-MM-DD');
}
function both(value: unknown, where: string): void {
  const pair = object(value, where);
  text(pair['zh'], `${where} › zh`);
  text(pair['en'], `${where} › en`);
}
function oneOf(value: unknown, allowed: readonly string[], where: string): void {
  if (!allowed.includes(value as string)) fail(where, `must be one of ${allowed.join(', ')}`);
}

const EXAMPLE: VenueFacts = {
  id: 'example',
  kind: 'site',
  host: 'shop.example',
  name: '仿真百货',
  observedOn: '2026-05-20',
  looks: 2,
  mainPage: 'https://shop.example/',
  reach: true,
  trades: 12,
  shown: [],
  emarks: [],
  licenceLinks: [],
  declarations: [],
  individual: null,
  goods: [],
  registered: null,
  codes: {},
  twins: [],
  emarkDuty: false,
};

/** The facts of an example: a plain trading site that shows nothing, but for what the example says. */
export function factsOfExample({ note: _, ...facts }: VenueExample): VenueFacts {
  const shown = (facts.shown ?? []).map((one) => ({
    url: EXAMPLE.mainPage,
    clicks: 0,
    name: null,
    uscc: null,
    usccValid: null,
    icp: [],
    licences: [],
    contacts: [],
    ...(one as Partial<typeof one>),
  }));
  return { ...EXAMPLE, ...facts, shown };
}

function rule(value: unknown, where: string): VenueRule {
  const it = object(value, where);
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(text(it['id'], `${where} › id`)))
    fail(where, 'id: only a–z, 0–9, dot and dash');
  const at = `${where} › ${it['id']}`;
  if (!/^[a-z]+\/[a-z-]+$/.test(text(it['label'], `${at} › label`))) fail(at, 'label: like licence/missing');
  oneOf(it['severity'], SEVERITIES, `${at} › severity`);
  if (typeof it['confidence'] !== 'number' || !(it['confidence'] > 0 && it['confidence'] <= 1))
    fail(`${at} › confidence`, 'must be a number 0–1');
  for (const name of ['title', 'why']) both(it[name], `${at} › ${name}`);
  if (it['advice'] !== undefined) both(it['advice'], `${at} › advice`);
  text(it['note'], `${at} › note`);
  const inForce = object(it['inForce'], `${at} › inForce`);
  day(inForce['from'], `${at} › inForce › from`);
  if (inForce['to'] != null) day(inForce['to'], `${at} › inForce › to`);
  for (const [i, entry] of list(it['basis'], `${at} › basis`).entries()) {
    const here = `${at} › basis ${i}`;
    const row = object(entry, here);
    text(row['instrument'], here);
    text(row['article'], here);
    oneOf(row['certainty'], ['A', 'B', 'M', 'D'], here);
    for (const end of ['from', 'to']) if (row[end] != null) day(row[end], here);
  }
  oneOf(object(it['check'], `${at} › check`)['kind'], VENUE_CHECKS, `${at} › check › kind`);
  const examples = object(it['examples'], `${at} › examples`);
  for (const side of ['positive', 'negative']) {
    const all = list(examples[side], `${at} › examples › ${side}`);
    if (all.length < 6) fail(`${at} › examples › ${side}`, `needs at least six, has ${all.length}`);
    for (const one of all) text(object(one, `${at} › examples`)['note'], `${at} › examples › ${side} › note`);
  }
  return {
    ...(it as unknown as VenueRule),
    inForce: { from: inForce['from'] as string, to: (inForce['to'] ?? null) as string | null },
  };
}

/** Whether a file of rules is one about venues. */
export const isVenuePack = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && (json as Json)['about'] === 'venue';

/**
 * Reads packs of venue rules.
 * @throws AppError `screening.pack` naming pack, rule and member
 */
export function parseVenuePacks(json: readonly unknown[]): VenuePack[] {
  const ids = new Set<string>();
  return json.map((value) => {
    const it = object(value, 'pack');
    const name = text(it['pack'], 'pack');
    if (it['format'] !== 1 || it['about'] !== 'venue') fail(name, 'must have format 1 and about "venue"');
    both(it['title'], `${name} › title`);
    const rules = list(it['rules'], `${name} › rules`).map((one) => rule(one, name));
    for (const { id } of rules) {
      if (ids.has(id)) fail(name, `the rule "${id}" is there twice`);
      ids.add(id);
    }
    return { pack: name, title: it['title'] as VenuePack['title'], rules };
  });
}
