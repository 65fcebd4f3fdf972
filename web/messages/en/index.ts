// SPDX-License-Identifier: Apache-2.0
import { answer } from './answer.ts';
import * as app from './app.ts';
import * as desk from './desk.ts';
import * as discovery from './discovery.ts';
import * as filing from './filing.ts';
import * as filings from './filings.ts';
import * as indicators from './indicators.ts';
import * as law from './law.ts';
import * as leads from './leads.ts';
import * as offices from './offices.ts';
import * as patrols from './patrols.ts';
import { portal } from './portal.ts';
import * as registry from './registry.ts';
import { secondFactor } from './second-factor.ts';
import { selfCheck } from './self-check.ts';
import * as subjects from './subjects.ts';
import { triage } from './triage.ts';
import * as words from './words.ts';

export const en = {
  ...app,
  ...desk,
  ...discovery,
  ...filing,
  ...filings,
  ...words,
  ...leads,
  ...offices,
  ...patrols,
  ...registry,
  ...subjects,
  ...indicators,
  ...law,
  answer,
  portal,
  secondFactor,
  selfCheck,
  triage,
} as const;
