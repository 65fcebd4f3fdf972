// SPDX-License-Identifier: Apache-2.0
import type { Exchange, Rendering } from '@yiwang/collector';
import { AppError } from '@yiwang/kernel';
import type { Box } from './record-hits.ts';
import type { WalkTools } from './tools.ts';

/** How a page looked in a browser, and where the wanted texts stand on the picture. */
export interface RenderedPage extends Rendering {
  marks: Box[];
}

/**
 * Renders a page around the very response that was judged: the browser gets those bytes as the main document, so picture
 * and text agree. Everything else it loads goes through robots.txt and the host's pace. Null without a browser.
 */
export async function renderPage(
  tools: WalkTools,
  exchange: Exchange,
  /** Texts to find on the picture; null: no picture, only what the scripts draw. */
  texts: readonly string[] | null,
): Promise<RenderedPage | null> {
  const renderer = tools.renderer();
  if (renderer === null) return null;
  const wanted = [...new Set(texts ?? [])].slice(0, 60);
  const { host } = new URL(exchange.finalUrl);
  const visit = {};
  tools.inBrowser.add(visit);
  try {
    await tools.politeness.turn(host, tools.signal);
    const rendering = await renderer.render(exchange.finalUrl, {
      recorded: exchange,
      marks: wanted.map((text) => ({ text })),
      screenshot: texts !== null,
      signal: tools.signal,
      // robots.txt governs what a page loads as well; its pace does not: a visitor's browser loads a page at once.
      judge: async (url) => ((await tools.politeness.judge(url, tools.signal)).allowed ? null : 'robots.txt'),
    });
    const marks = rendering.boxes.flatMap((boxes, i) =>
      boxes.map(({ x, y, width, height }) => ({ x, y, width, height, text: wanted[i]! })),
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

/** Width and height of a PNG (ISO/IEC 15948 §11.2.2); null when it is none. */
export function pictureSize(png: Uint8Array | null | undefined): { width: number; height: number } | null {
  if (!png || png.length < 24 || png[0] !== 0x89 || png[1] !== 0x50) return null;
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
