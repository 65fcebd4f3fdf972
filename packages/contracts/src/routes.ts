// SPDX-License-Identifier: Apache-2.0
import * as agencies from './agencies.ts';
import * as audit from './audit.ts';

import * as candidates from './candidates.ts';
import * as coordination from './coordination.ts';

import * as credit from './credit.ts';

import * as desk from './desk.ts';
import * as documents from './documents.ts';
import * as drafts from './drafts.ts';
import * as evidence from './evidence.ts';
import * as exports from './export.ts';
import * as filings from './filings.ts';
import * as hits from './hits.ts';
import * as imports from './imports.ts';
import * as indicators from './indicators.ts';
import * as law from './law.ts';
import * as leads from './leads.ts';
import * as overview from './overview.ts';
import * as patrols from './patrols.ts';
import * as people from './people.ts';
import * as plans from './plans.ts';
import * as provider from './provider.ts';
import * as registry from './registry.ts';
import * as registryActs from './registry-acts.ts';
import type { RouteContract } from './route.ts';
import * as rules from './rules.ts';
import * as search from './search.ts';
import * as secondFactor from './second-factor.ts';
import * as selfCheck from './self-check.ts';
import * as session from './session.ts';
import * as status from './status.ts';

const isContract = (value: unknown): value is RouteContract =>
  typeof value === 'object' && value !== null && 'access' in value && 'path' in value && 'method' in value;

/** Every call of the API in one list: OpenAPI and the walk over all routes and roles come from it. */
export const ROUTES: readonly RouteContract[] = [
  agencies,
  audit,
  candidates,
  credit,
  desk,
  coordination,
  documents,
  drafts,
  evidence,
  exports,
  filings,
  hits,
  imports,
  indicators,
  law,
  leads,
  overview,
  patrols,
  people,
  provider,
  plans,
  registry,
  registryActs,
  rules,
  secondFactor,
  selfCheck,
  search,
  session,
  status,
]
  .flatMap((room) => Object.values(room as Record<string, unknown>))
  .filter(isContract);
