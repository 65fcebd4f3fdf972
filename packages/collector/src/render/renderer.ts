// SPDX-License-Identifier: Apache-2.0
import { type Clock, failed } from '@yiwang/kernel';
import type { BrowserContext, Page } from 'playwright-core';
import type { Exchange } from '../exchange.ts';
import type { Fetcher } from '../fetcher.ts';
import { chineseFonts } from './chinese-fonts.ts';
import { type BrowserLookup, findBrowser } from './find-browser.ts';
import { type Blocked, type JudgingProxy, startJudgingProxy } from './judging-proxy.ts';
import { type Launched, launchBrowser } from './launch-browser.ts';
import { type Box, COMPLETE, FIND_BOXES, MEASURE, SCROLL } from './page-scripts.ts';
import type { ResourceCache } from './resource-cache.ts';
import { makeProxyCertificate, type ProxyCertificate } from './self-signed.ts';
import { createTurns } from './turns.ts';

export interface RendererOptions extends BrowserLookup {
  fetcher: Fetcher;
  clock: Clock;
  /** `off` only by an explicit setting; it is recorded in the conditions of every capture. */
  sandbox?: 'on' | 'off';
  viewport?: { width: number; height: number };
  /** Pixels of page height on a screenshot; below it is cut and the conditions say so. */
  maxHeight?: number;
  /** For a page from the address to the picture. */
  totalMs?: number;
  /** Pages at once. */
  concurrency?: number;
}

export interface RenderOptions {
  /** The response that was judged: served in place of the first request for the page, so picture and bytes agree. */
  recorded?: Exchange;
  /** Texts whose places on the picture are wanted. */
  marks?: { text: string }[];
  /** Robots and budgets for everything the page loads: a reason refuses. */
  judge?: (url: string) => Promise<string | null>;
  screenshot?: boolean;
  /**
   * Asked once the page is drawn, before the picture: judges what was drawn and says which texts are wanted on the
   * picture, and whether one is wanted at all. So a page is drawn once, not once to judge it and once to picture it.
   */
  inspect?: (drawn: { html: string; text: string; title: string; finalUrl: string }) => Promise<{
    marks: string[];
    screenshot: boolean;
  }>;
  cache?: ResourceCache;
  /** Longest wait for what the page loads, ms; default 8000. More where `judge` keeps a slow pace. */
  settleMs?: number;
  /** Instead of the renderer's own limit. */
  totalMs?: number;
  /** Somebody waits for this page: it goes before all that wait for the browser. */
  urgent?: boolean;
  signal?: AbortSignal;
}

export interface Rendering {
  url: string;
  finalUrl: string;
  at: number;
  title: string;
  html: string;
  text: string;
  /** PNG of the whole page down to `maxHeight`, one pixel a CSS pixel; null when the page would not be pictured. */
  screenshot: Uint8Array | null;
  /** What the page loaded, as received; without the recorded response. */
  exchanges: Exchange[];
  blocked: Blocked[];
  /** The texts that were looked for. */
  markTexts: string[];
  /** For each mark its boxes on the picture, empty when its text is not visible. */
  boxes: Box[][];
  /** Plain JSON for the evidence. */
  conditions: Record<string, unknown>;
  error?: string;
}

export interface Renderer {
  /** Never throws for what a page does; throws `collector.no-browser` or `collector.browser-start` for want of a browser,
   * and the signal's reason when it was aborted before the page's turn came. */
  render(url: string, options?: RenderOptions): Promise<Rendering>;
  /** Starts the browser if need be and tells which one and how: for `doctor`. */
  facts(): Promise<Launched['facts']>;
  close(): Promise<void>;
}

/** Rejects after `ms`: a page whose script never ends must not hold us. */
function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took more than ${ms} ms`)), ms);
    // The browser's pipe keeps the process alive while it works; a stopped one must not be waited for.
    timer.unref();
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Waits until nothing was under way for `still` ms, at most `ms`. */
async function settle(proxy: JudgingProxy, ms: number, still = 250): Promise<void> {
  const end = performance.now() + ms;
  for (let quiet = 0; quiet < still && performance.now() < end; ) {
    await new Promise((go) => setTimeout(go, 50));
    quiet = proxy.active() === 0 ? quiet + 50 : 0;
  }
}

/** Style sheets and pictures of the page that are not there yet (or will never be), as the page itself tells. */
interface Missing {
  pending: number;
  sheets: string[];
  images: string[];
}

async function missingOn(page: Page): Promise<Missing> {
  const told = (await within(5000, 'asking what is there', page.evaluate(`(${COMPLETE})()`))) as Missing;
  const texts = (list: unknown) =>
    Array.isArray(list) ? list.slice(0, 50).map((one) => String(one).slice(0, 500)) : [];
  return { pending: Number(told.pending) || 0, sheets: texts(told.sheets), images: texts(told.images) };
}

/**
 * Waits for the page's style sheets and pictures: on a busy machine the browser asks for them late, and a quiet network
 * is then no sign of a finished page. At most `ms`; answers with what did not come.
 */
async function completed(page: Page, ms: number): Promise<Missing> {
  for (const end = performance.now() + ms; ; await new Promise((go) => setTimeout(go, 100))) {
    const missing = await missingOn(page);
    if (missing.pending === 0 || performance.now() > end) return missing;
  }
}

const isBox = (value: unknown): value is Box =>
  typeof value === 'object' &&
  value !== null &&
  ['x', 'y', 'width', 'height'].every((key) => Number.isFinite((value as Record<string, unknown>)[key]));

/** One browser for many pages, each in a context, a proxy and a purse of its own. */
export function createRenderer(options: RendererOptions): Renderer {
  const viewport = options.viewport ?? { width: 1280, height: 900 };
  const maxHeight = options.maxHeight ?? 12_000;
  const totalMs = options.totalMs ?? 45_000;
  const certificate: ProxyCertificate = makeProxyCertificate(options.clock.now());
  const turns = createTurns(options.concurrency ?? 2);
  let launched: Promise<Launched> | null = null;
  let closed = false;

  const browser = (): Promise<Launched> => {
    if (closed) throw failed('collector.browser-start', 'the renderer is closed');
    launched ??= Promise.all([findBrowser(options), chineseFonts(options.cacheDir)])
      .then(([found, fonts]) =>
        launchBrowser({
          browser: found,
          fonts,
          spkiHash: certificate.spkiHash,
          sandbox: options.sandbox ?? 'on',
        }),
      )
      .then((fresh) => {
        fresh.playwright.once('disconnected', () => {
          launched = null;
        });
        return fresh;
      })
      .catch((error: unknown) => {
        launched = null;
        throw error;
      });
    return launched;
  };

  async function visit(
    page: Page,
    proxy: JudgingProxy,
    how: RenderOptions,
    rendering: Rendering,
  ): Promise<void> {
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
    page.on('popup', (popup) => void popup.close().catch(() => {}));
    await page.goto(rendering.url, { waitUntil: 'domcontentloaded', timeout: Math.min(30_000, totalMs) });
    const settleMs = how.settleMs ?? 8000;
    await settle(proxy, settleMs);
    const scroll = `(${SCROLL})(${JSON.stringify({ maxHeight, maxSteps: 20, pauseMs: 100 })})`;
    await within(10_000, 'scrolling', page.evaluate(scroll)).catch(() => {});
    const missing = await completed(page, settleMs).catch(() => null);
    await settle(proxy, settleMs / 2, 150);
    const measured = (await within(10_000, 'reading the text', page.evaluate(`(${MEASURE})()`))) as Record<
      string,
      unknown
    >;
    const height = Math.min(Math.max(1, Math.ceil(Number(measured['height']) || viewport.height)), maxHeight);
    rendering.text = String(measured['text'] ?? '');
    rendering.title = String(measured['title'] ?? '');
    rendering.html = (await within(10_000, 'reading the document', page.content())).slice(0, 8_000_000);
    rendering.finalUrl = page.url();
    const wish = (await how.inspect?.(rendering)) ?? {
      marks: (how.marks ?? []).map((mark) => mark.text),
      screenshot: how.screenshot ?? true,
    };
    rendering.markTexts = wish.marks.slice(0, 100);
    rendering.boxes = rendering.markTexts.map(() => []);
    if (rendering.markTexts.length > 0) {
      const texts = JSON.stringify(rendering.markTexts.map((text) => text.slice(0, 500)));
      const found = (await within(
        10_000,
        'finding the marks',
        page.evaluate(`(${FIND_BOXES})(${texts})`),
      )) as unknown;
      if (Array.isArray(found))
        rendering.boxes = found.map((list) => (Array.isArray(list) ? list.filter(isBox) : []));
    }
    if (!wish.screenshot) return;
    if (missing === null) rendering.conditions['incomplete'] = 'the page would not say';
    else if (missing.sheets.length + missing.images.length > 0)
      rendering.conditions['incomplete'] = { styleSheets: missing.sheets, pictures: missing.images };
    rendering.conditions['height'] = { page: Number(measured['height']) || null, pictured: height };
    const clip = { x: 0, y: 0, width: viewport.width, height: Math.max(height, 1) };
    rendering.screenshot = await page.screenshot({
      fullPage: true,
      clip,
      type: 'png',
      animations: 'disabled',
      timeout: 20_000,
    });
  }

  async function newContext(launch: Launched, proxy: JudgingProxy): Promise<BrowserContext> {
    return launch.playwright.newContext({
      proxy: { server: proxy.server, bypass: '<-loopback>' },
      viewport,
      deviceScaleFactor: 1,
      userAgent: options.fetcher.userAgent,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      serviceWorkers: 'block',
      acceptDownloads: false,
      permissions: [],
    });
  }

  /** Opens a context, visits, closes it, all within bounds; a browser that does not answer is killed. */
  async function inContext(
    launch: Launched,
    proxy: JudgingProxy,
    how: RenderOptions,
    rendering: Rendering,
  ): Promise<void> {
    let context: BrowserContext | null = null;
    let stop = () => {};
    // Whatever the browser is about: who is told to stop does not wait for it.
    const stopped = new Promise<never>((_, reject) => {
      stop = () => reject(new Error('stopped by us'));
    });
    how.signal?.addEventListener('abort', stop, { once: true });
    const limit = how.totalMs ?? totalMs;
    const work = async () => {
      context = await newContext(launch, proxy);
      if (how.signal?.aborted) return context.close();
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      // An endless script would hold the closing of its page, too.
      const endScript = () => void session.send('Runtime.terminateExecution').catch(() => {});
      await within(limit, 'the page', visit(page, proxy, how, rendering)).catch((error: unknown) => {
        endScript();
        throw error;
      });
    };
    try {
      await Promise.race([within(limit + 10_000, 'the browser', work()), stopped]);
    } catch (error) {
      rendering.error = String((error as Error).message)
        .split('\n')[0]!
        .slice(0, 300);
    }
    how.signal?.removeEventListener('abort', stop);
    await within(5000, 'closing', (context as BrowserContext | null)?.close() ?? Promise.resolve()).catch(
      async () => {
        launched = null;
        await launch.close();
      },
    );
  }

  return {
    facts: async () => (await browser()).facts,
    async close() {
      closed = true;
      const open = launched;
      launched = null;
      await open?.then((l) => l.close()).catch(() => {});
    },
    async render(url, how = {}) {
      await turns.take(how.urgent ?? false);
      try {
        how.signal?.throwIfAborted();
        const launch = await browser();
        const proxy = await startJudgingProxy({
          fetcher: options.fetcher,
          certificate,
          ...(how.recorded ? { recorded: how.recorded } : {}),
          ...(how.cache ? { cache: how.cache } : {}),
          ...(how.judge ? { judge: how.judge } : {}),
        });
        const rendering: Rendering = {
          url,
          finalUrl: url,
          at: options.clock.now(),
          title: '',
          html: '',
          text: '',
          screenshot: null,
          exchanges: proxy.exchanges,
          blocked: proxy.blocked,
          markTexts: (how.marks ?? []).map((mark) => mark.text),
          boxes: (how.marks ?? []).map(() => []),
          conditions: {
            ...launch.facts,
            viewport,
            locale: 'zh-CN',
            timezone: 'Asia/Shanghai',
            userAgent: options.fetcher.userAgent,
            network: 'judging loopback proxy only',
          },
        };
        await inContext(launch, proxy, how, rendering);
        rendering.conditions['mainDocument'] = proxy.servedRecorded()
          ? 'the recorded response'
          : 'fetched again';
        if (proxy.blocked.length > 0) rendering.conditions['blocked'] = proxy.blocked.slice(0, 200);
        if (rendering.error !== undefined) rendering.conditions['error'] = rendering.error;
        await proxy.close();
        return rendering;
      } finally {
        turns.give();
      }
    },
  };
}
