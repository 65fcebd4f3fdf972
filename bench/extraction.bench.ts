// SPDX-License-Identifier: Apache-2.0
// How fast pages become facts, beside parsers that only find links and text. Peers: `npm ci` in bench/peers.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { Parser, parseDocument } from 'htmlparser2';
import { extractPage } from '../packages/extraction/src/index.ts';

const PAGES = 40;
const SECONDS = 2;
const decoder = new TextDecoder();

/** Shop pages of about 67 KB: lists, and products with structured data, related goods, reviews and a foot. */
function makePages(): Uint8Array[] {
  const folder = new URL('../tests/extraction-set/pages/', import.meta.url);
  const parts = readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => readFileSync(new URL(file, folder), 'utf8'));
  const foot = parts.find((part) => part.includes('增值电信')) ?? '';
  const words = '这款示例商品做工扎实，颜色与图片相近，尺寸请以实物为准，签收时请当面检查外包装。';
  return Array.from({ length: PAGES }, (_, i) => {
    const isList = i % 2 === 0;
    const card = (n: number): string =>
      `<li class="item" data-id="${n}"><a href="/goods/${n}.html" title="示例商品 ${n} 号"><img class="lazy" data-original="/img/${n}.jpg" alt="示例商品 ${n}"></a>` +
      `<p class="name"><a href="/goods/${n}.html">示例商品 ${n} 号 加厚款</a></p><p class="price"><span>¥</span>${(n % 300) + 0.9}</p><p class="sold">已售 ${n} 件</p></li>`;
    const cards = Array.from({ length: isList ? 48 : 8 }, (_, n) => card(i * 1000 + n)).join('\n');
    const nav = Array.from({ length: 120 }, (_, n) => `<li><a href="/c/${n}">分类 ${n}</a></li>`).join('\n');
    const main = isList
      ? `<h1>全部商品</h1><ul class="goods">${cards}</ul>`
      : `<h1>示例商品 ${i}</h1><script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"示例商品 ${i}","sku":"S${i}","offers":{"@type":"Offer","price":"${i}.50","priceCurrency":"CNY","availability":"https://schema.org/InStock"}}</script><p class="price">¥${i}.50</p><button>加入购物车</button><ul class="related">${cards}</ul>`;
    const reviews = Array.from(
      { length: 60 },
      (_, n) => `<blockquote class="review" id="r${n}"><p>${words}</p><cite>某**${n}</cite></blockquote>`,
    ).join('\n');
    const script = `<script>var track=${JSON.stringify({ page: i, list: Array.from({ length: 300 }, (_, n) => `event-${n}`) })};</script><style>${'.a{color:#333;margin:0 auto}'.repeat(200)}</style>`;
    let html = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>示例商品 ${i} - 示例商城</title>${script}</head><body><nav><ul>${nav}</ul></nav>${main}${reviews}${foot}</body></html>`;
    while (html.length < 52_000)
      html = html.replace('</body>', `<div class="note"><p>${words.repeat(6)}</p></div></body>`);
    return new TextEncoder().encode(html);
  });
}

/** Links and text in one SAX pass: the least that anybody needs. */
function saxPass(bytes: Uint8Array): number {
  const links: string[] = [];
  let text = '';
  new Parser({
    onopentag(name, attributes) {
      if (name === 'a' && attributes['href']) links.push(attributes['href']);
    },
    ontext(piece) {
      text += piece;
    },
  }).end(decoder.decode(bytes));
  return links.length + text.length;
}

interface Cheerio {
  load(html: string): (selector: string) => {
    map(fn: (i: number, element: { attribs: Record<string, string> }) => unknown): { get(): unknown[] };
    text(): string;
  };
}

/** What a scraper would write with cheerio: links, text, title, prices. */
const withCheerio =
  (cheerio: Cheerio) =>
  (bytes: Uint8Array): number => {
    const $ = cheerio.load(decoder.decode(bytes));
    const links = $('a')
      .map((_, element) => element.attribs['href'])
      .get();
    return links.length + $('body').text().length + $('h1').text().length + $('.price').text().length;
  };

function measure(what: string, pages: Uint8Array[], work: (bytes: Uint8Array) => unknown) {
  const bytes = pages.reduce((sum, page) => sum + page.length, 0);
  for (let i = 0; i < 3; i++) for (const page of pages) work(page);
  const started = performance.now();
  let rounds = 0;
  while (performance.now() - started < SECONDS * 1000) {
    for (const page of pages) work(page);
    rounds++;
  }
  const seconds = (performance.now() - started) / 1000;
  return {
    what,
    'MB/s': Number(((bytes * rounds) / 1e6 / seconds).toFixed(1)),
    'pages/s': Math.round((pages.length * rounds) / seconds),
  };
}

/** Extraction of every fact against passes that find links and text only. */
export async function bench(): Promise<{
  name: string;
  rows: Record<string, string | number>[];
  notes: string[];
}> {
  const pages = makePages();
  const rows: Record<string, string | number>[] = [];
  const notes: string[] = [];
  rows.push(
    measure('yiwang: all facts', pages, (bytes) =>
      extractPage({ bytes, url: 'https://shop.example/', contentType: 'text/html; charset=utf-8' }),
    ),
  );
  rows.push(measure('htmlparser2 SAX: links, text', pages, saxPass));
  rows.push(measure('htmlparser2 DOM: tree only', pages, (bytes) => parseDocument(decoder.decode(bytes))));
  const peers = new URL('./peers/package.json', import.meta.url);
  if (existsSync(new URL('./peers/node_modules/cheerio/package.json', import.meta.url))) {
    const require = createRequire(peers);
    const load = async (name: string) => import(pathToFileURL(require.resolve(name)).href);
    const parse5 = (await load('parse5')) as { parse(html: string): unknown };
    rows.push(measure('parse5: tree only', pages, (bytes) => parse5.parse(decoder.decode(bytes))));
    rows.push(
      measure('cheerio: links, text, prices', pages, withCheerio((await load('cheerio')) as Cheerio)),
    );
  } else notes.push('parse5 and cheerio: npm ci in bench/peers');
  const size = pages.reduce((sum, page) => sum + page.length, 0) / pages.length;
  notes.push(`${pages.length} pages of ${Math.round(size / 1000)} KB, decoding included`);
  return { name: 'extraction', rows, notes };
}
