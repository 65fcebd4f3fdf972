// SPDX-License-Identifier: Apache-2.0
// Pages a minute drawn in the browser through our judging proxy: goods that a script fetches, with and without a picture.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createFetcher, createRenderer } from '@yiwang/collector';

const SECONDS = 20;
const AT_ONCE = 2;

async function startShop() {
  const server = createServer((request, response) => {
    const id = /\d+/.exec(request.url ?? '')?.[0] ?? '0';
    if (request.url?.startsWith('/api/'))
      return void response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ title: `示例商品 ${id}`, price: `${id}.90` }));
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!DOCTYPE html><title>示例</title><div id="app"></div><script>fetch('/api/${id}').then(r=>r.json()).then(g=>{document.getElementById('app').innerHTML='<h1>'+g.title+'</h1><p class="price">¥'+g.price+'</p>'})</script>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

export async function bench() {
  const { server, origin } = await startShop();
  const clock = { now: () => Date.now() };
  const fetcher = createFetcher({
    userAgent: 'YiwangPatrol/0.1',
    contact: 'bench',
    clock,
    allowAddresses: ['127.0.0.1'],
  });
  const renderer = createRenderer({
    fetcher,
    clock,
    sandbox: process.env['YIWANG_BROWSER_SANDBOX'] === 'off' ? 'off' : 'on',
    concurrency: AT_ONCE,
    chromiumPath: process.env['CHROMIUM_PATH'],
    cacheDir: join(tmpdir(), 'yw-bench-browser'),
  });
  const rows: Record<string, string | number>[] = [];
  try {
    for (const screenshot of [false, true]) {
      let next = 1;
      let pages = 0;
      let right = 0;
      const started = performance.now();
      const worker = async (): Promise<void> => {
        while (performance.now() - started < SECONDS * 1000) {
          const id = next++;
          const { text } = await renderer.render(`${origin}/p/${id}`, { screenshot });
          pages++;
          if (text.includes(`示例商品 ${id}`)) right++;
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      const minutes = (performance.now() - started) / 60_000;
      rows.push({
        what: screenshot ? 'drawn, with a picture' : 'drawn',
        'pages/min': Math.round(pages / minutes),
        'goods drawn': `${right} of ${pages}`,
      });
    }
  } finally {
    await renderer.close();
    await fetcher.close();
    server.closeAllConnections();
    server.close();
  }
  return {
    name: 'rendering',
    rows,
    notes: [`${AT_ONCE} pages at once, one browser, nothing cached between them`],
  };
}
