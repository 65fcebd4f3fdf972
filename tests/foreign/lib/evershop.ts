// SPDX-License-Identifier: Apache-2.0

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startTestCluster } from '../../../server/platform/testing/test-database.ts';
import {
  ensureShop,
  type ForeignShop,
  folderOf,
  freePort,
  startProgram,
  untilServing,
} from './foreign-shop.ts';

const BIN = 'node_modules/@evershop/evershop/dist/bin/evershop.js';

/** EverShop on our embedded PostgreSQL with its sample goods, one sold out, one taken off the shelf; its links lead to `publicUrl`. */
export async function startEverShop(publicUrl: string): Promise<ForeignShop> {
  ensureShop('evershop', '@evershop/evershop');
  const cluster = await startTestCluster();
  try {
    return await startOn(cluster, publicUrl);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

async function startOn(
  cluster: { url: string; stop(): Promise<void> },
  publicUrl: string,
): Promise<ForeignShop> {
  const cwd = folderOf('evershop');
  for (const folder of ['media', 'public', 'themes', 'extensions'])
    mkdirSync(join(cwd, folder), { recursive: true });
  // Sitemaps are files that an earlier start left behind, with its address.
  rmSync(join(cwd, 'public'), { recursive: true });
  mkdirSync(join(cwd, 'public'));
  const socket = decodeURIComponent(/[?&]host=([^&]+)/.exec(cluster.url)![1]!);
  const admin = new pg.Client({ connectionString: cluster.url });
  await admin.connect();
  await admin.query('create database evershop');
  await admin.end();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const env = {
    NODE_ENV: 'production',
    NODE_CONFIG: JSON.stringify({ shop: { homeUrl: publicUrl.slice(0, -1) } }),
    PORT: String(port),
    DB_HOST: socket,
    DB_PORT: '5432',
    DB_NAME: 'evershop',
    DB_USER: 'postgres',
    DB_PASSWORD: '',
    DB_SSLMODE: 'disable',
  };
  const run = (command: string[]): void => {
    const done = spawnSync(process.execPath, [BIN, ...command], {
      cwd,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
    if (done.status !== 0) throw new Error(`evershop ${command.join(' ')}: ${done.stdout}${done.stderr}`);
  };
  if (!existsSync(join(cwd, '.evershop', 'build', 'chunks'))) run(['build']);
  const first = startProgram([BIN, 'start'], { cwd, env });
  await untilServing(url, first.lines);
  run(['seed', '--all']);
  const client = new pg.Client({ host: socket, port: 5432, user: 'postgres', database: 'evershop' });
  await client.connect();
  // Addresses are made by a process of its own, a moment after the goods.
  for (let i = 0; i < 60; i++) {
    const { rows } = await client.query<{ missing: string }>(`select count(*) as missing from product p
      where not exists (select from url_rewrite r where r.entity_uuid = p.uuid)`);
    if (Number(rows[0]!.missing) === 0) break;
    await sleep(500);
  }
  await first.stop();
  await client.query(`update product_inventory set qty = 0 where product_inventory_product_id =
    (select product_id from product where sku = 'CUP-001-BLK')`);
  await client.query(`update product set status = false where sku = 'PEN-002-YEL'`);
  const { rows } = await client.query<{
    sku: string;
    name: string;
    price: string;
    qty: number;
    path: string;
  }>(`
    select p.sku, d.name, p.price, i.qty, r.request_path as path from product p
    join product_description d on d.product_description_product_id = p.product_id
    join product_inventory i on i.product_inventory_product_id = p.product_id
    join url_rewrite r on r.entity_uuid = p.uuid and r.entity_type = 'product' where p.status order by p.sku`);
  await client.end();
  const shop = startProgram([BIN, 'start'], { cwd, env });
  await untilServing(url, shop.lines);
  return {
    url,
    currency: 'USD',
    goods: rows.map((row) => ({
      code: row.sku,
      path: row.path,
      name: row.name,
      price: Number(row.price),
      inStock: row.qty > 0,
    })),
    async stop() {
      await shop.stop();
      await cluster.stop();
    },
  };
}
