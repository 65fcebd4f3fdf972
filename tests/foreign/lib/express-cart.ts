// SPDX-License-Identifier: Apache-2.0
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ensureShop,
  type ForeignShop,
  folderOf,
  freePort,
  startProgram,
  untilServing,
} from './foreign-shop.ts';

interface Row {
  code: string;
  path: string;
  name: string;
  price: number;
  stock: number | null;
  published: boolean;
}

/** expressCart with its sample goods, stock kept, two of them sold out; it believes that it lives on another host. */
export async function startExpressCart(): Promise<ForeignShop> {
  ensureShop('express-cart', 'express-cart');
  const port = await freePort();
  const settings = { baseUrl: 'http://shop.example', productsPerPage: 20, trackStock: true };
  const changes = { 'ranger-boot': { productStock: 0 }, 'whitney-pullover': { productStock: 0 } };
  const program = startProgram(
    ['start.cjs', String(port), JSON.stringify(settings), JSON.stringify(changes)],
    {
      cwd: folderOf('express-cart'),
    },
  );
  const url = `http://127.0.0.1:${port}/`;
  await untilServing(url, program.lines);
  let told: string | undefined;
  for (let i = 0; i < 40 && told === undefined; i++) {
    told = program.lines.find((line) => line.startsWith('goods '));
    if (told === undefined) await sleep(250);
  }
  const rows = JSON.parse(told!.slice(6)) as Row[];
  return {
    url,
    currency: 'GBP',
    goods: rows
      .filter((row) => row.published)
      .map(({ code, path, name, price, stock }) => ({
        code,
        path,
        name,
        price,
        inStock: stock === null || stock > 0,
      })),
    stop: program.stop,
  };
}
