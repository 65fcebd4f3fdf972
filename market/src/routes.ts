// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { dateOf } from './calendar.ts';
import { mannerOf, toGbk } from './gbk.ts';
import { allGoods, findGoods, offerOn } from './goods.ts';
import { categoryPage, searchPage } from './pages/category.ts';
import { detailPage, starApi } from './pages/detail.ts';
import { notFound } from './pages/errors.ts';
import { robotsTxt, sitemap } from './pages/feeds.ts';
import { frontPage, shopsPage } from './pages/front.ts';
import { helpPage } from './pages/help.ts';
import { newsList, newsPage } from './pages/news.ts';
import { licencePage, shopHome } from './pages/shop.ts';
import { calendarPage, dealsPage } from './pages/traps.ts';
import { iconPicture, licencePicture, markPicture, poster, thumbnail } from './pictures.ts';
import { type Reply, redirect, text, type Visit } from './reply.ts';
import { findShop, type Shop, shops } from './shops.ts';

const SVG = 'image/svg+xml; charset=utf-8';
const asset = (name: string) => readFileSync(new URL(`../assets/${name}`, import.meta.url), 'utf8');

/** A licence as shops show theirs: nothing but a picture (drawn by scripts/draw-licence.ts). */
const licenceScan = readFileSync(new URL('../assets/licence-qinghe.png', import.meta.url));
const assets: Record<string, () => Reply> = {
  '/assets/fair.css': () => text(asset('fair.css'), 'text/css; charset=utf-8'),
  '/assets/shop-app.js': () => text(asset('shop-app.js'), 'text/javascript; charset=utf-8'),
  '/img/emark.svg': () => text(markPicture(), SVG),
  '/img/licence-qinghe.png': () => ({ status: 200, type: 'image/png', body: licenceScan }),
  '/img/icon.svg': () => text(iconPicture(), SVG),
};

const fixed: Record<string, (visit: Visit) => Reply | null> = {
  '/': frontPage,
  '/shops': shopsPage,
  '/search': searchPage,
  '/news': newsList,
  '/robots.txt': robotsTxt,
  '/deals': (visit) => dealsPage(visit, 1),
  '/calendar': (visit) => {
    const [year, month] = dateOf(visit.day).split('-').map(Number);
    return calendarPage(visit, year!, month!);
  },
  '/star/api/home.json': (visit) => starApi(visit, null),
  '/loop/a': () => redirect('/loop/b'),
  '/loop/b': () => redirect('/loop/a'),
  ...assets,
};

type Pattern = [pattern: RegExp, answer: (visit: Visit, ...parts: string[]) => Reply | null];

const patterns: Pattern[] = [
  [/^\/category\/([a-z]+)$/, categoryPage],
  [/^\/news\/(\w+)$/, newsPage],
  [/^\/help\/([a-z-]+)$/, helpPage],
  [/^\/deals\/(\d)$/, (visit, n) => dealsPage(visit, Number(n))],
  [/^\/calendar\/(\d{4})\/(\d{1,2})$/, (visit, y, m) => calendarPage(visit, Number(y), Number(m))],
  [/^\/sitemap[\w.-]*$/, (visit) => sitemap(visit, visit.path)],
  [/^\/star\/api\/item\/(\d+)\.json$/, starApi],
  [
    /^\/img\/licence-([a-z]+)\.svg$/,
    (_, id) => (shops.some((s) => s.id === id) ? text(licencePicture(findShop(id!)), SVG) : null),
  ],
  [/^\/img\/(\d+)-([0-3])\.svg$/, (visit, id, n) => picture(visit, id!, Number(n))],
  [/^\/img\/(\d+)\.png$/, (visit, id) => picture(visit, id!, null)],
  // Short and former addresses of goods.
  [/^\/i\/(\d+)$/, (_, id) => moved(id!, 302)],
  [/^\/old\/product_(\d+)\.htm$/, (_, id) => moved(id!, 301)],
];

function picture(visit: Visit, id: string, n: number | null): Reply | null {
  const goods = findGoods(id);
  if (!goods) return null;
  return n === null
    ? { status: 200, type: 'image/png', body: thumbnail(id) }
    : text(poster(offerOn(goods, visit.day), n), SVG);
}

function moved(id: string, status: 301 | 302): Reply | null {
  const goods = findGoods(id);
  return goods ? redirect(findShop(goods.shop).item(goods.id), status) : null;
}

function inShop(shop: Shop, reply: Reply, goodsId: string | null): Reply {
  return shop.charset === 'gbk' && reply.status < 300 ? toGbk(reply, mannerOf(goodsId)) : reply;
}

// Addresses of shops: whole path, with the one query parameter that some shops put the number into.
const shopPages = new Map<string, (visit: Visit) => Reply>();
for (const shop of shops) {
  shopPages.set(shop.home, (visit) => inShop(shop, shopHome(visit, shop), null));
  shopPages.set(shop.licence, (visit) => inShop(shop, licencePage(visit, shop), null));
  // Without the last slash a home page redirects, as servers do.
  if (shop.home.endsWith('/')) shopPages.set(shop.home.slice(0, -1), () => redirect(shop.home, 301));
}
for (const goods of allGoods) {
  const shop = findShop(goods.shop);
  shopPages.set(shop.item(goods.id), (visit) => inShop(shop, detailPage(visit, goods), goods.id));
}

function keyOf(visit: Visit): string {
  const number = visit.query.get('id') ?? visit.query.get('gid');
  if (visit.path === '/laojie/goods.asp') return `${visit.path}?id=${number}`;
  if (visit.path === '/baihuo/view.php') return `${visit.path}?gid=${number}`;
  return visit.path;
}

/** The answer of the fair to a visit: the same visit on the same day always gets the same answer. */
export function answer(visit: Visit): Reply {
  const shopPage = shopPages.get(keyOf(visit));
  if (shopPage) return shopPage(visit);
  const own = Object.hasOwn(fixed, visit.path) ? fixed[visit.path]!(visit) : null;
  if (own) return own;
  for (const [pattern, make] of patterns) {
    const match = pattern.exec(visit.path);
    const reply = match && make(visit, ...match.slice(1));
    if (reply) return reply;
  }
  return notFound(visit);
}
