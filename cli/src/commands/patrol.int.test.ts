// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startMarket, truthOn } from '@yiwang/market';
import type { PatrolReport } from '../lib/patrol/patrol-report.ts';

const scratch = mkdtempSync(join(tmpdir(), 'yiwang-cli-patrol-'));
const market = await startMarket({ day: 40 });
const { host } = new URL(market.url);
after(async () => {
  await market.close();
  rmSync(scratch, { recursive: true, force: true });
});

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
interface Ran {
  code: number | null;
  out: string;
  err: string;
}
function yiwang(args: string[], interruptWhen?: () => boolean): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
      env: { ...process.env, YIWANG_CONTACT: 'mailto:contact@example.invalid', YIWANG_DATA: scratch },
    });
    const ran: Ran = { code: null, out: '', err: '' };
    child.stdout.on('data', (part) => {
      ran.out += part;
    });
    child.stderr.on('data', (part) => {
      ran.err += part;
    });
    const watch = setInterval(() => {
      if (!interruptWhen?.()) return;
      clearInterval(watch);
      child.kill('SIGINT');
    }, 100);
    child.on('close', (code) => {
      clearInterval(watch);
      resolve({ ...ran, code });
    });
  });
}
const reportOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as PatrolReport;
const pathOf = (url: string) => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};

test('a patrol without a database: everything lawful to visit is visited once, planted goods are found with proof', async () => {
  const out = join(scratch, 'all');
  const ran = await yiwang([
    'patrol',
    market.url,
    '--out',
    out,
    '--rate',
    '200',
    '--render',
    'never',
    '--allow-address',
    host,
    '--fail-on',
    'slight',
  ]);
  assert.equal(ran.code, 1, ran.err);
  const report = reportOf(out);
  assert.equal(report.stopped, 'done');
  assert.ok(report.pages > 300);
  assert.ok(!market.requests.some(({ url }) => /^\/(?:account|order|private|track|print)\b/.test(url)));
  const scan = report.pictures.find(({ url }) => url.endsWith('/img/licence-qinghe.png'));
  assert.match(scan?.text ?? '', /91330106MA00010184/, 'the licence that is a picture was read');
  assert.deepEqual(scan?.codes, ['https://emark.example/mark/SF-2026-0101']);
  const pages = report.requests
    .filter((r) => ['link', 'sitemap', 'seed'].includes(r.ground))
    .map((r) => r.url);
  assert.ok(pages.length - new Set(pages).size <= 3, 'pages are asked for once');

  const found = new Set(report.findings.filter((f) => f.evidence).map((f) => `${pathOf(f.page)} ${f.label}`));
  const seen = new Set(report.listings.map((l) => pathOf(l.page)));
  const plain = truthOn(40).filter(
    (row) => row.kind === 'listing' && row.evasion === 'none' && seen.has(row.path),
  );
  const labels = [
    'prohibited/tobacco',
    'counterfeit',
    'prohibited/blades',
    'advertising/absolute',
    'advertising/medical-claim',
  ];
  const missed = plain.flatMap((row) =>
    row.labels
      .filter((label) => labels.includes(label) && !found.has(`${row.path} ${label}`))
      .map((label) => `${row.path} ${label}`),
  );
  const planted = plain.flatMap((row) => row.labels.filter((label) => labels.includes(label)));
  assert.ok(
    planted.length >= 20 && missed.length <= planted.length * 0.1,
    `missed ${missed.length} of ${planted.length}: ${missed}`,
  );

  const html = readFileSync(join(out, 'report.html'), 'utf8');
  assert.match(html, /巡查报告/);
  assert.ok(!/<script|src="http/.test(html), 'self-contained, without script');
  const [first] = report.evidence;
  const verified = await yiwang(['verify', join(out, first!.file), '--sha256', first!.sha256]);
  assert.equal(verified.code, 0, verified.out);
  const broken = join(scratch, 'broken.wacz');
  const bytes = readFileSync(join(out, first!.file));
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(broken, bytes);
  assert.equal((await yiwang(['verify', broken])).code, 1);
});

test('Ctrl-C ends it in order with the report of what was seen', async () => {
  const out = join(scratch, 'cut');
  const before = market.requests.length;
  const ran = await yiwang(
    ['patrol', market.url, '--out', out, '--rate', '3', '--render', 'never', '--allow-address', host],
    () => market.requests.length > before + 8,
  );
  assert.equal(ran.code, 0, ran.err);
  const report = reportOf(out);
  assert.equal(report.interrupted, true);
  assert.ok(report.pages > 0 && report.pages < 100);
  const sent = report.requests.map((r) => Date.parse(r.at));
  assert.ok(
    sent.length < 2 || (sent.at(-1)! - sent[0]!) / 1000 >= (sent.length - 2) / 3 / 1.1,
    'the rate is kept',
  );
  assert.ok(existsSync(join(out, 'report.html')));
});

test('without --allow-address the guard refuses the laboratory, exit 2 with the reason', async () => {
  const ran = await yiwang(['patrol', market.url, '--out', join(scratch, 'refused'), '--render', 'never']);
  assert.equal(ran.code, 2);
  assert.match(ran.err, /robots\.txt unreachable|address guard refuses/);
  const captured = await yiwang([
    'capture',
    market.url,
    '--out',
    join(scratch, 'x.wacz'),
    '--render',
    'never',
  ]);
  assert.equal(captured.code, 1);
  assert.match(captured.err, /address guard refuses 127\.0\.0\.1/);
});

test('usage errors are exit 2, answers of robots and verify are plain', async () => {
  for (const args of [
    ['patrol'],
    ['patrol', 'ftp://x'],
    ['patrol', 'http://x/', '--rate', '0'],
    ['verify'],
    ['robots', 'x'],
    ['capture', 'http://x/'],
  ])
    assert.equal((await yiwang(args)).code, 2, args.join(' '));
  const file = join(scratch, 'robots.txt');
  writeFileSync(file, 'User-agent: *\nDisallow: /cart\n');
  const ran = await yiwang([
    'robots',
    file,
    '--agent',
    'YiwangPatrol',
    '/cart/1',
    'http://shop.example/item',
  ]);
  assert.equal(ran.code, 0);
  assert.match(
    ran.out,
    /barred {2}\/cart\/1 {2}\(line 2: Disallow: \/cart\)\nallowed http:\/\/shop\.example\/item/,
  );
  writeFileSync(file, 'nothing');
  assert.equal((await yiwang(['verify', file])).code, 2);
});
