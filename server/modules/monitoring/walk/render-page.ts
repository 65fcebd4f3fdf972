// SPDX-License-Identifier: Apache-2.0
import type { Exchange, Rendering, RenderOptions, ResourceCache } from '@yiwang/collector';
import { AppError } from '@yiwang/kernel';
import type { Box } from './record-hits.ts';
import type { WalkTools } from './tools.ts';

/** How a page looked in a browser, and where the wanted texts stand on the picture. */
export interface RenderedPage extends Rendering {
  marks: Box[];
}

/** Waits that one drawing may cost: what a page loads keeps the pace of its host, but not for ever. */
const LOAD_MS = 25_000;
/** A person waits: a picture with what came by then is better than a whole one in half a minute. */
const URGENT_LOAD_MS = 5000;
const MARGIN_MS = 20_000;

/**
 * Draws a page around the very response that was judged: the browser gets those bytes as the main document, so picture
 * and text agree. What it loads besides obeys robots.txt and takes its turns at the host like any request; what other
 * pages loaded a moment ago is not asked for again. Null without a browser.
 */
export async function renderPage(
  tools: WalkTools,
  exchange: Exchange,
  inspect: NonNullable<RenderOptions['inspect']>,
  urgent: boolean,
): Promise<RenderedPage | null> {
  const renderer = tools.renderer();
  if (renderer === null) return null;
  const { signal } = tools;
  const politeness = urgent ? tools.urgentPoliteness : tools.politeness;
  const loadMs = urgent ? URGENT_LOAD_MS : LOAD_MS;
  const visit = {};
  tools.inBrowser.add(visit);
  // Counted from the first thing the page asks for: waiting for the browser is not the page's fault.
  let until: number | null = null;
  try {
    if (!urgent) await tools.urgency.calm(signal);
    const rendering = await renderer.render(exchange.finalUrl, {
      recorded: exchange,
      inspect,
      cache: urgent ? impatient(tools.cache) : tools.cache,
      settleMs: loadMs,
      totalMs: loadMs + MARGIN_MS,
      urgent,
      signal,
      judge: async (url) => {
        if (!urgent) await tools.urgency.calm(signal);
        until ??= performance.now() + loadMs;
        if (performance.now() > until) return 'the budget of this page is spent';
        if (!(await politeness.judge(url, signal)).allowed) return 'robots.txt';
        await politeness.turn(new URL(url).host, signal);
        return null;
      },
    });
    const marks = rendering.boxes.flatMap((boxes, i) =>
      boxes.map(({ x, y, width, height }) => ({ x, y, width, height, text: rendering.markTexts[i]! })),
    );
    return { ...rendering, marks };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'collector.no-browser' || error.code === 'collector.browser-start') {
      tools.noBrowser(error.message);
      tools.app.log.warn({ reason: error.message }, 'no browser: evidence is kept without pictures');
      return null;
    }
    throw error;
  } finally {
    tools.inBrowser.delete(visit);
  }
}

/** Waits for nobody who is fetching the same: that may be a page of the walk, which rests just now. */
const impatient = (cache: ResourceCache): ResourceCache => ({
  ...cache,
  getOrBegin: async (url) => cache.get(url),
  done: () => undefined,
});

/** Width and height of a PNG (ISO/IEC 15948 §11.2.2); null when it is none. */
export function pictureSize(png: Uint8Array | null | undefined): { width: number; height: number } | null {
  if (!png || png.length < 24 || png[0] !== 0x89 || png[1] !== 0x50) return null;
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
