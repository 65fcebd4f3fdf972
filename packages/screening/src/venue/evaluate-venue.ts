// SPDX-License-Identifier: Apache-2.0
import { type Finding, SEVERITIES, type Severity } from '../types.ts';
import { emarkImitated, emarkMissing, emarkOfOther } from './check-emark.ts';
import { copiedFooter, registeredOtherwise, twoIdentities } from './check-identity.ts';
import * as licence from './check-licence.ts';
import type { VenueMatch } from './matches.ts';
import type { VenueCheck, VenueCheckKind, VenueFacts, VenuePack, VenueRule } from './types.ts';

const CHECKS: Record<VenueCheckKind, (facts: VenueFacts, check: VenueCheck) => VenueMatch[]> = {
  'not-displayed': licence.notDisplayed,
  buried: licence.buried,
  'code-invalid': licence.codeInvalid,
  'permit-malformed': licence.permitMalformed,
  'code-of-other': licence.codeOfOther,
  status: licence.status,
  expired: licence.expired,
  'permit-missing': licence.permitMissing,
  'exemption-not-declared': licence.exemptionNotDeclared,
  'registered-otherwise': registeredOtherwise,
  'two-identities': twoIdentities,
  'copied-footer': copiedFooter,
  'emark-missing': emarkMissing,
  'emark-imitated': emarkImitated,
  'emark-of-other': emarkOfOther,
};

/** A finding about a venue; `url` is the page that shows it, or that ought to. */
export interface VenueFinding extends Finding {
  url: string;
}

export interface VenueResult {
  findings: VenueFinding[];
  /** The texts that findings point into, by field. */
  texts: Record<string, string>;
}

const round = (value: number): number => Math.round(value * 100) / 100;
const lower = (a: Severity, b: Severity): Severity => (SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b) ? a : b);

/** Values of a field in one text, each where its finding says. */
class FieldTexts {
  readonly texts: Record<string, string> = {};
  place(field: string, value: string): { start: number; end: number } {
    const before = this.texts[field];
    const known = before === undefined ? -1 : `${before}\n`.indexOf(`${value}\n`);
    if (known >= 0) return { start: known, end: known + value.length };
    const start = before === undefined ? 0 : before.length + 1;
    this.texts[field] = before === undefined ? value : `${before}\n${value}`;
    return { start, end: start + value.length };
  }
}

function basisOn(rule: VenueRule, day: string): Finding['basis'] {
  return rule.basis
    .filter(
      (row) =>
        (row.certainty === 'A' || row.certainty === 'B') &&
        (row.from == null || row.from <= day) &&
        (row.to == null || row.to >= day),
    )
    .map(({ instrument, article, certainty }) => ({ instrument, article, certainty }));
}

const fill = (text: string, match: VenueMatch): string =>
  text.replace(/\{(value|other|page)\}/g, (_, name: 'value' | 'other' | 'page') =>
    name === 'page' ? match.url : (match[name] ?? ''),
  );

/**
 * Judges the facts of a venue by the rules of the packs. A finding cites only rows in force on `observedOn` with
 * certainty A or B; if none is left it says so and weighs at most slight (interfaces.md). Pure.
 */
export function evaluateVenue(packs: readonly VenuePack[], facts: VenueFacts): VenueResult {
  const placed = new FieldTexts();
  const findings: VenueFinding[] = [];
  for (const rule of packs.flatMap((pack) => pack.rules)) {
    if (facts.observedOn < rule.inForce.from) continue;
    if (rule.inForce.to !== null && facts.observedOn > rule.inForce.to) continue;
    for (const match of CHECKS[rule.check.kind](facts, rule.check)) {
      const basis = basisOn(rule, facts.observedOn);
      const unverified = basis.length === 0;
      const { start, end } = placed.place(match.field, match.value);
      findings.push({
        rule: rule.id,
        label: rule.label,
        severity: unverified ? lower(rule.severity, 'slight') : rule.severity,
        confidence: round(Math.min(1, rule.confidence * (match.sure ?? 1))),
        field: match.field,
        start,
        end,
        text: match.value,
        folds: [],
        why: `${fill(rule.why.zh, match)}${unverified ? '（依据未核实）' : ''}`,
        whyEn: `${fill(rule.why.en, match)}${unverified ? ' (basis unverified)' : ''}`,
        basis,
        url: match.url,
      });
    }
  }
  return { findings, texts: placed.texts };
}
