// SPDX-License-Identifier: Apache-2.0
import type { Exchange } from '@yiwang/collector';

/** How a page looked in a browser. The renderer of `@yiwang/collector` fits; tests bring one of their own. */
export interface Rendering {
  at: number;
  html: string;
  text: string;
  /** PNG. */
  screenshot: Uint8Array | null;
  /** What the page loaded, without the recorded response. */
  exchanges: Exchange[];
  /** For each mark its boxes on the picture. */
  boxes: { x: number; y: number; width: number; height: number }[][];
  conditions: Record<string, unknown>;
}

export interface Renderer {
  render(
    url: string,
    options?: {
      recorded?: Exchange;
      marks?: { text: string }[];
      judge?: (url: string) => Promise<string | null>;
      screenshot?: boolean;
      signal?: AbortSignal;
    },
  ): Promise<Rendering>;
  close(): Promise<void>;
}
