// SPDX-License-Identifier: Apache-2.0
// The real product for browser flows: everything that `npm start` starts, on free ports, with a data folder of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '@yiwang/collector';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { root } from '../../scripts/lib/pinned-node.mjs';

export interface Account {
  username: string;
  password: string;
  roles: string[];
}

export interface Product {
  base: string;
  /** Origin of the sample marketplace. */
  market: string;
  account(username: string): Account;
  browser: Browser;
  stop(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Waits for a line of the start; what was printed is in the error when it ends before or takes too long. */
function lineOf(child: ChildProcess, pattern: RegExp, ms: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const fail = (why: string) => reject(new Error(`npm start ${why}:\n${printed.slice(-3000)}`));
    const timer = setTimeout(() => fail(`did not print ${pattern} within ${ms / 1000} s`), ms);
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = pattern.exec(printed);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[1] ?? '');
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
}

interface Started {
  base: string;
  market: string;
  data: string;
  stop(): Promise<void>;
}

/** Joins what `npm start` serves from a folder already (`YIWANG_FLOW_DATA`): for writing flows, not for tests. */
function joinRunning(data: string): Started {
  const { address, pid } = JSON.parse(readFileSync(join(data, 'run.json'), 'utf8')) as {
    address: string;
    pid: number;
  };
  if (!pid) throw new Error(`nothing serves from ${data}`);
  const market = `http://127.0.0.1:${readFileSync(join(data, 'market-port'), 'utf8').trim()}`;
  return { base: address, market, data, stop: async () => undefined };
}

async function start(): Promise<Started> {
  const data = mkdtempSync(join(tmpdir(), 'yiwang-flow-'));
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(await freePort()),
      YIWANG_DATA: data,
      DATABASE_URL: '',
      MARKET_PORT: '0',
    },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stopProduct = async () => {
    child.kill('SIGINT');
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 20_000))]);
    child.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const marketLine = lineOf(child, /^market (http\S+)$/m, 240_000);
    const [market, base] = await Promise.all([marketLine, lineOf(child, /^ready (http\S+)$/m, 240_000)]);
    return { base, market, data, stop: stopProduct };
  } catch (error) {
    await stopProduct();
    throw error;
  }
}

export async function startProduct(): Promise<Product> {
  const joined = process.env.YIWANG_FLOW_DATA;
  const started = joined ? joinRunning(joined) : await start();
  const { base, market, data } = started;
  const accounts = JSON.parse(readFileSync(join(data, 'demo-accounts.json'), 'utf8')) as Account[];
  const found = await findBrowser({
    chromiumPath: process.env.CHROMIUM_PATH,
    cacheDir: join(root, 'node_modules', '.cache', 'yiwang'),
  });
  const browser = await chromium.launch({
    executablePath: found.path,
    env: { ...process.env, ...found.env } as Record<string, string>,
    // Our own pages only: foreign ones are rendered by the collector, with its sandbox.
    args: ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking'],
  });
  return {
    base,
    market,
    browser,
    account(username) {
      const account = accounts.find((one) => one.username === username);
      if (!account) throw new Error(`no demonstration account ${username}`);
      return account;
    },
    async stop() {
      await browser.close();
      await started.stop();
    },
  };
}

export interface View {
  locale: 'zh-CN' | 'en';
  width: 1280 | 390;
}

/** What went wrong on a page beside its own words: script errors and refused styles or scripts. */
export const faultsOf = new WeakMap<Page, string[]>();

/** A visitor of their own, with faults collected. */
export async function visit(
  product: Product,
  view: View,
  state?: Awaited<ReturnType<BrowserContext['storageState']>>,
) {
  const context = await product.browser.newContext({
    baseURL: product.base,
    locale: view.locale,
    viewport: { width: view.width, height: view.width === 390 ? 844 : 800 },
    ...(state ? { storageState: state } : {}),
  });
  context.setDefaultTimeout(45_000);
  const page = await context.newPage();
  const faults: string[] = [];
  faultsOf.set(page, faults);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // The browser itself reports refused calls (401 at the door, 409 in a race): these are answers, not faults.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });
  return { context, page };
}

/** Signs in through the page, as an officer does. */
export async function signIn(page: Page, account: Account): Promise<void> {
  await page.goto('/console/sign-in');
  await page.fill('input[name=username]', account.username);
  await page.fill('input[name=password]', account.password);
  await page.click('button[type=submit]');
  await page.waitForSelector('#main h1');
}

/** A read of the API with the page's own session. */
export const api = <T>(page: Page, path: string): Promise<T> =>
  page.evaluate(async (address) => (await fetch(address)).json(), path) as Promise<T>;

/** Asks again until the answer is right; the machine may be busy. */
export async function until<T>(
  ask: () => Promise<T>,
  right: (value: T) => boolean,
  ms = 120_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await ask();
    if (right(value)) return value;
    if (Date.now() > end)
      throw new Error(`still ${JSON.stringify(value)?.slice(0, 300)} after ${ms / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Serious and critical findings of axe on the page as it is. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const violations = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] }).then((result) => result.violations)',
  )) as { id: string; impact: string; nodes: { html: string }[] }[];
  return violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 160)}`);
}
