// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { compileEngine } from '@yiwang/screening';
import { loadPacks, loadVenuePacks } from '../load-packs.ts';
import type { PatrolReport } from './patrol-report.ts';
import { runPatrol } from './run-patrol.ts';

const scratch = mkdtempSync(join(tmpdir(), 'yiwang-venue-watch-'));
const engine = compileEngine(loadPacks(), { today: '2026-05-20' });
let pages: Record<string, string> = {};
const asked: string[] = [];
const site = createServer((request, response) => {
  asked.push(request.url ?? '');
  const page = pages[request.url ?? ''];
  response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(page ?? '没有这个页面');
}).listen(0, '127.0.0.1');
await new Promise((listening) => site.once('listening', listening));
const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
after(() => {
  site.close();
  rmSync(scratch, { recursive: true, force: true });
});

const item = (title: string, foot = '') =>
  `<html lang="zh-CN"><title>${title}</title><script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: title,
    offers: { '@type': 'Offer', price: '19.90', priceCurrency: 'CNY' },
  })}</script><h1>${title}</h1><p>¥19.90</p><p>全场包邮，支持七日无理由退货，有问题请联系客服处理。</p>${foot}`;
const home = (foot: string) =>
  `<html lang="zh-CN"><title>首页 - 仿真百货</title><h1>仿真百货</h1><p>欢迎光临，今日上新棉布袋与竹编筐，全场满减。</p><a href="/item/1">棉布袋</a><a href="/about">关于我们</a>${foot}`;

let run = 0;
async function patrol(shown: Record<string, string>): Promise<PatrolReport> {
  pages = shown;
  asked.length = 0;
  const out = join(scratch, String(run++));
  const { report } = await runPatrol({
    site: url,
    out,
    maxPages: 20,
    rate: 50,
    render: 'never',
    pictures: false,
    allowAddresses: [new URL(url).host],
    engine,
    venuePacks: loadVenuePacks(),
    signal: new AbortController().signal,
  });
  for (const finding of report.findings.filter((one) => one.evidence !== null))
    assert.ok(existsSync(join(out, finding.evidence!)));
  return report;
}
const found = (report: PatrolReport) =>
  report.findings.filter((one) => one.rule.startsWith('venue-') && one.severity !== 'info');

test('a site that never tells its licence is looked at twice and reported with evidence', async () => {
  const report = await patrol({
    '/': home(''),
    '/item/1': item('棉布袋'),
    '/about': home('<p>我们是一家小店</p>'),
  });
  const [finding, ...more] = found(report);
  assert.deepEqual(more, []);
  assert.equal(finding?.label, 'licence/not-displayed');
  assert.equal(finding?.confidence, 0.85);
  assert.ok(finding?.evidence);
  assert.equal(asked.filter((path) => path === '/').length, 2);
  assert.ok(finding.basis.some((row) => row.instrument === 'ECL' && row.article === '15'));
});

test('a footer with name and code is a display; a wrong code is found', async () => {
  const foot = '<footer>仿真百货有限公司 统一社会信用代码：91330100MA0XNX001Q 地址：某市某路1号</footer>';
  const report = await patrol({ '/': home(foot), '/item/1': item('棉布袋', foot), '/about': home(foot) });
  assert.deepEqual(
    found(report).map((one) => one.rule),
    ['venue-code-invalid'],
  );
  assert.equal(found(report)[0]!.text, '91330100MA0XNX001Q');
});
