// SPDX-License-Identifier: Apache-2.0
import { html } from './html.ts';
import type { Reply } from './reply.ts';

/** How a page of the GBK shop says, or does not say, in which encoding it is. */
export type GbkManner = 'header-and-meta' | 'meta-only' | 'late-meta' | 'false-header';

const MANNERS: readonly GbkManner[] = ['header-and-meta', 'meta-only', 'late-meta'];

/**
 * Home and licence pages are declared well; goods take turns by their number. Few have the false header, because
 * every browser believes it and shows such a page as noise.
 */
export function mannerOf(goodsId: string | null): GbkManner {
  if (goodsId === null) return 'header-and-meta';
  return goodsId.endsWith('3') ? 'false-header' : MANNERS[Number(goodsId) % MANNERS.length]!;
}

const META = '<meta http-equiv="Content-Type" content="text/html; charset=gbk">';
// A head so long that the declaration stands behind the 1024 bytes in which browsers look for it.
const LONG_HEAD = html`<script>/* ${'老街示例杂货铺 统计代码占位 '.repeat(60)} */</script>`.text;

/** Turns a UTF-8 page of the shop into GBK (written as GB 18030, so that no character is lost). */
export function toGbk(reply: Reply, manner: GbkManner): Reply {
  const utf8Meta = '<meta charset="utf-8">';
  const body = String(reply.body).replace(utf8Meta, () => (manner === 'late-meta' ? LONG_HEAD + META : META));
  const type =
    manner === 'header-and-meta'
      ? 'text/html; charset=gbk'
      : manner === 'false-header'
        ? 'text/html; charset=utf-8'
        : 'text/html';
  return { ...reply, type, body, encoding: 'gb18030' };
}
