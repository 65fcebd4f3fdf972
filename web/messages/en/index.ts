// SPDX-License-Identifier: Apache-2.0
import * as app from './app.ts';
import { law } from './law.ts';
import { portal } from './portal.ts';
import { triage } from './triage.ts';
import * as words from './words.ts';

export const en = { ...app, ...words, law, portal, triage } as const;
