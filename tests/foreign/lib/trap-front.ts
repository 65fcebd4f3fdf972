// SPDX-License-Identifier: Apache-2.0
import { createServer, request } from 'node:http';

export interface Seen {
  path: string;
  at: number;
}

export interface TrapFront {
  url: string;
  /** Every request, in order. */
  seen: Seen[];
  close(): Promise<void>;
}

const SORTS = ['name', 'price', 'rating', 'model'].flatMap((sort) =>
  ['ASC', 'DESC'].map((order) => `sort=${sort}&order=${order}`),
);
const LIMITS = [15, 25, 50, 75, 100].map((limit) => `limit=${limit}`);

/** The links that a category of an OpenCart-like program has: sort orders, page sizes, filters by the dozen, a session. */
function traps(path: string, query: URLSearchParams, session: number): string {
  const kept = [...query].filter(([name]) => name !== 'sid').map(([name, value]) => `${name}=${value}`);
  const links = [
    ...SORTS,
    ...LIMITS,
    ...Array.from({ length: 24 }, (_, i) => `filter[]=${i + 1}`),
    'mode=list',
    'mode=grid',
  ];
  return links
    .map((link) => `<a href="${path}?${[...kept, link, `sid=${session}`].join('&amp;')}">${link}</a>`)
    .join(' ');
}

/**
 * Stands before a shop and adds what its own program lacks: a robots.txt that bars the account and the basket, and
 * endless combinations of sort, page size, filter and session on every page of a list. Goods answer as they are.
 */
export async function startTrapFront(
  shop: string,
  isList: (path: string) => boolean,
  port: number,
): Promise<TrapFront> {
  const seen: Seen[] = [];
  let sessions = 0;
  const server = createServer((incoming, outgoing) => {
    const asked = new URL(incoming.url!, shop);
    seen.push({ path: incoming.url!, at: performance.now() });
    if (asked.pathname === '/robots.txt') {
      outgoing.setHeader('content-type', 'text/plain');
      outgoing.end(
        'User-agent: *\nDisallow: /customer/\nDisallow: /checkout/\nDisallow: /account\nDisallow: /cart\nDisallow: /api/\n',
      );
      return;
    }
    const through = request(
      new URL(isList(asked.pathname) ? asked.pathname : asked.pathname + asked.search, shop),
      { headers: { 'user-agent': incoming.headers['user-agent'] ?? '' } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (part: Buffer) => chunks.push(part));
        answer.on('end', () => {
          const type = answer.headers['content-type'] ?? '';
          outgoing.statusCode = answer.statusCode ?? 502;
          if (answer.headers.location) outgoing.setHeader('location', answer.headers.location);
          if (type) outgoing.setHeader('content-type', type);
          const body = Buffer.concat(chunks);
          const trapped = isList(asked.pathname) && /html/.test(type);
          outgoing.end(
            trapped
              ? body
                  .toString()
                  .replace(
                    '</body>',
                    `<div>${traps(asked.pathname, asked.searchParams, ++sessions)}</div></body>`,
                  )
              : body,
          );
        });
      },
    );
    through.on('error', () => outgoing.destroy());
    through.end();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}/`,
    seen,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
