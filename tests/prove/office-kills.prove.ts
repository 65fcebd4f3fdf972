// SPDX-License-Identifier: Apache-2.0
// npm run prove -- office-kills: kill -9 of service, worker and database amid dispatch, signing and the making of papers.
import { test } from 'node:test';
import { killAmidOffices } from '../lib/kill-amid-offices.ts';

test('kill -9 amid dispatch, signing and papers, ten times each: nothing lost, nothing twice', () =>
  killAmidOffices(30));
