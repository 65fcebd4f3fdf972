// SPDX-License-Identifier: Apache-2.0
// A shop of any size for measuring: node site.ts PAGES KILOBYTES → prints its address. Page n links to 2n+1 and 2n+2.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const pages = Number(process.argv[2] ?? 2000);
const kilobytes = Number(process.argv[3] ?? 64);
const WORDS = '示例商品描述手工制作包装完好尺寸颜色可选七天无理由退换货请放心选购收纳整理家居日用'.split('');

function filler(n: number, bytes: number): string {
  const parts: string[] = [];
  for (let size = 0, i = 0; size < bytes; i++) {
    const text = Array.from({ length: 40 }, (_, k) => WORDS[(n * 7 + i * 13 + k * 5) % WORDS.length]).join(
      '',
    );
    const part = `<li class="c${i % 9}"><a href="/p/${(n + i * 31) % pages}" title="示例${i}"><img src="/i/${i}.png" alt=""></a><p>${text}</p></li>\n`;
    parts.push(part);
    size += part.length + text.length * 2;
  }
  return parts.join('');
}
// Sixty-four bodies are enough to defeat nobody's cache and cheap enough to serve.
const bodies = Array.from({ length: 64 }, (_, n) => filler(n, kilobytes * 1024));

const page = (
  n: number,
): string => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>示例商品${n}</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"示例商品${n}","sku":"S${n}","offers":{"@type":"Offer","price":"${(n % 900) + 1}.50","priceCurrency":"CNY","availability":"https://schema.org/InStock"}}</script></head>
<body><h1>示例商品${n}</h1><p class="price">¥${(n % 900) + 1}.50</p><a href="/p/${2 * n + 1 < pages ? 2 * n + 1 : 0}">甲</a><a href="/p/${2 * n + 2 < pages ? 2 * n + 2 : 0}">乙</a>
<ul>${bodies[n % 64]}</ul><footer>某某示例商行 ICP备00000000号</footer></body></html>`;

const server = createServer((request, response) => {
  const match = /^\/p\/(\d+)$/.exec(request.url ?? '');
  if (match === null || Number(match[1]) >= pages) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(Number(match[1])));
});
server.listen(0, '127.0.0.1', () =>
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
);
