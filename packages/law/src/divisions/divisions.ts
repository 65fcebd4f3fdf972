// SPDX-License-Identifier: Apache-2.0
import { parseDay } from '../day.ts';
import history from './data/history.json' with { type: 'json' };
import statistical from './data/statistical.json' with { type: 'json' };

/** The last day the history table speaks for; a change after it is not known here. */
export const DIVISIONS_AS_OF = '2024-12-31';
const LAST_YEAR = 2024;

export type DivisionLevel = 'province' | 'prefecture' | 'county';

/** One name of a code in time. The table gives year ends: in use at the end of `since` … the year before `until`. */
export interface DivisionSpan {
  code: string;
  name: string;
  level: DivisionLevel;
  /** First year at whose end the code had this name. */
  since: number;
  /** First year at whose end it no longer had; null = still in use. */
  until: number | null;
  successors: string[];
}

/** `in-use` · `not-in-use` on that day · `unknown`: no table row, or a year in which the row began or ended. */
export type DivisionStatus = 'in-use' | 'not-in-use' | 'unknown';

export interface DivisionAnswer {
  code: string;
  status: DivisionStatus;
  name: string | null;
  level: DivisionLevel | null;
  /** From the province down, as of the day. */
  path: { code: string; name: string }[];
  since: number | null;
  until: number | null;
  successors: string[];
  /** A code of the statistical table only (development zones, groupings), not an administrative division. */
  statistical: boolean;
  on: string | null;
  asOf: string;
}

const levelOf = (code: string): DivisionLevel =>
  code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county';

type Row = [string, string, number, number, string[]?];
const spans = new Map<string, DivisionSpan[]>();
for (const [code, name, since, until, successors] of history as Row[]) {
  const span = {
    code,
    name,
    level: levelOf(code),
    since,
    until: until || null,
    successors: successors ?? [],
  };
  const list = spans.get(code);
  if (list) list.push(span);
  else spans.set(code, [span]);
}
const zones = new Map(statistical as [string, string][]);

/** Every name a code has had, oldest first. */
export const divisionHistory = (code: string): readonly DivisionSpan[] => spans.get(code) ?? [];

/** Yes, no, or not known, for a span in a year: the year's own change has no day in the table. */
function inUse(span: DivisionSpan, year: number): boolean | null {
  if (year > LAST_YEAR) return span.until === null;
  if (span.until !== null && year > span.until) return false;
  if (year < span.since) return false;
  if (year === span.until) return null;
  if (year === span.since && year > 1981) return null;
  return year < 1981 ? null : true;
}

function yearOf(on: string): number {
  parseDay(on, 'on');
  return Number(on.slice(0, 4));
}

function nameIn(code: string, year: number): string | null {
  const list = divisionHistory(code);
  const span = list.find((one) => inUse(one, year) === true) ?? list.find((one) => inUse(one, year) === null);
  return span?.name ?? null;
}

/**
 * What a six-digit division code says on a day (default: the latest table). Never the nearest: a code that no table
 * has is unknown, and so is a code in the year of its change.
 */
export function findDivision(code: string, on?: string): DivisionAnswer {
  const year = on === undefined ? LAST_YEAR + 1 : yearOf(on);
  const answer: DivisionAnswer = {
    code,
    status: 'unknown',
    name: null,
    level: /^\d{6}$/.test(code) ? levelOf(code) : null,
    path: [],
    since: null,
    until: null,
    successors: [],
    statistical: false,
    on: on ?? null,
    asOf: DIVISIONS_AS_OF,
  };
  const list = divisionHistory(code);
  const zone = zones.get(code);
  if (list.length === 0) {
    if (zone === undefined) return { ...answer, level: null };
    return {
      ...answer,
      status: year >= 2023 ? 'in-use' : 'unknown',
      name: zone,
      statistical: true,
      path: pathOf(code, zone, year),
    };
  }
  const certain = list.find((span) => inUse(span, year) === true);
  const possible = list.find((span) => inUse(span, year) === null);
  const span = certain ?? possible ?? list.findLast((one) => one.since <= year) ?? list[0]!;
  return {
    ...answer,
    status: certain ? 'in-use' : possible ? 'unknown' : year < 1981 ? 'unknown' : 'not-in-use',
    name: span.name,
    path: pathOf(code, span.name, year),
    since: span.since,
    until: span.until,
    successors: span.successors,
  };
}

function pathOf(code: string, name: string, year: number): { code: string; name: string }[] {
  const path: { code: string; name: string }[] = [];
  for (const parent of [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`]) {
    if (parent === code || path.some((one) => one.code === parent)) continue;
    const parentName = nameIn(parent, year);
    if (parentName !== null) path.push({ code: parent, name: parentName });
  }
  path.push({ code, name });
  return path;
}

/** The divisions of the latest table, for choosing in forms. */
export function currentDivisions(): DivisionSpan[] {
  return [...spans.values()].flatMap((list) => list.filter((span) => span.until === null));
}
