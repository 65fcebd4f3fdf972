// SPDX-License-Identifier: Apache-2.0
import { pino } from 'pino';
import { makeApp } from '../../../platform/process/make-app.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { walk } from '../index.ts';

/** A worker that only walks, in a process of its own, to be killed: `YIWANG_TEST_WALK` = {urls, data, allow, leaseMs}. */
const { urls, data, allow, leaseMs } = JSON.parse(process.env['YIWANG_TEST_WALK']!) as {
  urls: Parameters<typeof makeApp>[1];
  data: string;
  allow: string[];
  leaseMs: number;
};
const settings = readSettings({}, { data, allowAddresses: allow, logLevel: 'warn', poolSize: 8 });
const { app, close } = makeApp(settings, urls, { name: 'walker', log: pino({ level: 'silent' }) });
process.stdout.write('walking\n');
await walk(app, { signal: AbortSignal.timeout(600_000), leaseMs, idleMs: 2500 });
await close();
