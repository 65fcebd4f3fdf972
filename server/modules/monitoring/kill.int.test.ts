// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { prepareKills } from './testing/kill-rounds.ts';

const killRounds = await prepareKills({ maxPages: 100, pagesARound: 10 });

test('a worker killed twice amid a patrol loses nothing and doubles nothing', () => killRounds(2));
