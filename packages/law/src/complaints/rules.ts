// SPDX-License-Identifier: Apache-2.0
import { type Row, type Version, versionOn } from '../citations/rows.ts';
import type { Text } from '../model.ts';
import articleMap from './data/article-map.json' with { type: 'json' };
import conduct from './data/conduct.json' with { type: 'json' };
import consent from './data/consent.json' with { type: 'json' };
import factors from './data/consumption-factors.json' with { type: 'json' };
import handed from './data/handed-in.json' with { type: 'json' };
import refusal from './data/refusal-grounds.json' with { type: 'json' };
import secrecy from './data/secrecy.json' with { type: 'json' };
import termination from './data/termination-grounds.json' with { type: 'json' };

/** A ground for refusing a complaint (G1–G7) or ending mediation (T1–T8), with its text under each rule. */
export interface Ground {
  code: string;
  versions: (Version & { basis: string[] })[];
  /** What a decision on it needs. */
  needs?: Text;
  certainty: 'A';
}

/** §6.1 and §6.5. Before 2020 the lists are not known for sure and are not given. */
export const refusalGrounds: readonly Ground[] = refusal as Ground[];
export const terminationGrounds: readonly Ground[] = termination as Ground[];

/** A ground as it reads on a day. */
export interface GroundOn {
  code: string;
  text: Text;
  basis: string[];
}

const on = (grounds: readonly Ground[], day: string): GroundOn[] =>
  grounds.flatMap(({ code, versions }) => {
    const version = versionOn(versions, day);
    return version ? [{ code, text: version.text, basis: version.basis }] : [];
  });

/** The grounds that may be named on a day of receipt (refusal) or decision (termination). */
export const refusalGroundsOn = (day: string): GroundOn[] => on(refusalGrounds, day);
export const terminationGroundsOn = (day: string): GroundOn[] => on(terminationGrounds, day);

/** §6.2: factors for G3, for a person's judgement and never an automatic refusal. */
export const consumptionFactors = factors as (Row & { code: string; from: string; text: Text })[];
/** §6.3: what a filer must hand in. */
export const handedIn = handed as {
  id: string;
  item: Text;
  versions: (Version & { instrument: string })[];
  certainty: 'A';
}[];
/** §6.4: who must agree to what. */
export const consentRules = consent as (Row & { id: string; act: Text; who: Text })[];
/** §6.6: recusal, fraud, abuse, rewards and the rest. */
export const conductRules = conduct as (Row & { id: string; text: Text })[];
/** §6.7: whose secret is kept from whom. */
export const secrecyRules = secrecy as (Row & { id: string; what: Text; against: Text; exception: Text })[];
/** §6.8: article of O20 (null = new) → article of O121. */
export const articleMapO20ToO121 = articleMap as [number | null, number][];
