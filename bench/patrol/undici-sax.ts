// SPDX-License-Identifier: Apache-2.0
// node undici-sax.ts ADDRESS PAGES: the least a crawler can do – undici's pool, one htmlparser2 pass for links and text.
import { Parser } from 'htmlparser2';
import { Pool } from 'undici';

const [origin = '', wanted = '2000'] = process.argv.slice(2);
const pool = new Pool(origin, { connections: 16 });
const queue = ['/p/0'];
const known = new Set(queue);
let pages = 0;
let characters = 0;
let running = 0;
const started = performance.now();
await new Promise<void>((done) => {
  const visit = async (path: string): Promise<void> => {
    const { body } = await pool.request({ path, method: 'GET' });
    const html = await body.text();
    pages++;
    const parser = new Parser({
      onopentag(name, attributes) {
        const { href } = attributes;
        if (name !== 'a' || href === undefined) return;
        const url = new URL(href, origin);
        if (url.origin !== origin || known.has(url.pathname)) return;
        known.add(url.pathname);
        queue.push(url.pathname);
      },
      ontext(text) {
        characters += text.length;
      },
    });
    parser.end(html);
  };
  const next = () => {
    while (running < 16 && queue.length > 0 && pages + running < Number(wanted)) {
      running++;
      void visit(queue.shift()!).finally(() => {
        running--;
        next();
      });
    }
    if (running === 0) done();
  };
  next();
});
const ms = performance.now() - started;
await pool.close();
console.log(JSON.stringify({ pages, ms, rss: process.memoryUsage.rss(), listings: 0, characters }));
