// SPDX-License-Identifier: Apache-2.0
import { type Exchange, sealCapture } from '@yiwang/collector';
import type { PageFacts } from '@yiwang/extraction';
import type { RenderedPage } from './render-page.ts';
import type { SeenListing } from './screen-page.ts';
import { evidenceStoreItem } from './stored-item.ts';
import { SOFTWARE, type WalkTools } from './tools.ts';

export interface PageToSeal {
  exchange: Exchange;
  facts: PageFacts;
  rendered: RenderedPage | null;
  /** Pictures whose words were judged, too. */
  pictures?: readonly Exchange[];
  /** What findings are about: listings, or the venue as a whole. */
  listings: readonly Pick<SeenListing, 'key' | 'url' | 'title' | 'texts' | 'findings'>[];
  ground: string;
  robots: { line: number | null; rule: string | null; reason: string };
  packs: string;
  /** Whether the text that was judged is that of the rendering (a page drawn by script). */
  judgedRendering: boolean;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * Seals what was judged: the very response the findings point into, the picture, the text, the findings and the
 * conditions. The bytes are in the store, durably, before any row names them.
 */
export async function sealPage(tools: WalkTools, page: PageToSeal) {
  const { exchange, facts, rendered } = page;
  const { clock } = tools.app;
  const url = exchange.finalUrl;
  const bytes = sealCapture({
    exchanges: [...new Set([exchange, ...(page.pictures ?? []), ...(rendered?.exchanges ?? [])])],
    pages: [{ url, title: facts.title, text: facts.text, at: exchange.startedAt }],
    renderings: rendered
      ? [
          {
            url,
            at: rendered.at,
            html: rendered.html,
            text: rendered.text,
            ...(rendered.screenshot ? { screenshot: rendered.screenshot } : {}),
          },
        ]
      : [],
    conditions: {
      software: SOFTWARE,
      userAgent: tools.fetcher.userAgent,
      ground: page.ground,
      address: exchange.remoteAddress,
      status: exchange.status,
      startedAt: new Date(exchange.startedAt).toISOString(),
      milliseconds: exchange.ms,
      truncated: exchange.truncated,
      charset: facts.charset,
      warnings: facts.warnings,
      robots: page.robots,
      rules: page.packs,
      judged: page.judgedRendering ? 'text of the rendering' : 'text of the response',
      rendering: rendered ? rendered.conditions : { none: tools.browserProblem() ?? 'not rendered' },
      ...(rendered && rendered.text !== facts.text
        ? { difference: 'the text of the rendering differs from that of the response; both are kept' }
        : {}),
    },
    attachments: [
      {
        name: 'findings',
        url,
        type: 'application/json',
        bytes: utf8(
          JSON.stringify(
            page.listings
              .filter((listing) => listing.findings.length > 0)
              .map(({ key, url, title, texts, findings }) => ({ key, url, title, texts, findings })),
          ),
        ),
      },
    ],
    createdAt: clock.now(),
    software: SOFTWARE,
    title: facts.title,
  });
  return evidenceStoreItem(tools.app, bytes, {
    url,
    title: facts.title || null,
    capturedAt: exchange.startedAt,
    hasScreenshot: Boolean(rendered?.screenshot),
  });
}
