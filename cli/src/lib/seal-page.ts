// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { type Exchange, type Rendering, sealCapture } from '@yiwang/collector';
import type { PageFacts } from '@yiwang/extraction';
import { machineClock, SOFTWARE } from './software.ts';

export interface PageToSeal {
  exchange: Exchange;
  facts: PageFacts;
  rendering: Rendering | null;
  /** Pictures whose words were judged, too. */
  pictures?: readonly Exchange[];
  /** Why there is no rendering. */
  noRendering: string | null;
  ground: string;
  userAgent: string;
  robots: { allowed: boolean; line: number | null; rule: string | null; reason: string };
  /** Whether the text that was judged is that of the rendering. */
  judgedRendering: boolean;
  findings?: unknown;
}

/** Seals one page: the judged response first, the rendering after it, the conditions of both. */
export function sealPage(page: PageToSeal): { bytes: Uint8Array; sha256: string } {
  const { exchange, facts, rendering } = page;
  const url = exchange.finalUrl;
  const differs = rendering !== null && rendering.text.trim() !== '' && rendering.text !== facts.text;
  const bytes = sealCapture({
    exchanges: [exchange, ...(page.pictures ?? []), ...(rendering?.exchanges ?? [])],
    pages: [{ url, title: facts.title, text: facts.text, at: exchange.startedAt }],
    renderings:
      rendering === null
        ? []
        : [
            {
              url,
              at: rendering.at,
              html: rendering.html,
              text: rendering.text,
              ...(rendering.screenshot ? { screenshot: rendering.screenshot } : {}),
            },
          ],
    conditions: {
      software: SOFTWARE,
      userAgent: page.userAgent,
      ground: page.ground,
      address: exchange.remoteAddress,
      status: exchange.status,
      startedAt: new Date(exchange.startedAt).toISOString(),
      milliseconds: exchange.ms,
      truncated: exchange.truncated,
      charset: facts.charset,
      warnings: facts.warnings,
      robots: page.robots,
      judged: page.judgedRendering ? 'text of the rendering' : 'text of the response',
      rendering: rendering === null ? { none: page.noRendering ?? 'not asked for' } : rendering.conditions,
      ...(differs
        ? { difference: 'the text of the rendering differs from that of the response; both are kept' }
        : {}),
    },
    ...(page.findings === undefined
      ? {}
      : {
          attachments: [
            {
              name: 'findings',
              url,
              type: 'application/json',
              bytes: Buffer.from(JSON.stringify(page.findings)),
            },
          ],
        }),
    createdAt: machineClock.now(),
    software: SOFTWARE,
    title: facts.title,
  });
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
