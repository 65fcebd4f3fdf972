// SPDX-License-Identifier: Apache-2.0
import { glyph } from './glyphs.ts';
import type { Offer } from './goods.ts';
import { html } from './html.ts';
import { encodePng } from './png.ts';
import { seed } from './seed.ts';
import type { Shop } from './shops.ts';

// Five rows of three bits for each digit.
const FONT = [
  [7, 5, 5, 5, 7],
  [2, 6, 2, 2, 7],
  [7, 1, 7, 4, 7],
  [7, 1, 7, 1, 7],
  [5, 5, 7, 1, 1],
  [7, 4, 7, 1, 7],
  [7, 4, 7, 5, 7],
  [7, 1, 1, 1, 1],
  [7, 5, 7, 5, 7],
  [7, 5, 7, 1, 7],
];

const PALETTES = [
  [0xf6efe4, 0xd9b98a, 0x8a5a2b],
  [0xe8f1ea, 0x9cc4a5, 0x2f6b43],
  [0xe9eef6, 0x9fb6d6, 0x2d4f83],
  [0xf6e9ec, 0xd8a2ad, 0x8c3547],
  [0xf1ecf6, 0xb9a6d4, 0x553a86],
];

const SIZE = 220;

/** The thumbnail of some goods: stripes from its number, and the number itself. */
export function thumbnail(id: string): Buffer {
  const h = seed(`png/${id}`);
  const pixels = new Uint8Array(SIZE * SIZE);
  const period = 14 + (h % 23);
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++) {
      const inside = Math.hypot(x - SIZE / 2, y - SIZE / 2.4) < 62 + (h % 17);
      pixels[y * SIZE + x] = inside && (x + (h & 1 ? y : -y) + SIZE) % period < period / 2 ? 1 : 0;
    }
  const scale = 8;
  [...id].forEach((digit, i) => {
    const rows = FONT[Number(digit)] ?? FONT[0]!;
    for (let y = 0; y < 5 * scale; y++)
      for (let x = 0; x < 3 * scale; x++)
        if ((rows[Math.floor(y / scale)]! >> (2 - Math.floor(x / scale))) & 1)
          pixels[(SIZE - 5 * scale - 8 + y) * SIZE + 30 + i * 4 * scale + x] = 2;
  });
  return encodePng(SIZE, SIZE, pixels, PALETTES[h % PALETTES.length]!);
}

function lines(text: string, width: number): string[] {
  const letters = Array.from(text);
  return Array.from({ length: Math.ceil(letters.length / width) }, (_, i) =>
    letters.slice(i * width, (i + 1) * width).join(''),
  );
}

/** A picture of some goods: number 0 has no words in it, the first shows the title (or the words that stand nowhere else). */
export function poster(offer: Offer, n: number): string {
  const h = seed(`svg/${offer.id}/${n}`);
  const words = ['', offer.goods.alt ?? offer.title, '实物拍摄', '尺寸以实物为准'][n] ?? '';
  const hue = h % 360;
  const height = n === 0 ? 300 : 420;
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 ${height}" width="420" height="${height}">
<rect width="420" height="420" fill="hsl(${hue} 40% 94%)"/><circle cx="${170 + (h % 80)}" cy="150" r="118" fill="hsl(${hue} 50% 87%)"/>
<g transform="translate(${90 + (h % 40)} ${62 + (h % 23)}) scale(1.1)" fill="currentColor" color="hsl(${(hue + 30) % 360} 35% 52%)">${glyph(offer.goods.category)}</g>
${lines(words, 14).map((line, i) => html`<text x="24" y="${300 + i * 34}" font-size="26" font-family="sans-serif" fill="#222">${line}</text>`)}
${n > 0 && html`<text x="24" y="408" font-size="13" font-family="sans-serif" fill="#666">样集市 ${offer.id}-${n}</text>`}</svg>`
    .text;
}

/** The picture of a licence, with the same facts as the page. */
export function licencePicture(shop: Shop): string {
  const o = shop.operator;
  const rows = [o.name, o.uscc ?? '', `${o.established} 至 ${o.until ?? '长期'}`, o.address];
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 300" width="420" height="300"><rect width="420" height="300" fill="#fffdf4" stroke="#b8860b" stroke-width="6"/>
<text x="210" y="60" font-size="30" text-anchor="middle" font-family="serif">营业执照（示例）</text>${rows.map(
    (row, i) => html`<text x="36" y="${110 + i * 40}" font-size="17" font-family="serif">${row}</text>`,
  )}</svg>`.text;
}

/** The red sign of the electronic mark. */
export function markPicture(): string {
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20" rx="3" fill="#b3261e"/><text x="30" y="14" font-size="11" text-anchor="middle" fill="#fff" font-family="sans-serif">电子标识</text></svg>`
    .text;
}

export function iconPicture(): string {
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#c0392b"/><text x="8" y="12" font-size="10" text-anchor="middle" fill="#fff">样</text></svg>`
    .text;
}
