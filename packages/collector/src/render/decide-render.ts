// SPDX-License-Identifier: Apache-2.0

/** What extraction says of a page, in numbers. */
export interface PageYield {
  /** The page shows hardly anything before its scripts have run. */
  needsScript: boolean;
  listings: number;
  textLength: number;
}

export interface RenderDecider {
  /** Whether this page should be rendered before it is judged. */
  shouldRender(url: string, page: PageYield): boolean;
  /** What rendering changed, so that the next page of this kind is decided by experience. */
  note(url: string, before: PageYield, after: PageYield): void;
}

/** Pages without listings that are rendered on a host only to compare. */
const PROBES = 2;
/** Renderings of a kind without gain after which it is not rendered any more. */
const PATIENCE = 3;
const MAX_KINDS = 20_000;

/** Kind of page: host and path with everything that counts or names one thing folded (`/item/14001` → `/item/0`). */
export function pageKind(url: string): string {
  const { host, pathname } = new URL(url);
  const path = pathname
    .split('/')
    .map((part) => (/^\d+$|\d{4,}|^[0-9a-f-]{16,}$/i.test(part) ? '0' : part.length > 24 ? '*' : part))
    .join('/');
  return host + path;
}

const gains = (before: PageYield, after: PageYield): boolean =>
  after.listings > before.listings || after.textLength > before.textLength * 1.5 + 200;

/**
 * Decides by comparing: a page that says it needs script is rendered, a few others of each host as probes; what the
 * comparison shows is remembered for the kind of page.
 */
export function createRenderDecider(): RenderDecider {
  const kinds = new Map<string, { gained: boolean; vain: number }>();
  const probes = new Map<string, number>();
  return {
    shouldRender(url, page) {
      const known = kinds.get(pageKind(url));
      if (known?.gained) return true;
      if (known !== undefined && known.vain >= PATIENCE) return false;
      if (page.needsScript) return true;
      const { host } = new URL(url);
      const tried = probes.get(host) ?? 0;
      if (page.listings > 0 || tried >= PROBES) return false;
      probes.set(host, tried + 1);
      return true;
    },
    note(url, before, after) {
      const kind = pageKind(url);
      const known = kinds.get(kind) ?? { gained: false, vain: 0 };
      if (gains(before, after)) known.gained = true;
      else known.vain++;
      kinds.set(kind, known);
      if (kinds.size > MAX_KINDS) kinds.delete(kinds.keys().next().value!);
    },
  };
}
