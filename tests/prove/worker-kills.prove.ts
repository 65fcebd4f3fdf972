// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { prepareKills } from '../../server/modules/monitoring/testing/kill-rounds.ts';

const killRounds = await prepareKills({ maxPages: 500, pagesARound: 15 });

test('a worker killed twenty times amid a patrol loses nothing and doubles nothing', () => killRounds(20));
