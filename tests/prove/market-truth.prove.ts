// SPDX-License-Identifier: Apache-2.0
// The sample fair against what is planted in it, through the command and through the service, with pages drawn by script.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startMarket } from '@yiwang/market';
import { walk } from '../../server/modules/monitoring/index.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { testService } from '../../server/platform/testing/test-service.ts';
import { compareWithTruth, type Given } from '../market/compare.ts';

const DAY = 5;
const market = await startMarket({ day: DAY });
after(() => market.close());
const { host } = new URL(market.url);
const bin = fileURLToPath(new URL('../../cli/bin/yiwang.mjs', import.meta.url));

test('yiwang patrol --render auto', async (context) => {
  const out = mkdtempSync(join(tmpdir(), 'yiwang-truth-'));
  after(() => rmSync(out, { recursive: true, force: true }));
  const from = performance.now();
  const args = ['patrol', `${market.url}/`, '--out', out, '--rate', '20', '--max-pages', '5000'];
  const child = spawn(process.execPath, [bin, ...args, '--render', 'auto', '--allow-address', host], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  assert.equal(code, 0);
  const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as {
    pages: number;
    findings: (Given & { page: string; confidence: number })[];
  };
  context.diagnostic(`${report.pages} pages in ${Math.round((performance.now() - from) / 1000)} s`);
  const given = report.findings
    .filter(({ confidence, severity }) => confidence >= 0.5 && severity !== 'info')
    .map((one) => ({ ...one, url: one.page }));
  const { planted, missed, wronged } = compareWithTruth(DAY, given);
  context.diagnostic(`${planted} planted plainly`);
  assert.deepEqual({ missed, wronged }, { missed: [], wronged: [] });
});

test('the demonstration patrol of the service', async (context) => {
  const t = await testService({
    clock: systemClock,
    settings: { allowAddresses: [host], chromiumPath: process.env['CHROMIUM_PATH'] ?? null, poolSize: 10 },
  });
  const analyst = await t.as('monitor-analyst');
  const from = performance.now();
  const started = await analyst.post('/api/patrols', {
    site: `${market.url}/`,
    ground: '演示巡查',
    rate: 20,
    maxPages: 5000,
  });
  assert.equal(started.status, 201, JSON.stringify(started.body));
  await walk(t.app, { signal: AbortSignal.timeout(1_200_000), idleMs: 1000 });
  context.diagnostic(`${Math.round((performance.now() - from) / 1000)} s`);
  const given: Given[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await analyst.get(`/api/hits?limit=200${cursor}`);
    for (const hit of body.items!)
      given.push({
        url: String(hit['url']),
        label: String(hit['label']),
        severity: hit['severity'] as Given['severity'],
        text: String(hit['rule']),
      });
    if (body['next'] === null || body['next'] === undefined) break;
    cursor = `&cursor=${encodeURIComponent(String(body['next']))}`;
  }
  const { missed, wronged } = compareWithTruth(DAY, given);
  assert.deepEqual({ missed, wronged }, { missed: [], wronged: [] });
});
